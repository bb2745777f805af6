#pragma once

#include "core/base/time.h"

namespace huiyin::server {

/// How long something is remembered.
struct Lifetime {
    Instant ends_at;
    /// From the moment that set the end.
    Duration length;

    static Lifetime from(Instant now, Duration length) { return {now + length, length}; }
    /// Also when the clock was set back: no end lies as far ahead.
    bool is_over(Instant now) const { return ends_at <= now || ends_at > now + length; }
};

} // namespace huiyin::server
