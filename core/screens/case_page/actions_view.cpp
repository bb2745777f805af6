#include "core/screens/case_page/parts.h"

#include "core/base/find.h"
#include "core/screens/failure_view.h"
#include "core/screens/problem_words.h"
#include "core/ui/components/button.h"
#include "core/ui/components/field.h"
#include "core/ui/components/text.h"

namespace huiyin::screens::case_page {

namespace {

using i18n::tr;

bool may(CitizenCase const& shown, huiyin::Step step) { return find_in(shown.may, step) != shown.may.end(); }

void feedback_view(ui::Ui& ui, CitizenCase const& shown, Emit const& emit) {
    if (!may(shown, huiyin::Step::Feedback)) return;
    i18n::Text const label = tr(shown.feedback ? "case.feedback.change" : "case.feedback.give");
    if (ui::button_link(ui, "case.feedback", label, url_of(FeedbackRoute{}))) emit(FeedbackFollowed{});
    if (shown.feedback_until)
        ui::quiet(ui, "case.feedback.until", tr("case.feedback.until", {{"until", *shown.feedback_until}}));
}

struct Unfolding {
    Open form;
    i18n::Text label;
};

/// The button that unfolds a form and folds it again; true while the form is to be drawn.
bool unfolding_view(ui::Ui& ui, Model const& model, Unfolding const& what, Emit const& emit) {
    bool const is_open = model.open == what.form;
    std::string const id = unfolding_button(what.form);
    if (ui::button(
            ui, {.id = id, .label = what.label, .look = ui::ButtonLook::Secondary, .is_expanded = is_open}))
        emit(Unfolded{is_open ? Open::Nothing : what.form});
    return is_open;
}

bool send_view(ui::Ui& ui, Model const& model, ui::Button button) {
    if (auto const* failure = std::get_if<Failed>(&model.sending)) failure_view(ui, "case.failure", *failure);
    button.is_busy = std::holds_alternative<Loading>(model.sending);
    if (button.is_busy) button.label = tr("case.sending");
    return ui::button(ui, button);
}

ui::FieldFrame frame_of(ui::Ui& ui, Model const& model, std::string const& field) {
    return {.id = "case." + field,
            .label = tr("case." + field + ".label"),
            .hint = tr("case." + field + ".hint"),
            .error = problem_of(field, model.problems, ui.language())};
}

void message_form(ui::Ui& ui, Model const& model, Emit const& emit) {
    {
        ui::Scope const form =
            ui.card({.id = "case.message.form", .role = ui::Role::Form}, ui::Surface::Card);
        if (auto const text = ui::text_area(ui, {.frame = frame_of(ui, model, "text"),
                                                 .value = model.message,
                                                 .max_length = static_cast<int>(limits::message_max)}))
            emit(MessageEdited{*text});
        if (send_view(ui, model, {.id = "case.message.send", .label = tr("case.message.send")}))
            emit(MessageSendPressed{});
    }
    ui.gap(20);
}

void message_view(ui::Ui& ui, Model const& model, CitizenCase const& shown, Emit const& emit) {
    if (!may(shown, huiyin::Step::Message) && model.open != Open::Message) return;
    bool const is_asked = shown.stage == Stage::AwaitingCitizen;
    i18n::Text const label = tr(is_asked ? "case.message.answer" : "case.message.add");
    if (unfolding_view(ui, model, {Open::Message, label}, emit)) message_form(ui, model, emit);
}

void reopen_form(ui::Ui& ui, Model const& model, Emit const& emit) {
    {
        ui::Scope const form = ui.card({.id = "case.reopen.form", .role = ui::Role::Form}, ui::Surface::Card);
        ui::paragraph(ui, "case.reopen.text", tr("case.reopen.text"));
        if (auto const text = ui::text_area(ui, {.frame = frame_of(ui, model, "reason"),
                                                 .value = model.reason,
                                                 .max_length = static_cast<int>(limits::reason_max)}))
            emit(ReasonEdited{*text});
        if (send_view(ui, model, {.id = "case.reopen.send", .label = tr("case.reopen.send")}))
            emit(ReopenPressed{});
    }
    ui.gap(20);
}

void reopen_view(ui::Ui& ui, Model const& model, CitizenCase const& shown, Emit const& emit) {
    if (!may(shown, huiyin::Step::Reopen) && model.open != Open::Reopen) return;
    bool const is_open = unfolding_view(ui, model, {Open::Reopen, tr("case.reopen.open")}, emit);
    if (shown.reopen_until)
        ui::quiet(ui, "case.reopen.until", tr("case.reopen.until", {{"until", *shown.reopen_until}}));
    if (is_open) reopen_form(ui, model, emit);
}

void withdraw_form(ui::Ui& ui, Model const& model, Emit const& emit) {
    {
        ui::Scope const form =
            ui.card({.id = "case.withdraw.form", .role = ui::Role::Form}, ui::Surface::Card);
        ui::paragraph(ui, "case.withdraw.text", tr("case.withdraw.text"));
        if (send_view(ui, model,
                      {.id = "case.withdraw.confirm",
                       .label = tr("case.withdraw.confirm"),
                       .look = ui::ButtonLook::Danger}))
            emit(WithdrawConfirmed{});
        if (ui::button(ui, {.id = "case.withdraw.keep",
                            .label = tr("case.withdraw.keep"),
                            .look = ui::ButtonLook::Secondary}))
            emit(Unfolded{Open::Nothing});
    }
    ui.gap(20);
}

void withdraw_view(ui::Ui& ui, Model const& model, CitizenCase const& shown, Emit const& emit) {
    if (!may(shown, huiyin::Step::Withdraw) && model.open != Open::Withdraw) return;
    if (unfolding_view(ui, model, {Open::Withdraw, tr("case.withdraw.open")}, emit))
        withdraw_form(ui, model, emit);
}

} // namespace

void actions_view(ui::Ui& ui, Model const& model, CitizenCase const& shown, Emit const& emit) {
    if (shown.may.empty() && model.open == Open::Nothing) return;
    ui::heading(ui, "case.may", 2, tr("case.may"));
    feedback_view(ui, shown, emit);
    message_view(ui, model, shown, emit);
    reopen_view(ui, model, shown, emit);
    withdraw_view(ui, model, shown, emit);
}

} // namespace huiyin::screens::case_page
