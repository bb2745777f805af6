#include "core/ui/components/inset.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

constexpr auto examples = std::to_array<Example>({
    {"text", [](Stand const& stand) { inset_text(stand.ui, stand.id, tr("submit.description.hint")); }},
});

} // namespace

std::span<Example const> inset_examples() { return examples; }

} // namespace huiyin::ui
