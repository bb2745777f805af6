#include "core/ui/components/accordion.h"
#include "core/ui/components/text.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

AccordionSection section(Stand const& stand, std::string const& name, bool is_open) {
    return {.name = name,
            .title = tr("stage." + name + ".label"),
            .is_open = stand.held.get(stand.id + "." + name, is_open ? "open" : "") == "open",
            .inside = [stand, name] {
                paragraph(stand.ui, stand.id + "." + name + ".text", tr("stage." + name + ".meaning"));
            }};
}

void accordion_in(Stand const& stand, bool is_first_open) {
    std::vector<AccordionSection> const sections = {section(stand, "received", is_first_open),
                                                    section(stand, "dispatched", false),
                                                    section(stand, "handling", false)};
    auto const pressed = accordion(stand.ui, stand.id, sections);
    if (!pressed) return;
    for (AccordionSection const& each : sections)
        if (each.name == *pressed) stand.held.set(stand.id + "." + *pressed, each.is_open ? "" : "open");
}

constexpr auto examples = std::to_array<Example>({
    {"closed", [](Stand const& stand) { accordion_in(stand, false); }},
    {"open", [](Stand const& stand) { accordion_in(stand, true); }},
});

} // namespace

std::span<Example const> accordion_examples() { return examples; }

} // namespace huiyin::ui
