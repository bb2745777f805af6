#pragma once

#include "core/base/time.h"

#include <vector>

namespace huiyin {

/// Official working days with public holidays and make-up working days (调休).
/// A year that is not published counts weekends only. The lists are sorted.
struct Calendar {
    std::vector<Date> holidays;
    /// Saturdays and Sundays that are worked.
    std::vector<Date> make_up_days;
    std::vector<int> published_years;

    bool is_working_day(Date date) const;
    bool is_published(int year) const;
};

/// The years known when the program was built.
Calendar const& official_calendar();

} // namespace huiyin
