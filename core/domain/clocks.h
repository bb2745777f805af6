#pragma once

#include "core/base/time.h"
#include "core/domain/calendar.h"
#include "core/domain/city.h"

#include <optional>
#include <vector>

namespace huiyin {

/// 时限: a due time with its basis and its pauses.
struct Clock {
    ClockKind kind = ClockKind::Dispatch;
    Limit limit;
    Instant started_at;
    Instant due_at;
    /// Set while the case waits for the citizen.
    std::optional<Instant> paused_at = {};
    /// Set when what the clock asked for was done.
    std::optional<Instant> met_at = {};
    bool is_cancelled = false;
    /// The due day lies in a year whose holidays are not published yet, so the date may change.
    bool may_change = false;

    bool operator==(Clock const&) const = default;
};

/// Hours end to the second; days end with the city's local midnight after the last day counted.
/// The day of the start does not count.
struct DueTime {
    Instant at;
    bool may_change = false;
};
DueTime due_time(Instant start, Limit limit, Calendar const& calendar, Duration utc_offset);

ClockState state_of(Clock const& clock, Instant now);

std::vector<Clock> clocks_for(Urgency urgency, Instant start, City const& city, Calendar const& calendar);
Clock reply_clock(Urgency urgency, Instant start, City const& city, Calendar const& calendar);

/// Neither met nor cancelled.
bool is_open(Clock const& clock);

/// Ends the pause of a paused clock. Hours are moved by the length of the pause; of days, as many are left
/// as were left when the pause began. A clock that was overdue by then keeps its due time.
void resume(Clock& clock, Instant now, Calendar const& calendar, Duration utc_offset);

} // namespace huiyin
