#include "core/ui/components/field.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

void radios_in(Stand const& stand, Radios spec, std::string_view chosen) {
    spec.frame.id = stand.id;
    spec.chosen = stand.held.get(stand.id, chosen);
    stand.held.take(stand.id, radios(stand.ui, spec));
}

Radios contacted() {
    return {.frame = {.id = {}, .label = tr("contacted.question")},
            .options = {{"yes", tr("contacted.yes.label")}, {"no", tr("contacted.no.label")}}};
}

constexpr auto examples = std::to_array<Example>({
    {"two answers", [](Stand const& stand) { radios_in(stand, contacted(), ""); }},
    {"chosen", [](Stand const& stand) { radios_in(stand, contacted(), "yes"); }},
    {"with hints",
     [](Stand const& stand) {
         Radios spec{.frame = {.id = {}, .label = tr("submit.visibility.label")}};
         for (char const* name : {"public_name", "confidential", "anonymous"})
             spec.options.push_back({name, tr("visibility." + std::string(name) + ".label"),
                                     tr("visibility." + std::string(name) + ".hint")});
         radios_in(stand, std::move(spec), "confidential");
     }},
    {"refused",
     [](Stand const& stand) {
         Radios spec = contacted();
         spec.frame.hint = tr("feedback.comment.hint");
         spec.frame.error = tr("problem.contacted.required");
         radios_in(stand, std::move(spec), "");
     }},
});

} // namespace

std::span<Example const> radios_examples() { return examples; }

} // namespace huiyin::ui
