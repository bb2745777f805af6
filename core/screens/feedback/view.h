#pragma once

#include "core/screens/feedback/feedback.h"
#include "core/ui/ui.h"

namespace huiyin::screens::feedback {

void view(ui::Ui& ui, Model const& model, Emit const& emit);

} // namespace huiyin::screens::feedback
