#include "core/ui/components/chart.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

Chart cases_by_stage(Stand const& stand, ChartKind kind) {
    Chart spec{.id = stand.id,
               .title = sample(stand, {"Cases by stage", "各环节诉求数量", "الطلبات حسب المرحلة"}),
               .kind = kind,
               .category_label = tr("case.stage"),
               .is_table_open = stand.held.get(stand.id) == "open"};
    for (char const* stage : {"received", "dispatched", "handling", "replied"})
        spec.categories.push_back(tr("stage." + std::string(stage) + ".label"));
    return spec;
}

void chart_in(Stand const& stand, Chart const& spec) {
    if (chart(stand.ui, spec)) stand.held.set(stand.id, spec.is_table_open ? "" : "open");
}

std::vector<Series> two_years() {
    return {{"y2025", i18n::verbatim("2025"), {1240, 860, 5300, 4100}},
            {"y2026", i18n::verbatim("2026"), {1420, 1010, 4700, 5200}}};
}

std::vector<Series> four_natures() {
    return {{"complaint", tr("nature.complaint.label"), {400, 350, 2100, 1900}},
            {"help", tr("nature.help.label"), {620, 300, 1800, 1500}},
            {"consultation", tr("nature.consultation.label"), {180, 110, 900, 500}},
            {"praise", tr("nature.praise.label"), {40, 100, 500, 200}}};
}

constexpr auto examples = std::to_array<Example>({
    {"bars",
     [](Stand const& stand) {
         Chart spec = cases_by_stage(stand, ChartKind::Bars);
         spec.series = two_years();
         chart_in(stand, spec);
     }},
    {"lines",
     [](Stand const& stand) {
         Chart spec = cases_by_stage(stand, ChartKind::Lines);
         spec.series = two_years();
         chart_in(stand, spec);
     }},
    {"stacked",
     [](Stand const& stand) {
         Chart spec = cases_by_stage(stand, ChartKind::Stacked);
         spec.series = four_natures();
         chart_in(stand, spec);
     }},
    {"with its table",
     [](Stand const& stand) {
         Chart spec = cases_by_stage(stand, ChartKind::Bars);
         spec.series = {two_years().front()};
         spec.is_table_open = true;
         chart_in(stand, spec);
     }},
});

} // namespace

std::span<Example const> chart_examples() { return examples; }

} // namespace huiyin::ui
