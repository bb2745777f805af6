#pragma once

#include "core/ui/ui.h"

#include <optional>
#include <string>
#include <vector>

namespace huiyin::ui {

struct Step {
    /// Last part of the node ids.
    std::string name;
    i18n::Text label;
    /// Where an answered step is changed; empty for one that cannot be gone to yet.
    std::string href = {};
};

/// The way through a form: all its steps in a row, or on narrow windows which of how many it is. `current`
/// counts from 0. The name of the step that was followed.
std::optional<std::string> stepper(Ui& ui, std::string_view id, std::vector<Step> const& steps,
                                   std::size_t current);

} // namespace huiyin::ui
