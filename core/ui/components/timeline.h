#pragma once

#include "core/ui/ui.h"

#include <string>
#include <vector>

namespace huiyin::ui {

struct TimelineEntry {
    /// Last part of the node ids.
    std::string name;
    i18n::Text title;
    i18n::Text when;
    /// Further lines; empty ones are left out.
    std::vector<i18n::Text> lines = {};
};

/// What happened, newest first, along a line.
void timeline(Ui& ui, std::string_view id, std::vector<TimelineEntry> const& entries);

} // namespace huiyin::ui
