#pragma once

#include "core/domain/case_number.h"
#include "core/domain/clocks.h"
#include "core/domain/submission.h"

#include <optional>
#include <string>
#include <vector>

namespace huiyin {

/// 答复: the unit's answer to the citizen.
struct Reply {
    Outcome outcome = Outcome::Resolved;
    std::string text = {};
    /// Unresolvable: reasons and what is being studied. NotJustified: the law, regulation or policy.
    std::string grounds = {};
    Instant at = {};

    bool operator==(Reply const&) const = default;
};

/// 评价: the citizen's three answers, and free text.
struct Feedback {
    Contacted contacted = Contacted::Yes;
    Resolved resolved = Resolved::Yes;
    Satisfaction satisfaction = Satisfaction::Neutral;
    std::string comment = {};
    Instant at = {};

    bool operator==(Feedback const&) const = default;
};

/// One thing that happened; appended and never changed.
struct Event {
    Instant at;
    Step step = Step::Submit;
    Actor actor = Actor::Citizen;
    /// The stage behind the step.
    Stage stage = Stage::Received;
    std::string text = {};
    std::optional<UnitName> unit = {};

    bool operator==(Event const&) const = default;
};

/// 工单: the unit that everything turns on.
struct Case {
    CaseNumber number;
    Submission submission;
    Urgency urgency = Urgency::General;
    Stage stage = Stage::Received;
    Instant created_at;
    std::optional<UnitName> unit = {};
    std::vector<Clock> clocks = {};
    std::vector<Event> events = {};
    std::optional<Reply> reply = {};
    std::optional<Feedback> feedback = {};
    /// The stage to go on from once the citizen has answered.
    std::optional<Stage> resume_stage = {};

    bool operator==(Case const&) const = default;
};

} // namespace huiyin
