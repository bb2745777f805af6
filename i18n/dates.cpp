#include "i18n/dates.h"

#include "core/base/verify.h"
#include "i18n/pattern_text.h"

namespace huiyin::i18n {

namespace {

constexpr std::array<std::string_view, 6> plural_categories{"zero", "one", "two", "few", "many", "other"};

template <std::size_t Count>
std::array<std::string, Count> names(LocaleData const& data, std::string const& path) {
    std::array<std::string, Count> result;
    for (std::size_t at = 0; at < Count; ++at)
        result[at] = data.get(path + std::to_string(at));
    return result;
}

std::string padded(std::int64_t value, std::size_t width) {
    std::string digits = std::to_string(value);
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    return digits;
}

bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

std::int64_t rounded(std::int64_t value, std::int64_t unit) { return (value + unit / 2) / unit; }

} // namespace

// The places in "DateTimePatterns": 4 is the full date, 10 joins it with the time.
Dates::Dates(LocaleData const& data, Duration utc_offset)
    : m_utc_offset(utc_offset), m_date_pattern(data.get("calendar/gregorian/DateTimePatterns/4")),
      m_time_pattern(data.get("calendar/gregorian/availableFormats/Hm")),
      m_weekdays(names<7>(data, "calendar/gregorian/dayNames/format/wide/")),
      m_months(names<12>(data, "calendar/gregorian/monthNames/format/wide/")) {
    std::string const glue = data.get("calendar/gregorian/DateTimePatterns/11");
    m_date_time_pattern = filled(glue, std::array{m_time_pattern, m_date_pattern});
}

std::string Dates::date(Instant at) const { return formatted(m_date_pattern, at); }

std::string Dates::date_time(Instant at) const { return formatted(m_date_time_pattern, at); }

// UTS 35, Date Format Patterns: letters are fields, text between apostrophes is itself.
std::string Dates::formatted(std::string_view pattern, Instant at) const {
    std::string result;
    bool is_quoted = false;
    for (std::size_t here = 0; here < pattern.size();) {
        char const byte = pattern[here];
        std::size_t count = 1;
        if (byte == '\'') {
            is_quoted = !is_quoted;
        } else if (is_quoted || !is_letter(byte)) {
            result.push_back(byte);
        } else {
            while (here + count < pattern.size() && pattern[here + count] == byte)
                ++count;
            result += field(byte, count, at);
        }
        here += count;
    }
    return result;
}

std::string Dates::field(char letter, std::size_t count, Instant at) const {
    Date const day = local_date(at, m_utc_offset);
    switch (letter) {
    case 'y': return std::to_string(day.year);
    case 'M': return count > 2 ? m_months[static_cast<std::size_t>(day.month - 1)] : padded(day.month, count);
    case 'd': return padded(day.day, count);
    case 'E': return m_weekdays[static_cast<std::size_t>(weekday(day))];
    case 'H': return padded(minutes_of_day(at) / 60, count);
    case 'm': return padded(minutes_of_day(at) % 60, count);
    default: break;
    }
    VERIFY(!"a date field that no language of the portal has had before");
    return {};
}

std::int64_t Dates::minutes_of_day(Instant at) const {
    Instant const midnight = at_local_midnight(local_date(at, m_utc_offset), m_utc_offset);
    return (at - midnight).ms / Duration::minutes(1).ms;
}

RelativeTimes::RelativeTimes(LocaleData const& data, Plurals const& plurals, Numbers const& numbers)
    : m_plurals(plurals), m_numbers(numbers), m_minute(unit(data, "minute")), m_hour(unit(data, "hour")),
      m_day(unit(data, "day")) {}

RelativeTimes::Unit RelativeTimes::unit(LocaleData const& data, std::string_view name) {
    std::string const path = "fields/" + std::string(name) + "/relativeTime/";
    return {patterns(data, path + "past/"), patterns(data, path + "future/")};
}

RelativeTimes::PatternsByCategory RelativeTimes::patterns(LocaleData const& data, std::string_view path) {
    PatternsByCategory result;
    for (std::string_view const category : plural_categories)
        if (auto pattern = data.find(std::string(path) + std::string(category)))
            result.emplace(category, *std::move(pattern));
    VERIFY(result.contains("other"));
    return result;
}

std::string RelativeTimes::format(Instant at, Instant now) const {
    bool const is_past = at < now;
    std::int64_t const distance = is_past ? (now - at).ms : (at - now).ms;
    std::int64_t const minutes = std::max<std::int64_t>(1, rounded(distance, Duration::minutes(1).ms));
    std::int64_t const hours = rounded(minutes, 60);
    bool const in_minutes = minutes < 60;
    bool const in_hours = !in_minutes && hours < 24;
    Unit const& unit = in_minutes ? m_minute : in_hours ? m_hour : m_day;
    std::int64_t const count = in_minutes ? minutes : in_hours ? hours : rounded(minutes, 24 * 60);
    PatternsByCategory const& by_category = is_past ? unit.past : unit.future;
    auto found = by_category.find(m_plurals.category(static_cast<double>(count)));
    if (found == by_category.end()) found = by_category.find("other");
    return filled(found->second, std::array{m_numbers.format(count)});
}

} // namespace huiyin::i18n
