#include "core/ui/components/timeline.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

i18n::Text moment(std::int64_t milliseconds) { return tr("case.moment", {{"at", Instant{milliseconds}}}); }

constexpr auto examples = std::to_array<Example>({
    {"two events",
     [](Stand const& stand) {
         timeline(
             stand.ui, stand.id,
             {{.name = "dispatched",
               .title = tr("stage.dispatched.label"),
               .when = moment(1'795'141'200'000),
               .lines = {tr("stage.dispatched.meaning")}},
              {.name = "received", .title = tr("stage.received.label"), .when = moment(1'795'132'800'000)}});
     }},
});

} // namespace

std::span<Example const> timeline_examples() { return examples; }

} // namespace huiyin::ui
