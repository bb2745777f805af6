#include "core/ui/components/progress.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

constexpr auto examples = std::to_array<Example>({
    {"steps", [](Stand const& stand) { step_progress(stand.ui, stand.id, 3, 6); }},
    {"bar", [](Stand const& stand) { progress_bar(stand.ui, stand.id, i18n::tr("files.sending"), 0.6F); }},
    {"loading", [](Stand const& stand) { loading(stand.ui, stand.id, i18n::tr("case.opening")); }},
});

} // namespace

std::span<Example const> progress_examples() { return examples; }

} // namespace huiyin::ui
