#pragma once

#include "core/base/time.h"

#include <set>

namespace huiyin {

/// Official working days with public holidays and make-up working days (调休).
/// A year that is not published counts weekends only.
struct Calendar {
    std::set<Date> holidays;
    /// Saturdays and Sundays that are worked.
    std::set<Date> make_up_days;
    std::set<int> published_years;

    bool is_working_day(Date date) const;
    bool is_published(int year) const { return published_years.contains(year); }
};

/// The years known when the program was built.
Calendar const& official_calendar();

} // namespace huiyin
