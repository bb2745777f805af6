#pragma once

#include "core/ui/ui.h"

#include <functional>
#include <vector>

namespace huiyin::ui {

/// A coloured panel with a heading and what `inside` draws.
void notice(Ui& ui, std::string_view id, Surface surface, i18n::Text const& title,
            std::function<void()> const& inside);

/// Says that something went well; takes focus by its id, for what was pressed is often gone by then.
void confirmation(Ui& ui, std::string_view id, i18n::Text const& words);

/// One thing to be put right, and where.
struct SummarizedError {
    /// The node that takes focus.
    std::string target_id;
    i18n::Text words;
    /// Where that node is on another page; empty for this one.
    std::string href = {};
};

/// All problems of a page at its top; takes focus by its id when the page is refused. The id of the field to
/// go to, in the frame after its line was followed.
std::optional<std::string> error_summary(Ui& ui, std::string_view id,
                                         std::vector<SummarizedError> const& errors);

} // namespace huiyin::ui
