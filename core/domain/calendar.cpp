#include "core/domain/calendar.h"

#include <algorithm>
#include <iterator>

namespace huiyin {

namespace {

#include "official_days.inc"

template <class Item>
bool is_among(std::vector<Item> const& sorted, Item const& item) {
    return std::binary_search(sorted.begin(), sorted.end(), item);
}

} // namespace

bool Calendar::is_working_day(Date date) const {
    int const day = weekday(date);
    bool const is_weekend = day == 0 || day == 6;
    return is_weekend ? is_among(make_up_days, date) : !is_among(holidays, date);
}

bool Calendar::is_published(int year) const { return is_among(published_years, year); }

Calendar const& official_calendar() {
    static Calendar const calendar{
        {std::begin(holidays), std::end(holidays)},
        {std::begin(make_up_days), std::end(make_up_days)},
        {std::begin(published_years), std::end(published_years)},
    };
    return calendar;
}

} // namespace huiyin
