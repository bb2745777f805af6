#include "core/ui/components/tabs.h"
#include "core/ui/components/text.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

constexpr auto examples = std::to_array<Example>({
    {"three",
     [](Stand const& stand) {
         std::string const chosen = stand.held.get(stand.id, "received");
         Tabs spec{.id = stand.id, .label = tr("case.stage"), .chosen = chosen};
         for (char const* name : {"received", "dispatched", "handling"})
             spec.tabs.push_back({name, tr("stage." + std::string(name) + ".label")});
         stand.held.take(stand.id, tabs(stand.ui, spec, [&] {
                             paragraph(stand.ui, stand.id + ".text", tr("stage." + chosen + ".meaning"));
                         }));
     }},
});

} // namespace

std::span<Example const> tabs_examples() { return examples; }

} // namespace huiyin::ui
