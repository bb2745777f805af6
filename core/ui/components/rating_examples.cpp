#include "core/ui/components/rating.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

void rating_in(Stand const& stand, std::string_view chosen, i18n::Text error) {
    Rating spec{.frame = {.id = stand.id,
                          .label = tr("satisfaction.question"),
                          .hint = {},
                          .error = std::move(error)},
                .chosen = stand.held.get(stand.id, chosen)};
    for (char const* name : {"very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied"})
        spec.levels.push_back({name, tr("satisfaction." + std::string(name) + ".label")});
    stand.held.take(stand.id, rating(stand.ui, spec));
}

constexpr auto examples = std::to_array<Example>({
    {"empty", [](Stand const& stand) { rating_in(stand, "", {}); }},
    {"chosen", [](Stand const& stand) { rating_in(stand, "satisfied", {}); }},
    {"refused", [](Stand const& stand) { rating_in(stand, "", tr("problem.satisfaction.required")); }},
});

} // namespace

std::span<Example const> rating_examples() { return examples; }

} // namespace huiyin::ui
