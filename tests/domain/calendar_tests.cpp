#include "core/domain/calendar.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

using namespace huiyin;

BOOST_AUTO_TEST_SUITE(calendar_tests)

BOOST_AUTO_TEST_CASE(monday_to_friday_are_worked) {
    Calendar const empty;
    BOOST_TEST(empty.is_working_day({2026, 3, 2}));
    BOOST_TEST(empty.is_working_day({2026, 3, 6}));
    BOOST_TEST(!empty.is_working_day({2026, 3, 7}));
    BOOST_TEST(!empty.is_working_day({2026, 3, 8}));
}

// 国务院办公厅关于2026年部分节假日安排的通知, 国办发明电〔2025〕7号.
BOOST_AUTO_TEST_CASE(the_spring_festival_of_2026_is_as_the_state_council_published_it) {
    auto const& calendar = official_calendar();
    for (int day = 15; day <= 23; ++day)
        BOOST_TEST(!calendar.is_working_day({2026, 2, day}));
    BOOST_TEST(calendar.is_working_day({2026, 2, 14}));
    BOOST_TEST(calendar.is_working_day({2026, 2, 24}));
    BOOST_TEST(calendar.is_working_day({2026, 2, 28}));
}

BOOST_AUTO_TEST_CASE(the_national_day_of_2026_moves_working_days_onto_weekends) {
    auto const& calendar = official_calendar();
    for (int day = 1; day <= 7; ++day)
        BOOST_TEST(!calendar.is_working_day({2026, 10, day}));
    BOOST_TEST(calendar.is_working_day({2026, 9, 20}));
    BOOST_TEST(calendar.is_working_day({2026, 10, 10}));
}

BOOST_AUTO_TEST_CASE(every_make_up_day_is_a_weekend_and_no_holiday) {
    auto const& calendar = official_calendar();
    BOOST_TEST(!calendar.make_up_days.empty());
    for (auto const& day : calendar.make_up_days) {
        BOOST_TEST((weekday(day) == 0 || weekday(day) == 6), day);
        BOOST_TEST(std::count(calendar.holidays.begin(), calendar.holidays.end(), day) == 0, day);
    }
}

BOOST_AUTO_TEST_CASE(the_lists_are_sorted_so_that_a_day_is_found_in_them) {
    auto const& calendar = official_calendar();
    BOOST_TEST(std::is_sorted(calendar.holidays.begin(), calendar.holidays.end()));
    BOOST_TEST(std::is_sorted(calendar.make_up_days.begin(), calendar.make_up_days.end()));
    BOOST_TEST(std::is_sorted(calendar.published_years.begin(), calendar.published_years.end()));
}

BOOST_AUTO_TEST_CASE(the_years_from_2004_to_2026_are_known) {
    for (int year = 2004; year <= 2026; ++year)
        BOOST_TEST(official_calendar().is_published(year), year);
    BOOST_TEST(!official_calendar().is_published(2003));
}

BOOST_AUTO_TEST_CASE(each_published_year_has_between_245_and_255_working_days) {
    for (int year : official_calendar().published_years) {
        int worked = 0;
        for (auto day = days_from_date({year, 1, 1}); day < days_from_date({year + 1, 1, 1}); ++day)
            worked += official_calendar().is_working_day(date_from_days(day)) ? 1 : 0;
        BOOST_TEST((worked >= 245 && worked <= 255), year << " has " << worked);
    }
}

BOOST_AUTO_TEST_SUITE_END()
