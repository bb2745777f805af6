#include "core/ui/components/field.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

void checkboxes_in(Stand const& stand, bool has_hints, i18n::Text error) {
    Checkboxes spec{
        .frame = {.id = stand.id, .label = tr("submit.nature.title"), .hint = {}, .error = std::move(error)}};
    for (char const* name : {"complaint", "help", "suggestion"}) {
        std::string const key = "nature." + std::string(name);
        spec.options.push_back({.name = name,
                                .label = tr(key + ".label"),
                                .hint = has_hints ? tr(key + ".hint") : i18n::Text{},
                                .is_checked = stand.held.get(stand.id + "." + name) == "yes"});
    }
    if (auto const edit = checkboxes(stand.ui, spec))
        stand.held.set(stand.id + "." + edit->name, edit->is_checked ? "yes" : "no");
}

void checkbox_in(Stand const& stand) {
    Checkbox const spec{.id = stand.id,
                        .label = tr("drafts.shared"),
                        .hint = tr("drafts.shared_hint"),
                        .is_checked = stand.held.get(stand.id) == "yes"};
    if (auto const is_checked = checkbox(stand.ui, spec))
        stand.held.set(stand.id, *is_checked ? "yes" : "no");
}

constexpr auto examples = std::to_array<Example>({
    {"several answers", [](Stand const& stand) { checkboxes_in(stand, false, {}); }},
    {"with hints and one checked",
     [](Stand const& stand) {
         if (stand.held.get(stand.id + ".help").empty()) stand.held.set(stand.id + ".help", "yes");
         checkboxes_in(stand, true, {});
     }},
    {"refused", [](Stand const& stand) { checkboxes_in(stand, false, tr("problem.nature.required")); }},
    {"one alone", checkbox_in},
});

void date_in(Stand const& stand, DateField spec) {
    spec.frame.id = stand.id;
    spec.value = stand.held.get(stand.id, spec.value);
    stand.held.take(stand.id, date_field(stand.ui, spec));
}

FieldFrame when(Stand const& stand) {
    return {.id = {}, .label = sample(stand, {"When did it happen?", "什么时候发生的？", "متى حدث ذلك؟"})};
}

constexpr auto dates = std::to_array<Example>({
    {"date",
     [](Stand const& stand) {
         date_in(stand, {.frame = when(stand), .value = "2026-11-20", .latest = "2026-11-20"});
     }},
    {"date and time",
     [](Stand const& stand) {
         date_in(stand, {.frame = when(stand), .value = "2026-11-20T14:00", .has_time = true});
     }},
    {"refused",
     [](Stand const& stand) {
         FieldFrame frame = when(stand);
         frame.error = tr("problem.in_future");
         date_in(stand, {.frame = std::move(frame), .value = "2027-11-20"});
     }},
});

} // namespace

std::span<Example const> checkboxes_examples() { return examples; }
std::span<Example const> date_field_examples() { return dates; }

} // namespace huiyin::ui
