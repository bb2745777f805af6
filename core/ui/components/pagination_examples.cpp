#include "core/ui/components/pagination.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

void pagination_in(Stand const& stand, int page, int pages) {
    pagination(stand.ui, {.id = stand.id, .page = page, .pages = pages, .href = [](int to) {
                              return "/?page=" + std::to_string(to);
                          }});
}

constexpr auto examples = std::to_array<Example>({
    {"first of three", [](Stand const& stand) { pagination_in(stand, 1, 3); }},
    {"in the middle", [](Stand const& stand) { pagination_in(stand, 6, 12); }},
    {"last", [](Stand const& stand) { pagination_in(stand, 12, 12); }},
});

} // namespace

std::span<Example const> pagination_examples() { return examples; }

} // namespace huiyin::ui
