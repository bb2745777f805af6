#include "i18n/persian_calendar.h"

namespace huiyin::i18n {

namespace {

/// 1 Farvardin of the year 1, in days since 1970.
constexpr std::int64_t epoch = -492'268;
constexpr std::int64_t years_of_cycle = 33;
constexpr std::int64_t leap_years_of_cycle = 8;
constexpr std::int64_t days_of_cycle = 365 * years_of_cycle + leap_years_of_cycle;
/// Six months of 31 days, then of 30.
constexpr std::int64_t days_of_long_months = std::int64_t{6} * 31;

std::int64_t days_before_year(std::int64_t year) {
    return 365 * (year - 1) + (leap_years_of_cycle * year + 21) / years_of_cycle;
}

} // namespace

Date persian_date(Date gregorian) {
    std::int64_t const days = days_from_date(gregorian) - epoch;
    std::int64_t const year = 1 + (years_of_cycle * days + 3) / days_of_cycle;
    std::int64_t const day_of_year = days - days_before_year(year);
    bool const is_long = day_of_year < days_of_long_months;
    std::int64_t const month = is_long ? day_of_year / 31 : 6 + (day_of_year - days_of_long_months) / 30;
    std::int64_t const day = is_long ? day_of_year % 31 : (day_of_year - days_of_long_months) % 30;
    return {static_cast<int>(year), static_cast<int>(month + 1), static_cast<int>(day + 1)};
}

} // namespace huiyin::i18n
