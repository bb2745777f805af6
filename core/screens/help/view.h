#pragma once

#include "core/domain/city.h"
#include "core/ui/ui.h"

namespace huiyin::screens::help {

/// What the service is for, what happens with a case, and how long things take in this city. True in the
/// frame after the way back was followed.
bool view(ui::Ui& ui, City const& city);

} // namespace huiyin::screens::help
