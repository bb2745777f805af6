#pragma once

#include "core/screens/receipt/receipt.h"
#include "core/ui/ui.h"

namespace huiyin::screens::receipt {

void view(ui::Ui& ui, Model const& model, Instant now, Emit const& emit);

} // namespace huiyin::screens::receipt
