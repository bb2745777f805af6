#include "core/domain/clocks.h"
#include "tests/support/sample_city.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;

namespace {

constexpr auto eight_hours = Duration::hours(8);

Instant at(std::string_view text) { return *parse_rfc3339(text); }

DueTime due(std::string_view start, int amount, ClockBasis basis) {
    return due_time(at(start), {amount, basis}, official_calendar(), eight_hours);
}

Clock clock_of(std::string_view start, int amount, ClockBasis basis) {
    auto const end = due(start, amount, basis);
    return {
        .limit = {amount, basis}, .started_at = at(start), .due_at = end.at, .may_change = end.may_change};
}

Clock paused_and_resumed(Clock clock, std::string_view from, std::string_view until) {
    clock.paused_at = at(from);
    resume(clock, at(until), official_calendar(), eight_hours);
    return clock;
}

} // namespace

BOOST_AUTO_TEST_SUITE(clocks_tests)

BOOST_AUTO_TEST_CASE(hours_run_through_nights_and_holidays) {
    BOOST_TEST(due("2026-02-16T15:30:00Z", 24, ClockBasis::Hours).at == at("2026-02-17T15:30:00Z"));
    BOOST_TEST(!due("2026-12-31T20:00:00Z", 24, ClockBasis::Hours).may_change);
}

BOOST_AUTO_TEST_CASE(days_end_with_the_local_midnight_and_the_first_does_not_count) {
    BOOST_TEST(due("2026-03-02T02:00:00Z", 1, ClockBasis::CalendarDays).at == at("2026-03-03T16:00:00Z"));
    BOOST_TEST(due("2026-03-06T02:00:00Z", 7, ClockBasis::CalendarDays).at == at("2026-03-13T16:00:00Z"));
}

BOOST_AUTO_TEST_CASE(the_local_day_counts_and_not_the_day_in_utc) {
    auto const before_midnight = due("2026-03-02T15:59:59Z", 1, ClockBasis::CalendarDays).at;
    auto const behind_midnight = due("2026-03-02T16:00:00Z", 1, ClockBasis::CalendarDays).at;
    BOOST_TEST(behind_midnight - before_midnight == Duration::days(1));
    auto const in_utc =
        due_time(at("2026-03-02T16:00:00Z"), {1, ClockBasis::CalendarDays}, official_calendar(), {});
    BOOST_TEST(in_utc.at == at("2026-03-04T00:00:00Z"));
}

BOOST_AUTO_TEST_CASE(working_days_skip_the_weekend) {
    BOOST_TEST(due("2026-03-06T02:00:00Z", 1, ClockBasis::WorkingDays).at == at("2026-03-09T16:00:00Z"));
}

// Friday the 13th, then the worked Saturday 14th, nine free days, and Tuesday the 24th.
BOOST_AUTO_TEST_CASE(working_days_skip_the_spring_festival_and_count_its_make_up_days) {
    BOOST_TEST(due("2026-02-13T02:00:00Z", 1, ClockBasis::WorkingDays).at == at("2026-02-14T16:00:00Z"));
    BOOST_TEST(due("2026-02-13T02:00:00Z", 2, ClockBasis::WorkingDays).at == at("2026-02-24T16:00:00Z"));
    BOOST_TEST(due("2026-02-13T02:00:00Z", 6, ClockBasis::WorkingDays).at == at("2026-02-28T16:00:00Z"));
}

BOOST_AUTO_TEST_CASE(a_count_into_a_year_that_is_not_published_may_change) {
    BOOST_TEST(!due("2026-12-10T02:00:00Z", 15, ClockBasis::WorkingDays).may_change);
    auto const into_2099 = due("2099-03-02T02:00:00Z", 5, ClockBasis::WorkingDays);
    BOOST_TEST(into_2099.may_change);
    BOOST_TEST(into_2099.at == at("2099-03-09T16:00:00Z"));
}

BOOST_AUTO_TEST_CASE(calendar_days_never_change) {
    BOOST_TEST(!due("2099-03-02T02:00:00Z", 5, ClockBasis::CalendarDays).may_change);
}

BOOST_AUTO_TEST_CASE(a_limit_of_no_days_ends_with_the_day_itself) {
    BOOST_TEST(due("2026-03-02T02:00:00Z", 0, ClockBasis::WorkingDays).at == at("2026-03-02T16:00:00Z"));
}

BOOST_AUTO_TEST_CASE(a_clock_is_running_to_the_last_moment_and_then_overdue) {
    auto const clock = clock_of("2026-03-02T02:00:00Z", 2, ClockBasis::Hours);
    BOOST_TEST(state_of(clock, at("2026-03-02T04:00:00Z")) == ClockState::Running);
    BOOST_TEST(state_of(clock, at("2026-03-02T04:00:00.001Z")) == ClockState::Overdue);
}

BOOST_AUTO_TEST_CASE(a_clock_that_was_met_says_whether_in_time) {
    auto clock = clock_of("2026-03-02T02:00:00Z", 2, ClockBasis::Hours);
    clock.met_at = clock.due_at;
    BOOST_TEST(state_of(clock, at("2027-01-01T00:00:00Z")) == ClockState::Met);
    clock.met_at = clock.due_at + Duration{1};
    BOOST_TEST(state_of(clock, at("2027-01-01T00:00:00Z")) == ClockState::Late);
}

BOOST_AUTO_TEST_CASE(a_cancelled_clock_is_never_overdue) {
    auto clock = clock_of("2026-03-02T02:00:00Z", 2, ClockBasis::Hours);
    clock.is_cancelled = true;
    BOOST_TEST(state_of(clock, at("2027-01-01T00:00:00Z")) == ClockState::Cancelled);
}

BOOST_AUTO_TEST_CASE(a_paused_clock_does_not_become_overdue) {
    auto clock = clock_of("2026-03-02T02:00:00Z", 2, ClockBasis::Hours);
    clock.paused_at = at("2026-03-02T03:00:00Z");
    BOOST_TEST(state_of(clock, at("2027-01-01T00:00:00Z")) == ClockState::Paused);
}

BOOST_AUTO_TEST_CASE(a_pause_does_not_hide_that_a_clock_was_overdue) {
    auto clock = clock_of("2026-03-02T02:00:00Z", 2, ClockBasis::Hours);
    clock.paused_at = at("2026-03-02T05:00:00Z");
    BOOST_TEST(state_of(clock, at("2026-03-02T05:00:00Z")) == ClockState::Overdue);
    auto const before = clock.due_at;
    resume(clock, at("2026-03-09T05:00:00Z"), official_calendar(), eight_hours);
    BOOST_TEST(clock.due_at == before);
}

BOOST_AUTO_TEST_CASE(hours_are_extended_by_the_length_of_the_pause) {
    auto const clock = paused_and_resumed(clock_of("2026-03-02T02:00:00Z", 24, ClockBasis::Hours),
                                          "2026-03-02T03:00:00Z", "2026-03-05T04:30:00Z");
    BOOST_TEST(clock.due_at == at("2026-03-06T03:30:00Z"));
    BOOST_TEST(!clock.paused_at);
}

// Due at the end of Monday the 9th; four working days are left on Tuesday the 3rd.
BOOST_AUTO_TEST_CASE(after_a_pause_as_many_working_days_are_left_as_before) {
    auto const clock = clock_of("2026-03-02T02:00:00Z", 5, ClockBasis::WorkingDays);
    BOOST_TEST(clock.due_at == at("2026-03-09T16:00:00Z"));
    auto const over_a_weekend = paused_and_resumed(clock, "2026-03-03T02:00:00Z", "2026-03-08T02:00:00Z");
    BOOST_TEST(over_a_weekend.due_at == at("2026-03-12T16:00:00Z"));
}

BOOST_AUTO_TEST_CASE(a_pause_within_one_day_changes_no_day) {
    auto const clock = clock_of("2026-03-02T02:00:00Z", 5, ClockBasis::WorkingDays);
    auto const resumed = paused_and_resumed(clock, "2026-03-03T01:00:00Z", "2026-03-03T09:00:00Z");
    BOOST_TEST(resumed.due_at == clock.due_at);
}

BOOST_AUTO_TEST_CASE(a_pause_into_a_year_that_is_not_published_may_change_the_date) {
    auto const clock = clock_of("2026-03-02T02:00:00Z", 5, ClockBasis::WorkingDays);
    BOOST_TEST(paused_and_resumed(clock, "2026-03-03T01:00:00Z", "2099-03-03T01:00:00Z").may_change);
}

BOOST_AUTO_TEST_CASE(each_urgency_has_its_own_limits) {
    auto const city = tests::sample_city();
    for (auto const& [urgency, name] : Names<Urgency>::all) {
        auto const clocks = clocks_for(urgency, at("2026-03-02T02:00:00Z"), city, official_calendar());
        BOOST_TEST_REQUIRE(clocks.size() == 2U);
        BOOST_TEST(clocks[0].kind == ClockKind::Dispatch);
        BOOST_TEST((clocks[0].limit == city.limits_for(urgency).dispatch));
        BOOST_TEST(clocks[1].kind == ClockKind::Reply);
        BOOST_TEST((clocks[1].limit == city.limits_for(urgency).reply));
    }
    BOOST_TEST((city.limits_for(Urgency::LifeSafety).reply == Limit{2, ClockBasis::Hours}));
}

BOOST_AUTO_TEST_SUITE_END()
