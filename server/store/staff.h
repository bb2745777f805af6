#pragma once

#include "core/base/time.h"
#include "core/domain/words.h"

#include <cstdint>
#include <optional>
#include <string>

namespace huiyin::server {

/// Somebody who works with cases. Who leaves is disabled and never removed: steps carry the name.
struct StaffMember {
    std::string name;
    std::string password_hash;
    Role role = Role::Dispatcher;
    /// Whose cases a member with the role `unit` reaches.
    std::optional<UnitName> unit = {};
    bool is_disabled = false;
    /// What makes the codes of the second factor, sealed by the secret; empty without one.
    std::string second_factor = {};
    /// The time step of the newest code that was used: no code counts twice.
    std::int64_t used_counter = 0;
    /// For a password that the server made: until when it may be changed for one's own, and it does nothing
    /// else.
    std::optional<Instant> first_password_until = {};

    bool operator==(StaffMember const&) const = default;
};

struct Session {
    std::int64_t id = 0;
    std::string name;
    Instant began_at;
    /// Kept to the minute.
    Instant used_at;

    bool operator==(Session const&) const = default;
};

/// A session with whom it belongs to.
struct SignedIn {
    Session session;
    StaffMember member;

    bool operator==(SignedIn const&) const = default;
};

} // namespace huiyin::server
