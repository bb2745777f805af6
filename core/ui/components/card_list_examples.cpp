#include "core/ui/components/card_list.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

constexpr auto examples = std::to_array<Example>({
    {"cases",
     [](Stand const& stand) {
         card_list(stand.ui, stand.id,
                   {{.name = "first",
                     .title = tr("nature.complaint.label"),
                     .href = "/case",
                     .lines = {i18n::verbatim("HY20261120-000123-K"), tr("stage.handling.meaning")},
                     .tag = tr("stage.handling.label"),
                     .tag_look = TagLook::Notice},
                    {.name = "second",
                     .title = tr("nature.praise.label"),
                     .href = "/case",
                     .lines = {i18n::verbatim("HY20261119-000042-A")},
                     .tag = tr("case.closed.resolved"),
                     .tag_look = TagLook::Good}});
     }},
});

} // namespace

std::span<Example const> card_list_examples() { return examples; }

} // namespace huiyin::ui
