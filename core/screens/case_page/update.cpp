#include "core/screens/case_page/case_page.h"

#include "core/base/match.h"
#include "core/domain/stages.h"
#include "core/screens/failure_words.h"
#include "core/screens/still_wrong.h"
#include "i18n/language.h"

namespace huiyin::screens::case_page {

namespace {

using i18n::tr;

bool is_loading(auto const& remote) { return std::holds_alternative<Loading>(remote); }

bool is_busy(Model const& model) {
    return !model.key || is_loading(model.shown) || is_loading(model.sending) || is_loading(model.refreshing);
}

/// The order behind the form that is open.
StepOrder order_of(Model const& model) {
    switch (model.open) {
    case Open::Message: return {.step = huiyin::Step::Message, .text = i18n::cleaned(model.message)};
    case Open::Reopen: return {.step = huiyin::Step::Reopen, .text = i18n::cleaned(model.reason)};
    default: return {.step = huiyin::Step::Withdraw};
    }
}

Effect sending_of(CaseKey const& key, StepOrder const& order) {
    switch (order.step) {
    case huiyin::Step::Message: return SendMessage{key, order.text};
    case huiyin::Step::Reopen: return SendReopen{key, order.text};
    default: return SendWithdraw{key};
    }
}

Step<Model> edited(Model model) {
    model.problems = still_wrong(model.problems, problems_in(order_of(model)));
    return {std::move(model)};
}

Step<Model> unfolded(Model model, Open open) {
    if (is_loading(model.sending) || open == model.open) return {std::move(model)};
    Open const before = std::exchange(model.open, open);
    model.problems.clear();
    model.sending = NotAsked{};
    model.done = Open::Nothing;
    if (open != Open::Nothing) return {std::move(model)};
    // What folded the form may have been inside of it.
    return {std::move(model), {Focus{unfolding_button(before)}}};
}

Step<Model> sent(Model model, Open form) {
    if (is_busy(model) || model.open != form) return {std::move(model)};
    StepOrder const order = order_of(model);
    model.problems = problems_in(order);
    if (!model.problems.empty()) return {std::move(model), {Focus{"errors"}}};
    model.sending = Loading{};
    model.done = Open::Nothing;
    Effect effect = sending_of(*model.key, order);
    return {std::move(model), {std::move(effect), Announce{tr("case.sending")}}};
}

Step<Model> refreshed(Model model) {
    if (is_busy(model)) return {std::move(model)};
    bool const is_shown = std::holds_alternative<Ready<CitizenCase>>(model.shown);
    if (is_shown)
        model.refreshing = Loading{};
    else
        model.shown = Loading{};
    Announce told{tr(is_shown ? "case.refresh.busy" : "case.opening")};
    Effect effect = OpenCase{*model.key};
    return {std::move(model), {std::move(effect), std::move(told)}};
}

Step<Model> opening(Model model, CaseKey const& key) {
    bool const is_shown = model.key == key && std::holds_alternative<Ready<CitizenCase>>(model.shown);
    if (!is_shown) return {Model{.key = key, .shown = Loading{}}};
    model.refreshing = Loading{};
    return {std::move(model)};
}

Step<Model> arrived(Model model, CitizenCase shown) {
    bool const was_refreshing = is_loading(model.refreshing);
    model.shown = Ready<CitizenCase>{std::move(shown)};
    model.refreshing = NotAsked{};
    if (!was_refreshing) return {std::move(model)};
    return {std::move(model), {Announce{tr("case.refresh.done")}}};
}

Step<Model> step_arrived(Model model, CitizenCase shown) {
    model.shown = Ready<CitizenCase>{std::move(shown)};
    if (!is_loading(model.sending)) return {std::move(model)};
    model.sending = NotAsked{};
    model.done = std::exchange(model.open, Open::Nothing);
    if (model.done == Open::Message) model.message.clear();
    if (model.done == Open::Reopen) model.reason.clear();
    Announce told{done_words(model.done)};
    return {std::move(model), {std::move(told), Focus{"case.done"}}};
}

Announce told(Failed const& failure) { return {failure_words(failure), Politeness::Assertive}; }

Step<Model> failed(Model model, Failed const& failure) {
    if (is_loading(model.shown))
        model.shown = failure;
    else if (is_loading(model.refreshing))
        model.refreshing = failure;
    else
        return {std::move(model)};
    return {std::move(model), {told(failure)}};
}

Step<Model> step_failed(Model model, Failed const& failure) {
    if (!is_loading(model.sending)) return {std::move(model)};
    model.sending = failure;
    return {std::move(model), {told(failure)}};
}

Step<Model> answered(Model model, Intent const& answer) {
    return match(
        answer, [&](CaseArrived const& now) { return arrived(std::move(model), now.shown); },
        [&](CaseFailed const& failure) { return failed(std::move(model), {failure.code}); },
        [&](StepArrived const& now) { return step_arrived(std::move(model), now.shown); },
        [&](StepFailed const& failure) { return step_failed(std::move(model), {failure.code}); },
        [&](auto const&) -> Step<Model> { return {std::move(model)}; });
}

Step<Model> saved(Model model) {
    auto const* ready = std::get_if<Ready<CitizenCase>>(&model.shown);
    if (ready == nullptr) return {std::move(model)};
    SaveCase save{ready->value};
    model.is_saved = true;
    return {std::move(model), {std::move(save), Announce{tr("case.saved")}}};
}

Step<Model> going(Model model, Route route) { return {std::move(model), {Go{std::move(route)}}}; }

} // namespace

std::string unfolding_button(Open form) {
    switch (form) {
    case Open::Message: return "case.message";
    case Open::Withdraw: return "case.withdraw";
    case Open::Reopen: return "case.reopen";
    case Open::Nothing: break;
    }
    return {};
}

i18n::Text done_words(Open done) {
    switch (done) {
    case Open::Message: return tr("case.message.done");
    case Open::Withdraw: return tr("case.withdraw.done");
    case Open::Reopen: return tr("case.reopen.done");
    case Open::Nothing: break;
    }
    return {};
}

Step<Model> update(Model model, Intent const& intent) {
    return match(
        intent,
        [&](MessageEdited const& edit) {
            model.message = edit.text;
            return edited(std::move(model));
        },
        [&](ReasonEdited const& edit) {
            model.reason = edit.text;
            return edited(std::move(model));
        },
        [&](Unfolded const& unfold) { return unfolded(std::move(model), unfold.open); },
        [&](MessageSendPressed) { return sent(std::move(model), Open::Message); },
        [&](WithdrawConfirmed) { return sent(std::move(model), Open::Withdraw); },
        [&](ReopenPressed) { return sent(std::move(model), Open::Reopen); },
        [&](SavePressed) { return saved(std::move(model)); },
        [&](PrintPressed) -> Step<Model> {
            return {std::move(model), {Print{}}};
        },
        [&](FeedbackFollowed) { return going(std::move(model), FeedbackRoute{}); },
        [&](RefreshPressed) { return refreshed(std::move(model)); },
        [&](ErrorFollowed const& error) -> Step<Model> {
            return {std::move(model), {Focus{error.target_id}}};
        },
        [&](TrackFollowed) { return going(std::move(model), TrackRoute{}); },
        [&](HomeFollowed) { return going(std::move(model), HomeRoute{}); },
        [&](Opening const& wanted) { return opening(std::move(model), wanted.key); },
        [&](Opened const& opened) -> Step<Model> {
            return {Model{.key = opened.key, .shown = Ready<CitizenCase>{opened.shown}}};
        },
        [&](FileOpened const& opened) -> Step<Model> {
            auto const* shown = std::get_if<Ready<CitizenCase>>(&model.shown);
            auto const* file = shown ? find_attachment(shown->value.attachments, opened.id) : nullptr;
            if (file == nullptr || !model.key) return {std::move(model)};
            FetchFile fetch{*model.key, *file};
            return {std::move(model), {std::move(fetch)}};
        },
        [&](auto const& answer) {
            if (model.key != answer.key) return Step<Model>{std::move(model)};
            return answered(std::move(model), answer);
        });
}

} // namespace huiyin::screens::case_page
