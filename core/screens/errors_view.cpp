#include "core/screens/errors_view.h"

#include "core/screens/problem_words.h"
#include "core/ui/components/notice.h"

namespace huiyin::screens {

std::optional<std::string> errors_view(ui::Ui& ui, Problems const& problems, TargetOf const& target_of) {
    std::vector<ui::SummarizedError> errors;
    for (Problem const& problem : problems)
        errors.push_back({target_of(problem.field), problem_words(problem, ui.language())});
    return ui::error_summary(ui, "errors", errors);
}

} // namespace huiyin::screens
