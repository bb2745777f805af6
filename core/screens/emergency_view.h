#pragma once

#include "core/domain/words.h"
#include "core/ui/ui.h"

#include <string_view>

namespace huiyin::screens {

/// Where to call when a matter cannot wait; draws nothing for one that can.
void emergency_view(ui::Ui& ui, std::string_view id, Urgency urgency);

} // namespace huiyin::screens
