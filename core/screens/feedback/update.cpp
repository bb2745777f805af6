#include "core/screens/feedback/feedback.h"

#include "core/base/find.h"
#include "core/base/match.h"
#include "core/domain/stages.h"
#include "core/screens/failure_words.h"
#include "core/screens/still_wrong.h"
#include "i18n/language.h"

namespace huiyin::screens::feedback {

namespace {

using i18n::tr;

bool is_loading(Model const& model) { return std::holds_alternative<Loading>(model.sending); }

bool wants_reopening(Model const& model) {
    return offers_reopening(model) && model.wants_reopening.value_or(false);
}

/// The answers as they would be sent; complete only when nothing is wrong with them.
Feedback feedback_of(Model const& model) {
    return {.contacted = model.contacted.value_or(Contacted::Yes),
            .resolved = model.resolved.value_or(Resolved::Yes),
            .satisfaction = model.satisfaction.value_or(Satisfaction::Neutral),
            .comment = i18n::cleaned(model.comment)};
}

StepOrder reopening_of(Model const& model) {
    return {.step = huiyin::Step::Reopen, .text = i18n::cleaned(model.reason)};
}

void append(Problems& problems, Problems const& more) {
    problems.insert(problems.end(), more.begin(), more.end());
}

Problems problems_of(Model const& model) {
    Problems problems;
    if (!model.contacted) problems.push_back({"contacted", "required"});
    if (!model.resolved) problems.push_back({"resolved", "required"});
    if (offers_reopening(model) && !model.wants_reopening) problems.push_back({"reopen", "required"});
    if (wants_reopening(model)) append(problems, problems_in(reopening_of(model)));
    if (!model.satisfaction) problems.push_back({"satisfaction", "required"});
    append(problems, problems_in({.step = huiyin::Step::Feedback, .feedback = feedback_of(model)}));
    return problems;
}

Step<Model> edited(Model model) {
    model.problems = still_wrong(model.problems, problems_of(model));
    return {std::move(model)};
}

Step<Model> thanked(Model model) {
    model.sending = NotAsked{};
    bool const is_reopened = wants_reopening(model);
    Announce thanks{tr(is_reopened ? "feedback.thanks_reopened" : "feedback.thanks")};
    return {std::move(model), {std::move(thanks), Go{CaseRoute{}}}};
}

Step<Model> refused(Model model, Problems problems) {
    model.sending = NotAsked{};
    model.problems = std::move(problems);
    return {std::move(model), {Focus{"errors"}}};
}

/// Sends what has not arrived yet: first the answers, then the reopening, which ends the time for answers.
Step<Model> sent(Model model, Effects effects) {
    Problems problems = problems_of(model);
    if (!problems.empty()) return refused(std::move(model), std::move(problems));
    model.problems.clear();
    model.sending = Loading{};
    Feedback const answers = feedback_of(model);
    if (model.arrived != answers) {
        model.sent = answers;
        effects.push_back(SendFeedback{*model.key, answers});
    } else if (wants_reopening(model)) {
        effects.push_back(SendReopen{*model.key, reopening_of(model).text});
    } else {
        return thanked(std::move(model));
    }
    return {std::move(model), std::move(effects)};
}

Step<Model> send_pressed(Model model) {
    if (is_loading(model) || !model.key) return {std::move(model)};
    return sent(std::move(model), {Announce{tr("feedback.sending")}});
}

Step<Model> feedback_arrived(Model model) {
    if (!is_loading(model)) return {std::move(model)};
    model.arrived = model.sent;
    return wants_reopening(model) ? sent(std::move(model), {}) : thanked(std::move(model));
}

Step<Model> reopen_arrived(Model model) {
    if (!is_loading(model)) return {std::move(model)};
    return thanked(std::move(model));
}

Step<Model> failed(Model model, Failed failure) {
    if (!is_loading(model)) return {std::move(model)};
    Announce told{failure_words(failure), Politeness::Assertive};
    model.sending = std::move(failure);
    return {std::move(model), {std::move(told)}};
}

bool may(CitizenCase const& shown, huiyin::Step step) { return find_in(shown.may, step) != shown.may.end(); }

Model begun_anew(CaseKey const& key, CitizenCase const& shown) {
    Model model{.key = key};
    if (shown.reply) model.reply_at = shown.reply->at;
    if (!shown.feedback) return model;
    model.contacted = shown.feedback->contacted;
    model.resolved = shown.feedback->resolved;
    model.satisfaction = shown.feedback->satisfaction;
    model.comment = shown.feedback->comment;
    return model;
}

Step<Model> begun(Model model, Begun const& begin) {
    Model anew = begun_anew(begin.key, begin.shown);
    bool const goes_on = model.key == anew.key && model.reply_at == anew.reply_at;
    if (!goes_on) model = std::move(anew);
    model.may_give = may(begin.shown, huiyin::Step::Feedback);
    model.may_reopen = may(begin.shown, huiyin::Step::Reopen);
    return {std::move(model)};
}

Step<Model> answered(Model model, Intent const& answer) {
    return match(
        answer, [&](FeedbackArrived const&) { return feedback_arrived(std::move(model)); },
        [&](ReopenArrived const&) { return reopen_arrived(std::move(model)); },
        [&](StepFailed const& failure) { return failed(std::move(model), {failure.code}); },
        [&](auto const&) -> Step<Model> { return {std::move(model)}; });
}

} // namespace

bool offers_reopening(Model const& model) { return model.may_reopen && model.resolved == Resolved::No; }

Step<Model> update(Model model, Intent const& intent) {
    return match(
        intent,
        [&](ContactedChosen const& choice) {
            model.contacted = choice.answer;
            return edited(std::move(model));
        },
        [&](ResolvedChosen const& choice) {
            model.resolved = choice.answer;
            return edited(std::move(model));
        },
        [&](SatisfactionChosen const& choice) {
            model.satisfaction = choice.answer;
            return edited(std::move(model));
        },
        [&](CommentEdited const& edit) {
            model.comment = edit.text;
            return edited(std::move(model));
        },
        [&](ReopeningChosen const& choice) {
            model.wants_reopening = choice.wanted;
            return edited(std::move(model));
        },
        [&](ReasonEdited const& edit) {
            model.reason = edit.text;
            return edited(std::move(model));
        },
        [&](SendPressed) { return send_pressed(std::move(model)); },
        [&](BackFollowed) -> Step<Model> {
            return {std::move(model), {Go{CaseRoute{}}}};
        },
        [&](TrackFollowed) -> Step<Model> {
            return {std::move(model), {Go{TrackRoute{}}}};
        },
        [&](ErrorFollowed const& error) -> Step<Model> {
            return {std::move(model), {Focus{error.target_id}}};
        },
        [&](Begun const& begin) { return begun(std::move(model), begin); },
        [&](auto const& answer) {
            if (model.key != answer.key) return Step<Model>{std::move(model)};
            return answered(std::move(model), answer);
        });
}

} // namespace huiyin::screens::feedback
