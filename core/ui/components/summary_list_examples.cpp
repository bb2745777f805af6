#include "core/ui/components/summary_list.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

void answers(Stand const& stand, std::string const& change_href) {
    summary_list(
        stand.ui, stand.id,
        {{.name = "nature",
          .term = tr("submit.check.nature"),
          .value = tr("nature.complaint.label"),
          .change_href = change_href},
         {.name = "address",
          .term = tr("submit.check.address"),
          .value = sample(stand, {"12 Lamp Market Street", "灯市口大街12号", "شارع سوق المصابيح 12"}),
          .change_href = change_href}});
}

constexpr auto examples = std::to_array<Example>({
    {"to be read", [](Stand const& stand) { answers(stand, {}); }},
    {"to be changed", [](Stand const& stand) { answers(stand, "/submit/nature"); }},
});

} // namespace

std::span<Example const> summary_list_examples() { return examples; }

} // namespace huiyin::ui
