#include "core/domain/calendar.h"

#include <iterator>

namespace huiyin {

namespace {

#include "official_days.inc"

} // namespace

bool Calendar::is_working_day(Date date) const {
    int const day = weekday(date);
    bool const is_weekend = day == 0 || day == 6;
    return is_weekend ? make_up_days.contains(date) : !holidays.contains(date);
}

Calendar const& official_calendar() {
    static Calendar const calendar{
        {std::begin(holidays), std::end(holidays)},
        {std::begin(make_up_days), std::end(make_up_days)},
        {std::begin(published_years), std::end(published_years)},
    };
    return calendar;
}

} // namespace huiyin
