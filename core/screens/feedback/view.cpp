#include "core/screens/feedback/view.h"

#include "core/screens/errors_view.h"
#include "core/screens/failure_view.h"
#include "core/screens/problem_words.h"
#include "core/ui/components/button.h"
#include "core/ui/components/field.h"
#include "core/ui/components/link.h"
#include "core/ui/components/rating.h"
#include "core/ui/components/text.h"

namespace huiyin::screens::feedback {

namespace {

using i18n::tr;

ui::FieldFrame frame_of(ui::Ui& ui, Model const& model, std::string const& field) {
    return {
        .id = "feedback." + field, .label = {}, .error = problem_of(field, model.problems, ui.language())};
}

/// One of the hotline's own questions: its words and answers stand in the catalogue under its name.
template <class Answer>
ui::Radios question_of(ui::FieldFrame frame, std::string const& name, std::optional<Answer> chosen) {
    frame.label = tr(name + ".question");
    ui::Radios radios{.frame = std::move(frame)};
    if (chosen) radios.chosen = name_of(*chosen);
    for (auto const& [answer, answer_name] : Names<Answer>::all)
        radios.options.push_back(
            {std::string(answer_name), tr(name + "." + std::string(answer_name) + ".label")});
    return radios;
}

template <class Chosen, class Answer>
void question_view(ui::Ui& ui, ui::FieldFrame frame, std::optional<Answer> chosen, Emit const& emit) {
    std::string const name = frame.id.substr(frame.id.find('.') + 1);
    auto const answer = ui::radios(ui, question_of(std::move(frame), name, chosen));
    if (!answer) return;
    if (auto const known = named<Answer>(*answer)) emit(Chosen{*known});
}

void satisfaction_view(ui::Ui& ui, Model const& model, Emit const& emit) {
    ui::Radios const question =
        question_of(frame_of(ui, model, "satisfaction"), "satisfaction", model.satisfaction);
    auto const level =
        ui::rating(ui, {.frame = question.frame, .levels = question.options, .chosen = question.chosen});
    if (!level) return;
    if (auto const known = named<Satisfaction>(*level)) emit(SatisfactionChosen{*known});
}

void reason_view(ui::Ui& ui, Model const& model, Emit const& emit) {
    ui::FieldFrame frame = frame_of(ui, model, "reason");
    frame.label = tr("feedback.reason.label");
    frame.hint = tr("feedback.reason.hint");
    if (auto const text = ui::text_area(ui, {.frame = std::move(frame),
                                             .value = model.reason,
                                             .rows = 4,
                                             .max_length = static_cast<int>(limits::reason_max)}))
        emit(ReasonEdited{*text});
}

void reopening_view(ui::Ui& ui, Model const& model, Emit const& emit) {
    if (!offers_reopening(model)) return;
    ui::FieldFrame frame = frame_of(ui, model, "reopen");
    frame.label = tr("feedback.reopen.label");
    frame.hint = tr("feedback.reopen.hint");
    ui::Radios radios{.frame = std::move(frame),
                      .options = {{"yes", tr("feedback.reopen.yes")}, {"no", tr("feedback.reopen.no")}}};
    if (model.wants_reopening) radios.chosen = *model.wants_reopening ? "yes" : "no";
    if (auto const answer = ui::radios(ui, radios)) emit(ReopeningChosen{*answer == "yes"});
    if (model.wants_reopening.value_or(false)) reason_view(ui, model, emit);
}

void comment_view(ui::Ui& ui, Model const& model, Emit const& emit) {
    ui::FieldFrame frame = frame_of(ui, model, "comment");
    frame.label = tr("feedback.comment.label");
    frame.hint = tr("feedback.comment.hint");
    if (auto const text = ui::text_area(ui, {.frame = std::move(frame),
                                             .value = model.comment,
                                             .rows = 4,
                                             .max_length = static_cast<int>(limits::comment_max)}))
        emit(CommentEdited{*text});
}

void failed_view(ui::Ui& ui, Model const& model) {
    auto const* failure = std::get_if<Failed>(&model.sending);
    if (failure == nullptr) return;
    failure_view(ui, "feedback.failure", *failure);
    if (model.arrived) ui::paragraph(ui, "feedback.half", tr("feedback.half"));
}

void send_view(ui::Ui& ui, Model const& model, Emit const& emit) {
    failed_view(ui, model);
    bool const is_busy = std::holds_alternative<Loading>(model.sending);
    if (ui::button(ui, {.id = "feedback.send",
                        .label = tr(is_busy ? "feedback.sending" : "feedback.send"),
                        .is_busy = is_busy}))
        emit(SendPressed{});
}

void form_view(ui::Ui& ui, Model const& model, Emit const& emit) {
    ui::Scope const form = ui.open({.id = "feedback.form", .role = ui::Role::Form});
    question_view<ContactedChosen>(ui, frame_of(ui, model, "contacted"), model.contacted, emit);
    question_view<ResolvedChosen>(ui, frame_of(ui, model, "resolved"), model.resolved, emit);
    reopening_view(ui, model, emit);
    satisfaction_view(ui, model, emit);
    comment_view(ui, model, emit);
    send_view(ui, model, emit);
}

void title_view(ui::Ui& ui, i18n::Text const& title, i18n::Text const& below) {
    ui.set_title(ui.words(title));
    ui::heading(ui, "feedback.title", 1, title);
    ui::lead(ui, "feedback.lead", below);
}

void back_view(ui::Ui& ui, Emit const& emit) {
    if (ui::back_link(ui, "feedback.back", tr("feedback.back"), url_of(CaseRoute{}))) emit(BackFollowed{});
}

void without_case_view(ui::Ui& ui, Emit const& emit) {
    title_view(ui, tr("feedback.none.title"), tr("feedback.none.text"));
    if (ui::button_link(ui, "feedback.track", tr("feedback.track"), url_of(TrackRoute{})))
        emit(TrackFollowed{});
}

/// Of radios, the first of them takes focus.
std::string target_of(std::string_view field) {
    std::string id = "feedback." + std::string(field);
    if (field == "contacted" || field == "resolved" || field == "reopen") return id + ".yes";
    return field == "satisfaction" ? id + ".very_satisfied" : id;
}

} // namespace

void view(ui::Ui& ui, Model const& model, Emit const& emit) {
    if (!model.key) return without_case_view(ui, emit);
    back_view(ui, emit);
    if (!model.may_give) return title_view(ui, tr("feedback.closed.title"), tr("feedback.closed.text"));
    if (auto const target = errors_view(ui, model.problems, target_of)) emit(ErrorFollowed{*target});
    title_view(ui, tr("feedback.title"), tr("feedback.lead"));
    form_view(ui, model, emit);
}

} // namespace huiyin::screens::feedback
