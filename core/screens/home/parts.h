#pragma once

#include "core/screens/home/home.h"
#include "core/ui/ui.h"

namespace huiyin::screens::home {

/// What was sent from this device and waits for the connection, or for somebody to see what became of it.
void sent_view(ui::Ui& ui, Model const& model, Emit const& emit);
/// What was begun and not sent.
void drafts_view(ui::Ui& ui, Model const& model, Emit const& emit);

} // namespace huiyin::screens::home
