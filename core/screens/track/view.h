#pragma once

#include "core/screens/track/track.h"
#include "core/ui/ui.h"

namespace huiyin::screens::track {

void view(ui::Ui& ui, Model const& model, Emit const& emit);

} // namespace huiyin::screens::track
