#pragma once

#include "core/ui/ui.h"

#include <string>
#include <vector>

namespace huiyin::ui {

/// One of several answers to one question, with what is to be said about it.
struct SummaryItem {
    i18n::Text words;
    std::vector<i18n::Text> details = {};
    /// What is wrong with it; empty while all is well.
    i18n::Text failure = {};
};

struct SummaryLine {
    /// Last part of the node ids.
    std::string name;
    i18n::Text term;
    i18n::Text value = {};
    /// In place of `value`.
    std::vector<SummaryItem> items = {};
    /// Where the answer is changed; empty for none.
    std::string change_href = {};
};

/// What was answered, line by line. The name of the line whose "Change" was followed.
std::optional<std::string> summary_list(Ui& ui, std::string_view id, std::vector<SummaryLine> const& lines);

} // namespace huiyin::ui
