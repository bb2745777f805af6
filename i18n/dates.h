#pragma once

#include "core/base/time.h"
#include "i18n/locale_data.h"
#include "i18n/numbers.h"
#include "i18n/plurals.h"

#include <array>
#include <map>

namespace huiyin::i18n {

/// Dates and times of the city: Gregorian calendar, 24 hours, Latin digits, in CLDR's words and order.
class Dates {
public:
    Dates(LocaleData const& data, Duration utc_offset);

    /// "Friday, 20 November 2026".
    std::string date(Instant at) const;
    /// "Friday, 20 November 2026, 14:00".
    std::string date_time(Instant at) const;
    bool is_midnight(Instant at) const { return minutes_of_day(at) == 0; }

private:
    std::string formatted(std::string_view pattern, Instant at) const;
    std::string field(char letter, std::size_t count, Instant at) const;
    std::int64_t minutes_of_day(Instant at) const;

    Duration m_utc_offset;
    std::string m_date_pattern;
    std::string m_time_pattern;
    std::string m_date_time_pattern;
    std::array<std::string, 7> m_weekdays;
    std::array<std::string, 12> m_months;
};

/// "in 3 hours", "2 days ago". Days are the largest unit: a limit is counted in days, not in weeks.
class RelativeTimes {
public:
    RelativeTimes(LocaleData const& data, Plurals const& plurals, Numbers const& numbers);

    std::string format(Instant at, Instant now) const;

private:
    using PatternsByCategory = std::map<std::string, std::string>;
    struct Unit {
        PatternsByCategory past;
        PatternsByCategory future;
    };
    static PatternsByCategory patterns(LocaleData const& data, std::string_view path);
    static Unit unit(LocaleData const& data, std::string_view name);

    Plurals const& m_plurals;
    Numbers const& m_numbers;
    Unit m_minute;
    Unit m_hour;
    Unit m_day;
};

} // namespace huiyin::i18n
