#include "core/screens/track/view.h"

#include "core/screens/errors_view.h"
#include "core/screens/failure_view.h"
#include "core/screens/problem_words.h"
#include "core/ui/components/button.h"
#include "core/ui/components/field.h"
#include "core/ui/components/link.h"
#include "core/ui/components/text.h"

namespace huiyin::screens::track {

namespace {

using i18n::tr;

constexpr float number_width = 320;
constexpr float code_width = 320;

ui::FieldFrame frame_of(ui::Ui& ui, Model const& model, std::string const& field) {
    return {.id = "track." + field,
            .label = tr("track." + field + ".label"),
            .hint = tr("track." + field + ".hint"),
            .error = problem_of(field, model.problems, ui.language())};
}

void fields_view(ui::Ui& ui, Model const& model, Emit const& emit) {
    if (auto const text = ui::text_field(ui, {.frame = frame_of(ui, model, "number"),
                                              .value = model.number,
                                              .input = ui::InputKind::Code,
                                              .width = number_width}))
        emit(NumberEdited{*text});
    if (auto const text = ui::text_field(ui, {.frame = frame_of(ui, model, "access_code"),
                                              .value = model.code,
                                              .input = ui::InputKind::Code,
                                              .width = code_width}))
        emit(CodeEdited{*text});
}

void form_view(ui::Ui& ui, Model const& model, Emit const& emit) {
    ui::Scope const form = ui.open({.id = "track.form", .role = ui::Role::Form});
    fields_view(ui, model, emit);
    if (auto const* failure = std::get_if<Failed>(&model.opening))
        failure_view(ui, "track.failure", *failure);
    bool const is_busy = std::holds_alternative<Loading>(model.opening);
    bool const is_pressed = ui::button(
        ui, {.id = "track.open", .label = tr(is_busy ? "track.opening" : "track.open"), .is_busy = is_busy});
    if (is_pressed || ui.is_clicked("track.form")) emit(OpenPressed{});
}

} // namespace

void view(ui::Ui& ui, Model const& model, Emit const& emit) {
    ui.set_title(ui.words(tr("track.title")));
    if (ui::back_link(ui, "track.back", tr("track.back"), url_of(HomeRoute{}))) emit(BackFollowed{});
    auto const target_of = [](std::string_view field) { return "track." + std::string(field); };
    if (auto const target = errors_view(ui, model.problems, target_of)) emit(ErrorFollowed{*target});
    ui::heading(ui, "track.title", 1, tr("track.title"));
    ui::lead(ui, "track.lead", tr("track.lead"));
    form_view(ui, model, emit);
    ui::heading(ui, "track.lost.title", 2, tr("track.lost.title"));
    ui::paragraph(ui, "track.lost.text", tr("track.lost.text"));
}

} // namespace huiyin::screens::track
