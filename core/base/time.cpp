#include "core/base/time.h"

#include <algorithm>
#include <array>

namespace huiyin {

namespace {

constexpr std::int64_t ms_per_day = 86'400'000;

std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
    return value / by - (value % by < 0 ? 1 : 0);
}

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(int year, int month) {
    static constexpr std::array<int, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : lengths[static_cast<std::size_t>(month - 1)];
}

/// Writes numbers with fixed widths and what stands between them, "2026-11-22T…", into a space on the stack.
class FixedText {
public:
    void digits(std::int64_t value, std::size_t width) {
        for (std::size_t index = width; index-- > 0; value /= 10)
            m_bytes[m_size + index] = static_cast<char>('0' + value % 10);
        m_size += width;
    }
    void mark(char character) { m_bytes[m_size++] = character; }
    std::string_view text() const { return {m_bytes.data(), m_size}; }

private:
    std::array<char, 40> m_bytes{};
    std::size_t m_size = 0;
};

/// Four digits, or more when it takes them; years before 0 have no form in RFC 3339.
std::size_t digits_of_year(int year) {
    std::size_t width = 4;
    for (int left = year / 10'000; left > 0; left /= 10)
        ++width;
    return width;
}

/// Reads fixed-width fields from the front of a text.
class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    std::optional<int> digits(std::size_t count) {
        if (m_text.size() < count) return std::nullopt;
        int value = 0;
        for (char character : m_text.substr(0, count)) {
            if (character < '0' || character > '9') return std::nullopt;
            value = value * 10 + (character - '0');
        }
        m_text.remove_prefix(count);
        return value;
    }

    bool takes(char expected) {
        if (m_text.empty() || m_text.front() != expected) return false;
        m_text.remove_prefix(1);
        return true;
    }

    bool takes_either(char lower, char upper) { return takes(lower) || takes(upper); }
    bool at_end() const { return m_text.empty(); }

private:
    std::string_view m_text;
};

std::optional<Date> read_date(Reader& reader) {
    auto year = reader.digits(4);
    if (!year || !reader.takes('-')) return std::nullopt;
    auto month = reader.digits(2);
    if (!month || !reader.takes('-') || *month < 1 || *month > 12) return std::nullopt;
    auto day = reader.digits(2);
    if (!day || *day < 1 || *day > days_in_month(*year, *month)) return std::nullopt;
    return Date{*year, *month, *day};
}

/// hh:mm:ss[.fraction] in milliseconds; digits behind the third of a fraction are cut.
std::optional<std::int64_t> read_time_of_day(Reader& reader) {
    auto hour = reader.digits(2);
    if (!hour || *hour > 23 || !reader.takes(':')) return std::nullopt;
    auto minute = reader.digits(2);
    if (!minute || *minute > 59 || !reader.takes(':')) return std::nullopt;
    auto second = reader.digits(2);
    if (!second || *second > 59) return std::nullopt;
    std::int64_t ms = ((*hour * 60LL + *minute) * 60 + *second) * 1000;
    if (!reader.takes('.')) return ms;
    auto digit = reader.digits(1);
    if (!digit) return std::nullopt;
    for (int weight = 100; digit; weight /= 10, digit = reader.digits(1))
        ms += *digit * weight;
    return ms;
}

std::optional<std::int64_t> read_offset(Reader& reader) {
    if (reader.takes_either('z', 'Z')) return 0;
    bool const is_west = reader.takes('-');
    if (!is_west && !reader.takes('+')) return std::nullopt;
    auto hour = reader.digits(2);
    if (!hour || *hour > 23 || !reader.takes(':')) return std::nullopt;
    auto minute = reader.digits(2);
    if (!minute || *minute > 59) return std::nullopt;
    std::int64_t const ms = (*hour * 60LL + *minute) * 60'000;
    return is_west ? -ms : ms;
}

} // namespace

// Days are counted from a year that starts in March, so that the leap day is its last.
std::int64_t days_from_date(Date date) {
    std::int64_t const year = date.year - (date.month <= 2 ? 1 : 0);
    std::int64_t const era = floor_divide(year, 400);
    std::int64_t const year_of_era = year - era * 400;
    std::int64_t const month_from_march = (date.month + 9) % 12;
    std::int64_t const day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
    std::int64_t const day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146'097 + day_of_era - 719'468;
}

Date date_from_days(std::int64_t days) {
    std::int64_t const shifted = days + 719'468;
    std::int64_t const era = floor_divide(shifted, 146'097);
    std::int64_t const day_of_era = shifted - era * 146'097;
    std::int64_t const year_of_era =
        (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    std::int64_t const day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    std::int64_t const month_from_march = (5 * day_of_year + 2) / 153;
    int const day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
    int const month = static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
    int const year = static_cast<int>(year_of_era + era * 400 + (month <= 2 ? 1 : 0));
    return {year, month, day};
}

int weekday(Date date) {
    std::int64_t const thursday_based = days_from_date(date) + 4;
    return static_cast<int>(thursday_based - floor_divide(thursday_based, 7) * 7);
}

Date local_date(Instant at, Duration utc_offset) {
    return date_from_days(floor_divide((at + utc_offset).unix_ms, ms_per_day));
}

Instant at_local_midnight(Date date, Duration utc_offset) {
    return Instant{days_from_date(date) * ms_per_day} - utc_offset;
}

std::string format_rfc3339(Instant at) {
    std::string text;
    append_rfc3339(text, at);
    return text;
}

void append_rfc3339(std::string& text, Instant at) {
    std::int64_t const days = floor_divide(at.unix_ms, ms_per_day);
    std::int64_t const remainder = at.unix_ms % ms_per_day;
    std::int64_t const ms_of_day = remainder < 0 ? remainder + ms_per_day : remainder;
    Date const date = date_from_days(days);
    std::int64_t const second = ms_of_day / 1000;
    FixedText fixed;
    fixed.digits(std::max(date.year, 0), digits_of_year(date.year)), fixed.mark('-');
    fixed.digits(date.month, 2), fixed.mark('-');
    fixed.digits(date.day, 2), fixed.mark('T');
    fixed.digits(second / 3600, 2), fixed.mark(':');
    fixed.digits(second / 60 % 60, 2), fixed.mark(':');
    fixed.digits(second % 60, 2);
    if (ms_of_day % 1000 != 0) fixed.mark('.'), fixed.digits(ms_of_day % 1000, 3);
    fixed.mark('Z');
    text.append(fixed.text());
}

std::optional<Instant> parse_rfc3339(std::string_view text) {
    Reader reader(text);
    auto const date = read_date(reader);
    if (!date || !reader.takes_either('t', 'T')) return std::nullopt;
    auto const time_of_day = read_time_of_day(reader);
    if (!time_of_day) return std::nullopt;
    auto const offset = read_offset(reader);
    if (!offset || !reader.at_end()) return std::nullopt;
    return Instant{days_from_date(*date) * ms_per_day + *time_of_day - *offset};
}

std::ostream& operator<<(std::ostream& out, Instant at) { return out << format_rfc3339(at); }
std::ostream& operator<<(std::ostream& out, Date date) {
    return out << format_rfc3339(at_local_midnight(date, {})).substr(0, 10);
}
std::ostream& operator<<(std::ostream& out, Duration duration) { return out << duration.ms << " ms"; }

} // namespace huiyin
