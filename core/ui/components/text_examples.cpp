#include "core/ui/components/text.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

constexpr auto examples = std::to_array<Example>({
    {"headings",
     [](Stand const& stand) {
         heading(stand.ui, stand.id + ".2", 2, tr("home.next.title"));
         heading(stand.ui, stand.id + ".3", 3, tr("home.track.title"));
     }},
    {"lead", [](Stand const& stand) { lead(stand.ui, stand.id, tr("home.lead")); }},
    {"paragraph", [](Stand const& stand) { paragraph(stand.ui, stand.id, tr("home.next.dispatch")); }},
    {"quiet", [](Stand const& stand) { quiet(stand.ui, stand.id, tr("footer.hotline")); }},
    {"what a person wrote",
     [](Stand const& stand) {
         passage(stand.ui, stand.id, "A building site is loud at night.\nIt has been so for three weeks.",
                 "en");
     }},
    {"an endless word",
     [](Stand const& stand) { paragraph(stand.ui, stand.id, i18n::verbatim(std::string(300, 'm'))); }},
});

} // namespace

std::span<Example const> text_examples() { return examples; }

} // namespace huiyin::ui
