#pragma once

#include "core/domain/citizen_view.h"
#include "core/ui/ui.h"

#include <string_view>
#include <vector>

namespace huiyin::screens {

/// Each clock as a sentence, with what may still change.
void clocks_view(ui::Ui& ui, std::string_view id, std::vector<ShownClock> const& clocks, Instant now);

} // namespace huiyin::screens
