#pragma once

#include "core/base/time.h"

#include <algorithm>

namespace huiyin::server {

/// A clock that is set right by so much, or is read by two threads at once, goes back without having been
/// set back.
inline constexpr Duration clock_slack = Duration::minutes(1);

/// How long something is remembered.
struct Lifetime {
    Instant ends_at;
    /// From the moment that set the end.
    Duration length;

    static Lifetime from(Instant now, Duration length) { return {now + length, length}; }
    /// Also when the clock was set back: no end lies as far ahead.
    bool is_over(Instant now) const { return ends_at <= now || ends_at > now + length + clock_slack; }
    /// Never more than there was at first.
    Duration left(Instant now) const { return is_over(now) ? Duration{} : std::min(ends_at - now, length); }
};

} // namespace huiyin::server
