#pragma once

#include "server/api/routes.h"

#include <span>

namespace huiyin::server {

/// What somebody shows to come in.
enum class Door {
    /// Nothing.
    Open,
    /// Number and access code of a case: the handler opens the case with them, and nothing else.
    AccessCode,
    /// Name, password and code of a member of the staff: the handler compares them.
    Password,
    /// The token of a session.
    Session,
};

/// Who may call a route, and how far each role reaches there.
struct Access {
    protocol::Method method;
    std::string_view pattern;
    Door door;
    Reach dispatcher = Reach::Nothing;
    Reach unit = Reach::Nothing;
    Reach interpreter = Reach::Nothing;
    Reach admin = Reach::Nothing;

    Reach of(Role role) const;
};

/// The one table of who may call what.
std::span<Access const> accesses();
/// Nothing for a route without a row, which nobody may call.
Access const* access_to(Route const& route);

// What of a case each role has to do with.

bool reaches(Permit const& permit, Case const& subject);
/// The case, when it is there and within reach; else nothing, alike.
Result<std::optional<Case>> find_within_reach(Permit const& permit, CaseReader& cases,
                                              std::optional<CaseNumber> const& number);
/// The hotline takes steps for units that have no accounts; a unit takes its own.
bool may_take(Permit const& permit, Step step);
/// A case as a role may see it: only the hotline sees who a confidential person is, and an interpreter what
/// is to be translated.
Case shown_to(Permit const& permit, Case subject);
/// The steps that the table allows and the role may take.
std::vector<Step> staff_may(Permit const& permit, Case const& subject);

} // namespace huiyin::server
