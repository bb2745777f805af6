#pragma once

#include "core/screens/settings/settings.h"
#include "core/ui/ui.h"

namespace huiyin::screens::settings {

/// The dialog over the page; draws nothing while it is closed.
void view(ui::Ui& ui, Model const& model, Emit const& emit);

} // namespace huiyin::screens::settings
