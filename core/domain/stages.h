#pragma once

#include "core/domain/case.h"

#include <span>
#include <string>
#include <variant>
#include <vector>

namespace huiyin {

/// A row of the one table that says how cases move.
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

/// The case as it stands when first received, with its first event and running clocks.
Case received(CaseNumber number, Submission submission, Rules rules, Instant now);

/// The case behind the step, with one event more; nothing else moves a case.
StepOutcome take(Case const& before, StepOrder const& order, Rules rules, Instant now);

/// What the citizen may do now: Message, Feedback, Reopen, Withdraw.
std::vector<Step> citizen_may(Case const& subject, Rules rules, Instant now);

/// Until when feedback is open and the case may be reopened; nothing before a reply.
std::optional<Instant> feedback_until(Case const& subject, Rules rules);
std::optional<Instant> reopen_until(Case const& subject, Rules rules);

/// Missing reason, message or grounds: all problems at once.
Problems problems_in(StepOrder const& order);

} // namespace huiyin
