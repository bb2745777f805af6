#pragma once

#include "core/domain/city.h"
#include "core/ui/ui.h"

namespace huiyin::screens::privacy {

/// What is asked and why, who sees it and how long it is kept. True in the frame after the way back was
/// followed.
bool view(ui::Ui& ui, City const& city);

} // namespace huiyin::screens::privacy
