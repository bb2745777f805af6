#include "core/ui/components/field.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

void text_field_in(Stand const& stand, TextField spec) {
    spec.frame.id = stand.id;
    spec.value = stand.held.get(stand.id, spec.value);
    stand.held.take(stand.id, text_field(stand.ui, spec));
}

void text_area_in(Stand const& stand, TextArea spec) {
    spec.frame.id = stand.id;
    spec.value = stand.held.get(stand.id, spec.value);
    stand.held.take(stand.id, text_area(stand.ui, spec));
}

void select_in(Stand const& stand, FieldFrame frame) {
    frame.id = stand.id;
    Select spec{.frame = std::move(frame), .chosen = stand.held.get(stand.id)};
    spec.options.push_back({"", stand.ui.words(tr("submit.district.choose"))});
    for (char const* name : {"yes", "partly", "no"})
        spec.options.push_back({name, stand.ui.words(tr("resolved." + std::string(name) + ".label"))});
    stand.held.take(stand.id, select(stand.ui, spec));
}

constexpr auto text_fields = std::to_array<Example>({
    {"empty",
     [](Stand const& stand) {
         text_field_in(stand, {.frame = {.id = {}, .label = tr("submit.contact.name.label")},
                               .value = {},
                               .autocomplete = Autocomplete::Name});
     }},
    {"telephone",
     [](Stand const& stand) {
         text_field_in(stand, {.frame = {.id = {},
                                         .label = tr("submit.contact.phone.label"),
                                         .hint = tr("submit.contact.phone.hint")},
                               .value = "+86 10 1234 5678",
                               .input = InputKind::Telephone,
                               .autocomplete = Autocomplete::Telephone,
                               .width = 320});
     }},
    {"code",
     [](Stand const& stand) {
         text_field_in(
             stand, {.frame = {.id = {}, .label = tr("track.number.label"), .hint = tr("track.number.hint")},
                     .value = "HY20261120-000123-K",
                     .input = InputKind::Code,
                     .width = 320});
     }},
    {"refused",
     [](Stand const& stand) {
         text_field_in(stand, {.frame = {.id = {},
                                         .label = tr("submit.contact.email.label"),
                                         .error = tr("problem.contact.email.invalid")},
                               .value = "lin(at)example.org",
                               .input = InputKind::Email,
                               .autocomplete = Autocomplete::Email});
     }},
});

constexpr auto text_areas = std::to_array<Example>({
    {"with count",
     [](Stand const& stand) {
         text_area_in(stand, {.frame = {.id = {},
                                        .label = tr("submit.description.label"),
                                        .hint = tr("submit.description.hint")},
                              .value = {},
                              .max_length = 4000});
     }},
    {"too long",
     [](Stand const& stand) {
         text_area_in(stand, {.frame = {.id = {},
                                        .label = tr("case.text.label"),
                                        .error = tr("problem.too_long", {{"max", std::int64_t{10}}})},
                              .value = "0123456789ab",
                              .rows = 3,
                              .max_length = 10});
     }},
});

constexpr auto selects = std::to_array<Example>({
    {"with a hint",
     [](Stand const& stand) {
         select_in(stand, {.id = {}, .label = tr("resolved.question"), .hint = tr("feedback.comment.hint")});
     }},
    {"refused",
     [](Stand const& stand) {
         select_in(stand,
                   {.id = {}, .label = tr("resolved.question"), .error = tr("problem.resolved.required")});
     }},
});

} // namespace

std::span<Example const> text_field_examples() { return text_fields; }
std::span<Example const> text_area_examples() { return text_areas; }
std::span<Example const> select_examples() { return selects; }

} // namespace huiyin::ui
