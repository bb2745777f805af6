#pragma once

#include "core/ui/ui.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace huiyin::ui {

struct AccordionSection {
    /// Last part of the node ids.
    std::string name;
    i18n::Text title;
    bool is_open = false;
    /// Draws what is unfolded.
    std::function<void()> inside;
};

/// Sections that unfold below their titles. The name of the one whose title was pressed, to be opened or
/// closed.
std::optional<std::string> accordion(Ui& ui, std::string_view id,
                                     std::vector<AccordionSection> const& sections);

} // namespace huiyin::ui
