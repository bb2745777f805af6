#pragma once

#include "core/domain/case_number.h"
#include "core/domain/clocks.h"
#include "core/domain/submission.h"
#include "core/domain/written_language.h"

#include <optional>
#include <string>
#include <vector>

namespace huiyin {

/// A reply in another language; where the two differ, the original counts.
struct Translation {
    LanguageTag language = {};
    std::string text = {};
    std::string grounds = {};
    /// Their name, or the machine's.
    std::string translator = {};
    TranslatorKind kind = TranslatorKind::Person;

    bool operator==(Translation const&) const = default;
};

/// 答复: the unit's answer to the citizen.
struct Reply {
    Outcome outcome = Outcome::Resolved;
    std::string text = {};
    /// Unresolvable: reasons and what is being studied. NotJustified: the law, regulation or policy.
    std::string grounds = {};
    Instant at = {};
    /// Of text and grounds, where it is known.
    std::optional<LanguageTag> language = {};
    std::optional<Translation> translation = {};

    bool operator==(Reply const&) const = default;
};

/// 评价: the citizen's three answers, and free text.
struct Feedback {
    Contacted contacted = Contacted::Yes;
    Resolved resolved = Resolved::Yes;
    Satisfaction satisfaction = Satisfaction::Neutral;
    std::string comment = {};
    Instant at = {};
    /// Of the comment, where it is known.
    std::optional<LanguageTag> language = {};

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
    /// Of the text, where it is known.
    std::optional<LanguageTag> language = {};
    /// The member of the staff who took the step; nobody outside of the staff sees it.
    std::string by = {};

    bool operator==(Event const&) const = default;
};

/// 工单: the unit that everything turns on.
struct Case {
    CaseNumber number;
    Submission submission;
    Urgency urgency = Urgency::General;
    Stage stage = Stage::Received;
    Instant created_at;
    /// Of the submission's texts.
    WrittenLanguage written_in = {};
    /// No desk reads that language.
    bool needs_interpreter = false;
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
