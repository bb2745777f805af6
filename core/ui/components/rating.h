#pragma once

#include "core/ui/components/field.h"

namespace huiyin::ui {

/// Five levels, best first, each with its words; side by side where there is room.
struct Rating {
    FieldFrame frame;
    std::vector<RadioOption> levels = {};
    std::string chosen = {};
};

/// The value chosen, in the frame after it was.
std::optional<std::string> rating(Ui& ui, Rating const& spec);

} // namespace huiyin::ui
