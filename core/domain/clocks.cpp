#include "core/domain/clocks.h"

namespace huiyin {

namespace {

constexpr int shortest_month = 28;

Date day_after(Date date) {
    if (date.day < shortest_month) return {date.year, date.month, date.day + 1};
    return date_from_days(days_from_date(date) + 1);
}

bool counts(Date date, ClockBasis basis, Calendar const& calendar) {
    return basis != ClockBasis::WorkingDays || calendar.is_working_day(date);
}

bool may_still_change(Date date, ClockBasis basis, Calendar const& calendar) {
    return basis == ClockBasis::WorkingDays && !calendar.is_published(date.year);
}

/// Days of the basis behind `from`, up to and with `to`.
int days_between(Date from, Date to, ClockBasis basis, Calendar const& calendar) {
    int count = 0;
    for (Date date = from; date < to;) {
        date = day_after(date);
        if (counts(date, basis, calendar)) ++count;
    }
    return count;
}

/// The last local day on which the clock may be met.
Date due_day(Clock const& clock, Duration utc_offset) {
    return local_date(Instant{clock.due_at.unix_ms - 1}, utc_offset);
}

DueTime due_after_pause(Clock const& clock, Instant now, Calendar const& calendar, Duration utc_offset) {
    if (clock.limit.basis == ClockBasis::Hours) return {clock.due_at + (now - *clock.paused_at), false};
    int const days_left = days_between(local_date(*clock.paused_at, utc_offset), due_day(clock, utc_offset),
                                       clock.limit.basis, calendar);
    return due_time(now, {days_left, clock.limit.basis}, calendar, utc_offset);
}

Clock started(ClockKind kind, Limit limit, Instant start, City const& city, Calendar const& calendar) {
    auto const due = due_time(start, limit, calendar, city.utc_offset);
    return {
        .kind = kind, .limit = limit, .started_at = start, .due_at = due.at, .may_change = due.may_change};
}

} // namespace

DueTime due_time(Instant start, Limit limit, Calendar const& calendar, Duration utc_offset) {
    if (limit.basis == ClockBasis::Hours) return {start + Duration::hours(limit.amount), false};
    Date day = local_date(start, utc_offset);
    bool may_change = false;
    for (int left = limit.amount; left > 0;) {
        day = day_after(day);
        may_change = may_change || may_still_change(day, limit.basis, calendar);
        if (counts(day, limit.basis, calendar)) --left;
    }
    return {at_local_midnight(day_after(day), utc_offset), may_change};
}

ClockState state_of(Clock const& clock, Instant now) {
    if (clock.is_cancelled) return ClockState::Cancelled;
    if (clock.met_at) return *clock.met_at <= clock.due_at ? ClockState::Met : ClockState::Late;
    if (clock.paused_at.value_or(now) > clock.due_at) return ClockState::Overdue;
    return clock.paused_at ? ClockState::Paused : ClockState::Running;
}

std::vector<Clock> clocks_for(Urgency urgency, Instant start, City const& city, Calendar const& calendar) {
    auto const& limits = city.limits_for(urgency);
    return {started(ClockKind::Dispatch, limits.dispatch, start, city, calendar),
            reply_clock(urgency, start, city, calendar)};
}

Clock reply_clock(Urgency urgency, Instant start, City const& city, Calendar const& calendar) {
    return started(ClockKind::Reply, city.limits_for(urgency).reply, start, city, calendar);
}

bool is_open(Clock const& clock) { return !clock.met_at && !clock.is_cancelled; }

void resume(Clock& clock, Instant now, Calendar const& calendar, Duration utc_offset) {
    bool const was_overdue = clock.paused_at > clock.due_at;
    if (!was_overdue) {
        auto const due = due_after_pause(clock, now, calendar, utc_offset);
        clock.due_at = due.at;
        clock.may_change = due.may_change;
    }
    clock.paused_at.reset();
}

} // namespace huiyin
