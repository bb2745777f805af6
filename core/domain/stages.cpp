#include "core/domain/stages.h"

#include "core/base/utf8.h"
#include "core/domain/text_check.h"

#include <algorithm>
#include <array>

namespace huiyin {

namespace {

using enum Stage;

// A case that waits for the citizen goes on from the stage in which it was asked: such a step has one row
// for each of them, and next_stage() chooses. A reopened case keeps its unit, so it is not dispatched again.
constexpr Transition table[] = {
    {Received, Step::Dispatch, Dispatched, Actor::Hotline},
    {Received, Step::Merge, Merged, Actor::Hotline},
    {Received, Step::Message, Received, Actor::Citizen},
    {Received, Step::Withdraw, Withdrawn, Actor::Citizen},

    {Dispatched, Step::Contact, Contacted, Actor::Unit},
    {Dispatched, Step::Instruct, Instructed, Actor::Unit},
    {Dispatched, Step::Handle, Handling, Actor::Unit},
    {Dispatched, Step::AskCitizen, AwaitingCitizen, Actor::Unit},
    {Dispatched, Step::Reply, Replied, Actor::Unit},
    {Dispatched, Step::Merge, Merged, Actor::Hotline},
    {Dispatched, Step::Message, Dispatched, Actor::Citizen},
    {Dispatched, Step::Withdraw, Withdrawn, Actor::Citizen},

    {Contacted, Step::Contact, Contacted, Actor::Unit},
    {Contacted, Step::Instruct, Instructed, Actor::Unit},
    {Contacted, Step::Handle, Handling, Actor::Unit},
    {Contacted, Step::AskCitizen, AwaitingCitizen, Actor::Unit},
    {Contacted, Step::Reply, Replied, Actor::Unit},
    {Contacted, Step::Merge, Merged, Actor::Hotline},
    {Contacted, Step::Message, Contacted, Actor::Citizen},
    {Contacted, Step::Withdraw, Withdrawn, Actor::Citizen},

    {Instructed, Step::Contact, Contacted, Actor::Unit},
    {Instructed, Step::Handle, Handling, Actor::Unit},
    {Instructed, Step::AskCitizen, AwaitingCitizen, Actor::Unit},
    {Instructed, Step::Reply, Replied, Actor::Unit},
    {Instructed, Step::Merge, Merged, Actor::Hotline},
    {Instructed, Step::Message, Instructed, Actor::Citizen},
    {Instructed, Step::Withdraw, Withdrawn, Actor::Citizen},

    {Handling, Step::Contact, Contacted, Actor::Unit},
    {Handling, Step::Instruct, Instructed, Actor::Unit},
    {Handling, Step::Handle, Handling, Actor::Unit},
    {Handling, Step::AskCitizen, AwaitingCitizen, Actor::Unit},
    {Handling, Step::Reply, Replied, Actor::Unit},
    {Handling, Step::Merge, Merged, Actor::Hotline},
    {Handling, Step::Message, Handling, Actor::Citizen},
    {Handling, Step::Withdraw, Withdrawn, Actor::Citizen},

    {AwaitingCitizen, Step::Contact, Contacted, Actor::Unit},
    {AwaitingCitizen, Step::Handle, Handling, Actor::Unit},
    {AwaitingCitizen, Step::Reply, Replied, Actor::Unit},
    {AwaitingCitizen, Step::Merge, Merged, Actor::Hotline},
    {AwaitingCitizen, Step::Message, Dispatched, Actor::Citizen},
    {AwaitingCitizen, Step::Message, Contacted, Actor::Citizen},
    {AwaitingCitizen, Step::Message, Instructed, Actor::Citizen},
    {AwaitingCitizen, Step::Message, Handling, Actor::Citizen},
    {AwaitingCitizen, Step::Message, Reopened, Actor::Citizen},
    {AwaitingCitizen, Step::Withdraw, Withdrawn, Actor::Citizen},

    {Replied, Step::Close, Closed, Actor::Hotline},
    {Replied, Step::Message, Replied, Actor::Citizen},
    {Replied, Step::Feedback, Replied, Actor::Citizen},
    {Replied, Step::Reopen, Reopened, Actor::Citizen},

    {Closed, Step::Feedback, Closed, Actor::Citizen},
    {Closed, Step::Reopen, Reopened, Actor::Citizen},

    {Reopened, Step::Contact, Contacted, Actor::Unit},
    {Reopened, Step::Instruct, Instructed, Actor::Unit},
    {Reopened, Step::Handle, Handling, Actor::Unit},
    {Reopened, Step::AskCitizen, AwaitingCitizen, Actor::Unit},
    {Reopened, Step::Reply, Replied, Actor::Unit},
    {Reopened, Step::Merge, Merged, Actor::Hotline},
    {Reopened, Step::Message, Reopened, Actor::Citizen},
};

/// The row that a step takes from here.
Transition const* row_for(Case const& subject, Step step) {
    for (auto const& row : table) {
        if (row.from != subject.stage || row.step != step) continue;
        bool const resumes = subject.stage == AwaitingCitizen && step == Step::Message;
        if (!resumes || row.to == subject.resume_stage) return &row;
    }
    return nullptr;
}

bool is_in_period(Case const& subject, Step step, Rules rules, Instant now) {
    switch (step) {
    case Step::Feedback: return now <= feedback_until(subject, rules);
    case Step::Reopen: return now <= reopen_until(subject, rules);
    // What was answered stays on record, also when the case was reopened since.
    case Step::Withdraw: return !subject.reply;
    default: return true;
    }
}

std::string refusal_code(Step step) {
    switch (step) {
    case Step::Feedback: return "feedback_closed";
    case Step::Reopen: return "not_reopenable";
    case Step::Withdraw: return "not_withdrawable";
    case Step::Message: return "message_closed";
    default: return "step_not_allowed";
    }
}

NotAllowed refused(Case const& subject, Step step, Rules rules, Instant now) {
    return {refusal_code(step), is_for_staff(step) ? staff_may(subject) : citizen_may(subject, rules, now)};
}

void pause_clocks(std::vector<Clock>& clocks, Instant now) {
    for (auto& clock : clocks)
        if (is_open(clock)) clock.paused_at = now;
}

void resume_clocks(std::vector<Clock>& clocks, Rules rules, Instant now) {
    for (auto& clock : clocks)
        if (clock.paused_at) resume(clock, now, rules.calendar, rules.city.utc_offset);
}

void meet_clocks(std::vector<Clock>& clocks, ClockKind kind, Instant now) {
    for (auto& clock : clocks)
        if (clock.kind == kind && is_open(clock)) clock.met_at = now;
}

void cancel_clocks(std::vector<Clock>& clocks) {
    for (auto& clock : clocks)
        if (is_open(clock)) clock.is_cancelled = true;
}

void move_clocks(Case& subject, Step step, Rules rules, Instant now) {
    auto& clocks = subject.clocks;
    switch (step) {
    case Step::Dispatch: return meet_clocks(clocks, ClockKind::Dispatch, now);
    case Step::AskCitizen: return pause_clocks(clocks, now);
    case Step::Reply: return meet_clocks(clocks, ClockKind::Reply, now);
    case Step::Withdraw:
    case Step::Merge: return cancel_clocks(clocks);
    case Step::Reopen: return clocks.push_back(reply_clock(subject.urgency, now, rules.city, rules.calendar));
    default: return;
    }
}

/// What the timeline keeps of a reply even when another one takes its place.
std::string text_of(Reply const& reply) {
    return reply.grounds.empty() ? reply.text : reply.text + "\n\n" + reply.grounds;
}

Event event_of(Case const& after, StepOrder const& order, Actor actor, Instant now) {
    Event event{.at = now, .step = order.step, .actor = actor, .stage = after.stage, .text = order.text};
    if (order.step == Step::Reply) event.text = text_of(*after.reply);
    if (order.step == Step::Feedback) event.text = after.feedback->comment;
    if (order.step == Step::Dispatch || actor == Actor::Unit) event.unit = after.unit;
    event.language = order.step == Step::Reply ? after.reply->language : order.language;
    event.by = order.by;
    return event;
}

void keep_what_was_given(Case& subject, StepOrder const& order, Instant now) {
    if (order.step == Step::Dispatch) subject.unit = order.unit;
    if (order.step == Step::Feedback) {
        subject.feedback = order.feedback;
        subject.feedback->at = now;
        subject.feedback->language = order.language;
    }
    if (order.step == Step::Reply) {
        subject.reply = order.reply;
        subject.reply->at = now;
        // Feedback is about one reply; a new reply is rated anew.
        subject.feedback.reset();
    }
}

Case moved(Case subject, StepOrder const& order, Transition const& row, Rules rules, Instant now) {
    if (row.from == AwaitingCitizen) {
        resume_clocks(subject.clocks, rules, now);
        subject.resume_stage.reset();
    }
    if (row.to == AwaitingCitizen) subject.resume_stage = row.from;
    subject.stage = row.to;
    keep_what_was_given(subject, order, now);
    move_clocks(subject, order.step, rules, now);
    subject.events.push_back(event_of(subject, order, row.actor, now));
    return subject;
}

/// The same answers sent twice are one feedback.
bool is_repeated(Case const& before, StepOrder const& order) {
    if (order.step != Step::Feedback || !before.feedback) return false;
    auto given = *order.feedback;
    given.at = before.feedback->at;
    given.language = before.feedback->language;
    return given == *before.feedback;
}

/// Beyond this the same words are a reminder.
constexpr Duration time_for_sending_again = Duration::hours(1);

/// The citizen's newest step once more: its answer was lost, so it was sent again.
bool is_sent_again(Case const& before, StepOrder const& order, Instant now) {
    if (before.events.empty() || is_for_staff(order.step)) return false;
    Event const& newest = before.events.back();
    if (newest.step != order.step || newest.text != order.text) return false;
    switch (order.step) {
    case Step::Message: return now - newest.at <= time_for_sending_again;
    case Step::Reopen:
    case Step::Withdraw: return true;
    default: return false;
    }
}

std::optional<Instant> end_of_day_after(Case const& subject, int days, Rules rules) {
    bool const is_answered = subject.stage == Replied || subject.stage == Closed;
    if (!subject.reply || !is_answered) return std::nullopt;
    Limit const limit{days, ClockBasis::CalendarDays};
    return due_time(subject.reply->at, limit, rules.calendar, rules.city.utc_offset).at;
}

void add_once(std::vector<Step>& steps, Step step) {
    if (std::find(steps.begin(), steps.end(), step) == steps.end()) steps.push_back(step);
}

void check_translation(TextCheck& check, Translation const& translation) {
    if (!is_language_tag(translation.language.value)) check.add("reply.translation.language", "invalid");
    check.text("reply.translation.text", translation.text, {.min = 1, .max = limits::reply_text_max});
    check.text("reply.translation.grounds", translation.grounds, {.max = limits::grounds_max});
    check.text("reply.translation.by", translation.translator, {.min = 1, .max = limits::name_max});
}

void check_reply(TextCheck& check, std::optional<Reply> const& reply) {
    if (!reply) return check.add("reply", "required");
    check.text("reply.text", reply->text, {.min = 1, .max = limits::reply_text_max});
    bool const needs_grounds =
        reply->outcome == Outcome::Unresolvable || reply->outcome == Outcome::NotJustified;
    if (needs_grounds && trimmed(reply->grounds).empty())
        check.add("reply.grounds", "grounds_required");
    else
        check.text("reply.grounds", reply->grounds, {.max = limits::grounds_max});
    if (reply->language && !is_language_tag(reply->language->value)) check.add("reply.language", "invalid");
    if (reply->translation) check_translation(check, *reply->translation);
}

void check_feedback(TextCheck& check, std::optional<Feedback> const& feedback) {
    if (!feedback) return check.add("feedback", "required");
    check.text("comment", feedback->comment, {.max = limits::comment_max});
}

void check_merge(TextCheck& check, std::string const& other) {
    if (trimmed(other).empty())
        check.add("note", "required");
    else if (!CaseNumber::read(other))
        check.add("note", "invalid");
}

} // namespace

std::span<Transition const> transitions() { return table; }

std::vector<Step> steps_from(Stage stage) {
    std::vector<Step> steps;
    for (auto const& row : table)
        if (row.from == stage) add_once(steps, row.step);
    return steps;
}

std::vector<Step> steps_from(Stage stage, Actor actor) {
    std::vector<Step> steps;
    for (auto const& row : table)
        if (row.from == stage && row.actor == actor) add_once(steps, row.step);
    return steps;
}

bool is_for_staff(Step step) {
    return std::any_of(std::begin(table), std::end(table), [&](Transition const& row) {
        return row.step == step && row.actor != Actor::Citizen;
    });
}

std::vector<Step> staff_may(Case const& subject) {
    auto steps = steps_from(subject.stage);
    std::erase_if(steps, [](Step step) { return !is_for_staff(step); });
    return steps;
}

Case received(CaseNumber number, Submission submission, Rules rules, Instant now,
              WrittenLanguage const& detected) {
    auto const* category = rules.city.find(submission.category);
    auto const urgency = category ? category->urgency : Urgency::General;
    if (submission.visibility == Visibility::Anonymous) submission.contact.reset();
    auto const written_in = written_language(submission.language, detected);
    return {.number = std::move(number),
            .submission = std::move(submission),
            .urgency = urgency,
            .stage = Received,
            .created_at = now,
            .written_in = written_in,
            .needs_interpreter = !rules.city.reads(written_in.tag),
            .clocks = clocks_for(urgency, now, rules.city, rules.calendar),
            .events = {{.at = now, .step = Step::Submit, .actor = Actor::Citizen, .stage = Received}}};
}

StepOutcome take(Case const& before, StepOrder const& order, Rules rules, Instant told) {
    // A clock that was set back does not turn round what happened.
    Instant const now = before.events.empty() ? told : std::max(told, before.events.back().at);
    if (is_sent_again(before, order, now)) return before;
    auto const* row = row_for(before, order.step);
    if (!row || !is_in_period(before, order.step, rules, now)) return refused(before, order.step, rules, now);
    if (auto problems = problems_in(order); !problems.empty()) return problems;
    if (is_repeated(before, order)) return before;
    return moved(before, order, *row, rules, now);
}

StepOutcome translated(Case const& before, Translation const& translation) {
    if (!before.reply) return NotAllowed{"not_replied", staff_may(before)};
    TextCheck check;
    check_translation(check, translation);
    if (auto problems = std::move(check).problems(); !problems.empty()) return problems;
    Case after = before;
    after.reply->translation = translation;
    return after;
}

std::vector<Step> citizen_may(Case const& subject, Rules rules, Instant now) {
    std::vector<Step> steps;
    for (Step step : {Step::Message, Step::Feedback, Step::Reopen, Step::Withdraw})
        if (row_for(subject, step) && is_in_period(subject, step, rules, now)) steps.push_back(step);
    return steps;
}

std::optional<Instant> feedback_until(Case const& subject, Rules rules) {
    return end_of_day_after(subject, rules.city.feedback_days, rules);
}

std::optional<Instant> reopen_until(Case const& subject, Rules rules) {
    return end_of_day_after(subject, rules.city.reopen_days, rules);
}

Problems problems_in(StepOrder const& order) {
    TextCheck check;
    switch (order.step) {
    case Step::Dispatch:
        check.text("unit", order.unit.value_or(UnitName{}).value, {.min = 1, .max = limits::unit_max});
        check.text("note", order.text, {.max = limits::note_max});
        break;
    case Step::AskCitizen: check.text("note", order.text, {.min = 1, .max = limits::note_max}); break;
    case Step::Merge: check_merge(check, order.text); break;
    case Step::Reply: check_reply(check, order.reply); break;
    case Step::Message: check.text("text", order.text, {.min = 1, .max = limits::message_max}); break;
    case Step::Reopen:
        check.text("reason", order.text, {.min = limits::reason_min, .max = limits::reason_max});
        break;
    case Step::Feedback: check_feedback(check, order.feedback); break;
    default: check.text("note", order.text, {.max = limits::note_max}); break;
    }
    return std::move(check).problems();
}

} // namespace huiyin
