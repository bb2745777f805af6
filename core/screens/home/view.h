#pragma once

#include "core/screens/home/home.h"
#include "core/ui/ui.h"

namespace huiyin::screens::home {

void view(ui::Ui& ui, Model const& model, Emit const& emit);

} // namespace huiyin::screens::home
