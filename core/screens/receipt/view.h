#pragma once

#include "core/screens/files.h"
#include "core/screens/receipt/receipt.h"
#include "core/ui/ui.h"

namespace huiyin::screens::receipt {

/// `files`: how those of the case fare that are still on their way.
void view(ui::Ui& ui, Model const& model, FileStates const& files, Instant now, Emit const& emit);

} // namespace huiyin::screens::receipt
