#pragma once

#include "core/domain/case.h"

#include <span>
#include <string>
#include <variant>
#include <vector>

namespace huiyin {

/// A row of the one table that says how cases move. A message ends the wait for the citizen and leads back
/// to where the case was asked from, so that step has one row for each of those stages.
struct Transition {
    Stage from;
    Step step;
    Stage to;
    Actor actor;
};
std::span<Transition const> transitions();

/// Steps the table allows from a stage, in its order; an actor's own only.
std::vector<Step> steps_from(Stage stage);
std::vector<Step> steps_from(Stage stage, Actor actor);

/// False for what only the citizen does, and for Submit.
bool is_for_staff(Step step);

/// An order to move a case: the step with what it needs.
struct StepOrder {
    Step step = Step::Handle;
    /// Dispatch: required.
    std::optional<UnitName> unit = {};
    /// Handle, Instruct, AskCitizen, Message, Reopen (reason), Merge (the other case's number).
    std::string text = {};
    /// Reply: required; `at` is set by take().
    std::optional<Reply> reply = {};
    /// Feedback: required; `at` is set by take().
    std::optional<Feedback> feedback = {};
    /// Of the text, or the comment of the feedback, where it is known.
    std::optional<LanguageTag> language = {};
    /// The member of the staff who gives the order; empty for the citizen.
    std::string by = {};

    bool operator==(StepOrder const&) const = default;
};

/// Why a step was refused: the table or a period does not allow it, or what it needs is missing.
struct NotAllowed {
    /// step_not_allowed, feedback_closed, not_reopenable, not_withdrawable, message_closed.
    std::string code;
    std::vector<Step> allowed;
};
using StepOutcome = std::variant<Case, NotAllowed, Problems>;

/// What the rules of a city say of time.
struct Rules {
    City const& city;
    Calendar const& calendar;
};

/// The case as it stands when first received, with its first event and running clocks. An anonymous case
/// keeps no contact. `detected` counts unless the submission says its language itself.
Case received(CaseNumber number, Submission submission, Rules rules, Instant now,
              WrittenLanguage const& detected = {});

/// The case behind the step, with one event more; nothing else moves a case. Feedback may be replaced while
/// it is open, and the same answers again change nothing. Nor does a message (within the hour), reopening or
/// withdrawal that is the newest step already: whoever lost an answer may send again. A reopened case keeps
/// its unit and gets a new reply clock; it is not dispatched again.
StepOutcome take(Case const& before, StepOrder const& order, Rules rules, Instant now);

/// The case with its reply in another language, which takes the place of an earlier translation.
StepOutcome translated(Case const& before, Translation const& translation);

/// What the citizen may do now: Message, Feedback, Reopen, Withdraw.
std::vector<Step> citizen_may(Case const& subject, Rules rules, Instant now);

/// What the hotline and the unit may do now.
std::vector<Step> staff_may(Case const& subject);

/// The end of the last day on which feedback is open and the case may be reopened; nothing unless the case
/// stands answered.
std::optional<Instant> feedback_until(Case const& subject, Rules rules);
std::optional<Instant> reopen_until(Case const& subject, Rules rules);

/// Missing reason, message or grounds: all problems at once. Fields are named as on the wire: unit, note,
/// text (a message), reason (of a reopening), reply.text, reply.grounds, reply.translation.*, comment.
/// Codes: required, too_short, too_long, control_characters, invalid, grounds_required.
Problems problems_in(StepOrder const& order);

} // namespace huiyin
