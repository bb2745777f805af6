#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace huiyin {

/// A length of time, in milliseconds.
struct Duration {
    std::int64_t ms = 0;

    static constexpr Duration seconds(std::int64_t count) { return {count * 1000}; }
    static constexpr Duration minutes(std::int64_t count) { return seconds(count * 60); }
    static constexpr Duration hours(std::int64_t count) { return minutes(count * 60); }
    static constexpr Duration days(std::int64_t count) { return hours(count * 24); }

    constexpr auto operator<=>(Duration const&) const = default;
    constexpr Duration operator+(Duration other) const { return {ms + other.ms}; }
    constexpr Duration operator-(Duration other) const { return {ms - other.ms}; }
};

/// A moment: milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
struct Instant {
    std::int64_t unix_ms = 0;

    constexpr auto operator<=>(Instant const&) const = default;
    constexpr Instant operator+(Duration by) const { return {unix_ms + by.ms}; }
    constexpr Instant operator-(Duration by) const { return {unix_ms - by.ms}; }
    constexpr Duration operator-(Instant other) const { return {unix_ms - other.unix_ms}; }
};

/// A day of the proleptic Gregorian calendar; month and day count from 1.
struct Date {
    int year = 1970;
    int month = 1;
    int day = 1;

    constexpr auto operator<=>(Date const&) const = default;
};

/// Days since 1970-01-01; the inverse of date_from_days.
std::int64_t days_from_date(Date date);
Date date_from_days(std::int64_t days);
/// 0 is Sunday … 6 is Saturday.
int weekday(Date date);
/// The city's local day at a moment; a zone is a fixed distance from UTC.
Date local_date(Instant at, Duration utc_offset);
Instant at_local_midnight(Date date, Duration utc_offset);

/// RFC 3339 in UTC, "2026-11-20T14:00:00Z"; milliseconds are written only when there are some.
std::string format_rfc3339(Instant at);
void append_rfc3339(std::string& text, Instant at);
/// Reads RFC 3339 with any offset; nothing when malformed or impossible.
std::optional<Instant> parse_rfc3339(std::string_view text);

std::ostream& operator<<(std::ostream& out, Instant at);
std::ostream& operator<<(std::ostream& out, Date date);
std::ostream& operator<<(std::ostream& out, Duration duration);

} // namespace huiyin
