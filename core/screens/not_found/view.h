#pragma once

#include "core/screens/not_found/not_found.h"
#include "core/ui/ui.h"

namespace huiyin::screens::not_found {

void view(ui::Ui& ui, Model const& model, Emit const& emit);

} // namespace huiyin::screens::not_found
