#include "core/ui/components/stepper.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

void stepper_in(Stand const& stand, std::size_t current) {
    std::vector<Step> steps;
    for (char const* name : {"nature", "category", "district", "description", "visibility"})
        steps.push_back({.name = name,
                         .label = tr("submit.check." + std::string(name)),
                         .href = steps.size() < current ? "/submit/" + std::string(name) : ""});
    stepper(stand.ui, stand.id, steps, current);
}

constexpr auto examples = std::to_array<Example>({
    {"first", [](Stand const& stand) { stepper_in(stand, 0); }},
    {"in the middle", [](Stand const& stand) { stepper_in(stand, 2); }},
    {"last", [](Stand const& stand) { stepper_in(stand, 4); }},
});

} // namespace

std::span<Example const> stepper_examples() { return examples; }

} // namespace huiyin::ui
