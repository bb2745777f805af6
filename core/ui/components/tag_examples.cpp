#include "core/ui/components/tag.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

constexpr auto examples = std::to_array<Example>({
    {"neutral", [](Stand const& stand) { tag(stand.ui, stand.id, tr("stage.received.label")); }},
    {"good", [](Stand const& stand) { tag(stand.ui, stand.id, tr("case.closed.resolved"), TagLook::Good); }},
    {"notice",
     [](Stand const& stand) { tag(stand.ui, stand.id, tr("stage.dispatched.label"), TagLook::Notice); }},
    {"danger",
     [](Stand const& stand) { tag(stand.ui, stand.id, tr("case.closed.unresolvable"), TagLook::Danger); }},
});

} // namespace

std::span<Example const> tag_examples() { return examples; }

} // namespace huiyin::ui
