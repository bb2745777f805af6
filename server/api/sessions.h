#pragma once

#include "server/api/access.h"

#include <variant>

namespace huiyin::server {

namespace sessions {
/// OWASP ASVS 5.0, 7.3: how long a session lives unused, and at most.
inline constexpr Duration idle = Duration::minutes(30);
inline constexpr Duration longest = Duration::hours(12);
/// Use is noted this often.
inline constexpr Duration noted_every = Duration::minutes(1);
/// Behind its begin, who one is counts as asked just now.
inline constexpr Duration fresh = Duration::minutes(5);
} // namespace sessions

bool is_alive(Session const& session, Instant now);

/// Of the session that a request is sent with, alive or not.
std::optional<Digest> token_of(Office const& office, Request const& request);

Response unauthorized(std::string_view code);

/// Whoever may call the route, with how far they reach; else the answer that refuses them.
Result<std::variant<Permit, Response>> admitted(Office const& office, CaseReader& cases, Route const& route,
                                                Request const& request);

/// Sessions that nobody can use any more.
Change forgetting_old_sessions(Office const& office);

} // namespace huiyin::server
