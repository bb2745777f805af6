#include "core/domain/calendar.h"

#include <iterator>

namespace huiyin {

namespace {

#include "official_days.inc"

} // namespace

bool Calendar::is_working_day(Date date) const {
    if (make_up_days.contains(date)) return true;
    if (holidays.contains(date)) return false;
    int const day = weekday(date);
    return day != 0 && day != 6;
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
