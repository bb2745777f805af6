#include "core/ui/components/link.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

constexpr auto examples = std::to_array<Example>({
    {"link", [](Stand const& stand) { link(stand.ui, stand.id, tr("home.track.action"), "/track"); }},
    {"back", [](Stand const& stand) { back_link(stand.ui, stand.id, tr("track.back"), "/"); }},
});

} // namespace

std::span<Example const> link_examples() { return examples; }

} // namespace huiyin::ui
