#pragma once

#include "core/screens/submit/submit.h"
#include "core/ui/ui.h"

namespace huiyin::screens::submit {

void view(ui::Ui& ui, Model const& model, City const& city, Emit const& emit);

} // namespace huiyin::screens::submit
