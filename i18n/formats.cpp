#include "i18n/formats.h"

#include "core/base/verify.h"
#include "i18n/persian_calendar.h"

#include <algorithm>

namespace huiyin::i18n {

namespace {

struct Distance {
    std::int64_t count;
    char const* unit;
};

std::int64_t rounded(std::int64_t value, std::int64_t unit) { return (value + unit / 2) / unit; }

/// Days are the largest unit: a limit is counted in days, not in weeks.
Distance distance_of(std::int64_t ms) {
    std::int64_t const minutes = std::max<std::int64_t>(1, rounded(ms, Duration::minutes(1).ms));
    if (minutes < 60) return {minutes, "minute"};
    std::int64_t const hours = rounded(minutes, 60);
    if (hours < 24) return {hours, "hour"};
    return {rounded(minutes, 24 * 60), "day"};
}

bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

std::string two_digits(std::int64_t value) { return std::to_string(100 + value).substr(1); }

std::int64_t minute_of_day(Instant at, Duration utc_offset) {
    Instant const midnight = at_local_midnight(local_date(at, utc_offset), utc_offset);
    return (at - midnight).ms / Duration::minutes(1).ms;
}

} // namespace

Formats::Formats(LanguageInfo const& language, Duration utc_offset)
    : m_conventions(conventions(language)), m_utc_offset(utc_offset), m_bundle(icu_locale(language)),
      m_numbers(icu_locale(language), m_conventions.digits) {}

std::string Formats::relative(Instant at, Instant now) const {
    bool const is_past = at < now;
    Distance const distance = distance_of(is_past ? (now - at).ms : (at - now).ms);
    std::string const path =
        std::string("fields/") + distance.unit + "/relativeTime/" + (is_past ? "past/" : "future/");
    auto const own = m_bundle.find_text(path + m_numbers.plural(distance.count));
    std::string words = own ? *own : m_bundle.text(path + "other");
    std::size_t const place = words.find("{0}");
    if (place != std::string::npos) words.replace(place, 3, m_numbers.written(distance.count));
    return words;
}

std::string Formats::written(Instant at, std::string_view pattern) const {
    if (m_conventions.gregorian.empty())
        return m_numbers.in_digits(in_pattern(at, pattern, Calendar::Gregorian));
    return m_numbers.in_digits(in_pattern(at, pattern, Calendar::Persian) +
                               in_pattern(at, m_conventions.gregorian, Calendar::Gregorian));
}

/// Patterns of dates as UTS 35 writes them: letters are fields, what stands in apostrophes is itself.
std::string Formats::in_pattern(Instant at, std::string_view pattern, Calendar calendar) const {
    std::string words;
    bool is_quoted = false;
    for (std::size_t from = 0; from < pattern.size();) {
        char const sign = pattern[from];
        std::size_t const end = std::min(pattern.find_first_not_of(sign, from), pattern.size());
        if (sign == '\'') {
            is_quoted = !is_quoted;
            ++from;
        } else if (is_quoted || !is_letter(sign)) {
            words.push_back(sign);
            ++from;
        } else {
            words += field(pattern.substr(from, end - from), at, calendar);
            from = end;
        }
    }
    return words;
}

std::string Formats::field(std::string_view letters, Instant at, Calendar calendar) const {
    Date const gregorian = local_date(at, m_utc_offset);
    bool const is_persian = calendar == Calendar::Persian;
    Date const day = is_persian ? persian_date(gregorian) : gregorian;
    char const* const months =
        is_persian ? "calendar/persian/monthNames/format/wide" : "calendar/gregorian/monthNames/format/wide";
    std::int64_t const minutes = minute_of_day(at, m_utc_offset);
    if (letters == "EEEE")
        return m_bundle.text("calendar/gregorian/dayNames/format/wide", weekday(gregorian));
    if (letters == "MMMM") return m_bundle.text(months, day.month - 1);
    if (letters == "y") return std::to_string(day.year);
    if (letters == "M") return std::to_string(day.month);
    if (letters == "d") return std::to_string(day.day);
    if (letters == "H") return std::to_string(minutes / 60);
    if (letters == "HH") return two_digits(minutes / 60);
    if (letters == "mm") return two_digits(minutes % 60);
    verification_failed("the pattern of a date has known fields", __FILE__, __LINE__);
}

} // namespace huiyin::i18n
