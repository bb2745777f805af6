#include "core/ui/components/skeleton.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

constexpr auto examples = std::to_array<Example>({
    {"text", [](Stand const& stand) { skeleton(stand.ui, stand.id, tr("case.opening")); }},
    {"cards",
     [](Stand const& stand) { skeleton(stand.ui, stand.id, tr("case.opening"), SkeletonShape::Cards); }},
});

} // namespace

std::span<Example const> skeleton_examples() { return examples; }

} // namespace huiyin::ui
