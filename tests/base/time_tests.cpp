#include "core/base/time.h"

#include <boost/test/unit_test.hpp>

#include <limits>

using namespace huiyin;

BOOST_AUTO_TEST_SUITE(time_tests)

BOOST_AUTO_TEST_CASE(the_epoch_is_day_zero) {
    BOOST_TEST(days_from_date({1970, 1, 1}) == 0);
    BOOST_TEST(date_from_days(0) == (Date{1970, 1, 1}));
}

BOOST_AUTO_TEST_CASE(days_and_dates_are_inverse_over_eight_centuries) {
    Date before = date_from_days(-146'097);
    for (std::int64_t days = -146'096; days < 146'097; ++days) {
        Date const date = date_from_days(days);
        if (days_from_date(date) != days || !(before < date)) BOOST_FAIL(days);
        before = date;
    }
}

BOOST_AUTO_TEST_CASE(a_leap_day_exists_in_2000_and_2024_and_not_in_1900) {
    BOOST_TEST(date_from_days(days_from_date({2000, 2, 28}) + 1) == (Date{2000, 2, 29}));
    BOOST_TEST(date_from_days(days_from_date({2024, 2, 28}) + 1) == (Date{2024, 2, 29}));
    BOOST_TEST(date_from_days(days_from_date({1900, 2, 28}) + 1) == (Date{1900, 3, 1}));
}

BOOST_AUTO_TEST_CASE(weekdays_count_from_sunday) {
    BOOST_TEST(weekday({1970, 1, 1}) == 4);
    BOOST_TEST(weekday({2026, 11, 22}) == 0);
    BOOST_TEST(weekday({1969, 12, 27}) == 6);
}

BOOST_AUTO_TEST_CASE(the_local_day_begins_at_local_midnight) {
    auto const eight_hours = Duration::hours(8);
    BOOST_TEST(local_date(*parse_rfc3339("2026-03-01T15:59:59.999Z"), eight_hours) == (Date{2026, 3, 1}));
    BOOST_TEST(local_date(*parse_rfc3339("2026-03-01T16:00:00Z"), eight_hours) == (Date{2026, 3, 2}));
    BOOST_TEST(at_local_midnight({2026, 3, 2}, eight_hours) == *parse_rfc3339("2026-03-01T16:00:00Z"));
}

BOOST_AUTO_TEST_CASE(a_moment_before_1970_has_its_own_local_day) {
    BOOST_TEST(local_date(Instant{-1}, {}) == (Date{1969, 12, 31}));
}

BOOST_AUTO_TEST_CASE(moments_are_written_in_utc) {
    BOOST_TEST(format_rfc3339(Instant{0}) == "1970-01-01T00:00:00Z");
    BOOST_TEST(format_rfc3339(Instant{1'795'183'200'000}) == "2026-11-20T14:00:00Z");
    BOOST_TEST(format_rfc3339(Instant{-1}) == "1969-12-31T23:59:59.999Z");
    BOOST_TEST(format_rfc3339(Instant{7}) == "1970-01-01T00:00:00.007Z");
    BOOST_TEST(format_rfc3339(at_local_midnight({987, 6, 5}, {})) == "0987-06-05T00:00:00Z");
}

BOOST_AUTO_TEST_CASE(any_moment_at_all_can_be_written) {
    for (auto ms : {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()})
        BOOST_TEST(format_rfc3339(Instant{ms}).back() == 'Z');
}

BOOST_AUTO_TEST_CASE(what_was_written_is_read_again) {
    for (std::int64_t ms :
         {0LL, 1LL, 999LL, 1'795'183'200'123LL, -62'135'596'800'000LL, 253'402'300'799'999LL})
        BOOST_TEST(parse_rfc3339(format_rfc3339(Instant{ms})).value() == Instant{ms});
}

BOOST_AUTO_TEST_CASE(an_offset_is_taken_away) {
    Instant const at = *parse_rfc3339("2026-11-20T14:00:00Z");
    BOOST_TEST(parse_rfc3339("2026-11-20T22:00:00+08:00").value() == at);
    BOOST_TEST(parse_rfc3339("2026-11-20t08:30:00-05:30").value() == at);
}

BOOST_AUTO_TEST_CASE(digits_behind_the_millisecond_are_cut) {
    BOOST_TEST(parse_rfc3339("1970-01-01T00:00:00.0019999999999999999999Z").value() == Instant{1});
    BOOST_TEST(parse_rfc3339("1970-01-01T00:00:00.5Z").value() == Instant{500});
}

BOOST_AUTO_TEST_CASE(what_is_no_moment_is_refused) {
    for (auto const* text :
         {"", "2026", "2026-11-20", "2026-11-20T14:00:00", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z",
          "2026-02-29T00:00:00Z", "2026-11-31T00:00:00Z", "2026-11-20T24:00:00Z", "2026-11-20T14:60:00Z",
          "2026-11-20T14:00:60Z", "2026-11-20T14:00:00.Z", "2026-11-20T14:00:00+24:00",
          "2026-11-20T14:00:00+08", "2026-11-20T14:00:00Z ", " 2026-11-20T14:00:00Z", "20261120T140000Z",
          "+026-11-20T14:00:00Z", "2026-11-20 14:00:00Z"})
        BOOST_TEST(!parse_rfc3339(text), text);
}

BOOST_AUTO_TEST_SUITE_END()
