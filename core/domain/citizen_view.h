#pragma once

#include "core/domain/case.h"
#include "core/domain/stages.h"

#include <optional>
#include <string>
#include <vector>

namespace huiyin {

/// A clock as the citizen sees it.
struct ShownClock {
    ClockKind kind = ClockKind::Dispatch;
    Instant due_at = {};
    ClockState state = ClockState::Running;
    Limit limit = {};
    bool may_change = false;

    bool operator==(ShownClock const&) const = default;
};

/// What an accepted submission is answered with. The access code is shown here and never again.
struct Receipt {
    CaseNumber number;
    std::string access_code = {};
    Stage stage = Stage::Received;
    Urgency urgency = Urgency::General;
    Instant created_at = {};
    std::vector<ShownClock> clocks = {};
    WrittenLanguage written_in = {};
    bool needs_interpreter = false;
    /// As it was stored; empty for none.
    std::string phone = {};

    bool operator==(Receipt const&) const = default;
};

/// The case as number and access code open it: no contact, no secret.
struct CitizenCase {
    CaseNumber number;
    Stage stage = Stage::Received;
    Nature nature = Nature::Consultation;
    CategoryId category = {};
    DistrictId district = {};
    std::string address = {};
    std::string description = {};
    WrittenLanguage written_in = {};
    bool needs_interpreter = false;
    Urgency urgency = Urgency::General;
    Instant created_at = {};
    std::optional<UnitName> unit = {};
    std::vector<ShownClock> clocks = {};
    std::vector<Event> events = {};
    std::optional<Reply> reply = {};
    std::optional<Feedback> feedback = {};
    std::vector<Attachment> attachments = {};
    /// Until when; nothing before a reply.
    std::optional<Instant> feedback_until = {};
    std::optional<Instant> reopen_until = {};
    /// What the citizen may do now.
    std::vector<Step> may = {};

    bool operator==(CitizenCase const&) const = default;
};

std::vector<ShownClock> shown_clocks(std::vector<Clock> const& clocks, Instant now);
CitizenCase citizen_view(Case const& subject, Rules rules, Instant now);

} // namespace huiyin
