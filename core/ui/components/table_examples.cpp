#include "core/ui/components/table.h"

#include "core/ui/gallery/examples.h"
#include <algorithm>

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

struct Measured {
    char const* stage;
    std::int64_t cases;
    std::int64_t days;
};

constexpr std::array<Measured, 3> measured = {
    {{"received", 1240, 1}, {"dispatched", 860, 3}, {"handling", 5300, 12}}};

std::int64_t value_of(Measured const& row, std::string_view column) {
    return column == "cases" ? row.cases : row.days;
}

TableRow row_of(Stand const& stand, Measured const& row) {
    return {row.stage,
            {tr("stage." + std::string(row.stage) + ".label"),
             i18n::verbatim(stand.ui.language().number(row.cases)),
             i18n::verbatim(stand.ui.language().number(row.days))}};
}

void table_in(Stand const& stand, bool can_be_sorted) {
    Table spec{.id = stand.id,
               .caption = sample(stand, {"Cases by stage", "各环节诉求数量", "الطلبات حسب المرحلة"}),
               .columns = {{"stage", tr("case.stage")},
                           {"cases", sample(stand, {"Cases", "诉求数", "الطلبات"}), true, can_be_sorted},
                           {"days", sample(stand, {"Days", "天数", "الأيام"}), true, can_be_sorted}}};
    std::string const column = stand.held.get(stand.id + ".column");
    Sort const sort = stand.held.get(stand.id + ".sort") == "down" ? Sort::Descending : Sort::Ascending;
    auto rows = measured;
    if (!column.empty()) {
        spec.order = TableOrder{column, sort};
        std::sort(rows.begin(), rows.end(), [&](Measured const& a, Measured const& b) {
            bool const is_less = value_of(a, column) < value_of(b, column);
            return sort == Sort::Ascending ? is_less : !is_less;
        });
    }
    for (Measured const& row : rows)
        spec.rows.push_back(row_of(stand, row));
    if (auto const order = table(stand.ui, spec)) {
        stand.held.set(stand.id + ".column", order->column);
        stand.held.set(stand.id + ".sort", order->sort == Sort::Descending ? "down" : "up");
    }
}

constexpr auto examples = std::to_array<Example>({
    {"to be read", [](Stand const& stand) { table_in(stand, false); }},
    {"to be sorted", [](Stand const& stand) { table_in(stand, true); }},
});

} // namespace

std::span<Example const> table_examples() { return examples; }

} // namespace huiyin::ui
