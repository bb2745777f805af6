#pragma once

#include "core/ui/ui.h"

#include <string>
#include <vector>

namespace huiyin::ui {

struct SummaryLine {
    /// Last part of the node ids.
    std::string name;
    i18n::Text term;
    i18n::Text value;
    /// Where the answer is changed; empty for none.
    std::string change_href = {};
};

/// What was answered, line by line. The name of the line whose "Change" was followed.
std::optional<std::string> summary_list(Ui& ui, std::string_view id, std::vector<SummaryLine> const& lines);

} // namespace huiyin::ui
