#pragma once

#include "core/ui/ui.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace huiyin::ui {

struct TabOf {
    /// Last part of the node ids.
    std::string name;
    i18n::Text label;
};

struct Tabs {
    std::string id;
    /// What all tabs have in common.
    i18n::Text label;
    std::vector<TabOf> tabs = {};
    std::string chosen = {};
};

/// One of several panels; `inside` draws the chosen one. The name of the tab that was chosen. Arrow keys lead
/// from tab to tab, as the ARIA authoring practices have it.
std::optional<std::string> tabs(Ui& ui, Tabs const& spec, std::function<void()> const& inside);

} // namespace huiyin::ui
