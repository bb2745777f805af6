// A clock that is set back or forth while the server is at work.
#include "server/api/demand.h"
#include "server/api/wrong_tries.h"
#include "server/store/examination.h"
#include "tests/server/support/desk.h"

#include <boost/test/unit_test.hpp>

namespace huiyin::server::tests {

namespace {

using protocol::Method;

struct Fixture {
    Folder folder;
    std::unique_ptr<SqliteStore> store = std::move(SqliteStore::open(folder.path("huiyin.db"))).value();
    Desk desk{*store};

    void is_sound() {
        auto const examination = examine(*store);
        BOOST_REQUIRE(examination);
        for (std::string const& fault : examination->faults)
            BOOST_TEST_ERROR(fault);
    }
    std::vector<Event> events() {
        auto const number = CaseNumber::read(desk.number);
        return store->reader().value()->find(*number).value()->events;
    }
    bool is_in_order() {
        auto const happened = events();
        return std::is_sorted(happened.begin(), happened.end(),
                              [](Event const& one, Event const& other) { return one.at < other.at; });
    }
    void a_day_passes_in_a_moment(Duration jump) {
        desk.clock.now = desk.clock.now + jump;
        std::string const told = R"({"text":"Told at )" + std::to_string(desk.clock.now.unix_ms) + R"("})";
        BOOST_TEST(desk.sees().status == 200);
        BOOST_TEST(desk.asks(Method::Post, "/messages", told).status == 201);
        BOOST_TEST(is_in_order());
        is_sound();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(jumping_clock_tests, Fixture)

BOOST_AUTO_TEST_CASE(a_case_goes_on_when_the_clock_jumps_and_its_events_stay_in_order) {
    desk.has_a_case();
    a_day_passes_in_a_moment(Duration::days(-1));
    BOOST_TEST(desk.staff_takes(R"({"step":"dispatch","unit":"Noise Office"})").status == 200);
    a_day_passes_in_a_moment(Duration::days(2));
    a_day_passes_in_a_moment(Duration::days(-1));
    BOOST_TEST(events().size() == 5U);
}

BOOST_AUTO_TEST_CASE(no_number_is_given_twice_and_no_key_opens_two_cases_when_the_clock_jumps) {
    std::vector<std::string> numbers;
    std::vector<Response> receipts;
    for (int turn = 0; turn < 6; ++turn) {
        desk.clock.now = opening + Duration::days(turn % 3 - 1);
        receipts.push_back(desk.submits("key-" + std::to_string(turn)));
        BOOST_REQUIRE_EQUAL(receipts.back().status, 201);
        numbers.push_back(field(receipts.back(), "number"));
    }
    std::sort(numbers.begin(), numbers.end());
    BOOST_TEST((std::adjacent_find(numbers.begin(), numbers.end()) == numbers.end()));
    for (int days : {-1, 0, 1}) {
        desk.clock.now = opening + Duration::days(days);
        for (std::size_t turn = 0; turn < receipts.size(); ++turn)
            BOOST_TEST((desk.submits("key-" + std::to_string(turn)) == receipts[turn]));
    }
    is_sound();
}

BOOST_AUTO_TEST_CASE(nobody_waits_for_a_day_because_the_clock_was_set_back) {
    desk.has_a_case();
    std::string const right = std::exchange(desk.code, wrong(desk.code));
    for (int turn = 0; turn < WrongTries::free_tries; ++turn)
        BOOST_TEST(desk.sees().status == 404);
    BOOST_REQUIRE_EQUAL(desk.sees().status, 429);
    desk.code = right;
    desk.clock.now = opening + Duration::days(-1);
    BOOST_TEST(desk.sees().status == 200);
}

BOOST_AUTO_TEST_CASE(an_address_that_tries_many_numbers_must_wait_also_when_the_clock_was_set_back) {
    int number = 0;
    auto const tries = [&] {
        return desk.sends(Method::Get, "/api/v1/cases/" + CaseNumber::make({2026, 1, 1}, ++number).text())
            .status;
    };
    for (Duration const jump : {Duration{}, Duration::minutes(-30)}) {
        desk.clock.now = opening + jump;
        for (int turn = 0; turn < WrongTries::most_for_an_address; ++turn)
            BOOST_REQUIRE_EQUAL(tries(), 404);
        BOOST_TEST(tries() == 429);
    }
}

BOOST_AUTO_TEST_CASE(a_clock_that_is_set_right_by_moments_forgives_nobody) {
    for (Duration const moment : {Duration{1}, Duration::seconds(3)}) {
        WrongTries tries;
        Instant now = opening;
        for (int turn = 0; turn < WrongTries::free_tries; ++turn, now = now - moment)
            tries.count("number", "address", now);
        BOOST_TEST((tries.must_wait("number", "address", now) == WrongTries::first_wait));
        Demand demand(1);
        demand.count_case("address", opening);
        BOOST_TEST(demand.bits_for_case("address", opening - moment) == Demand::least_bits);
        demand.count_case("address", opening - moment);
        BOOST_TEST(demand.bits_for_case("address", opening) > Demand::least_bits);
    }
}

BOOST_AUTO_TEST_CASE(nobody_waits_longer_because_the_clock_is_set_right_by_moments) {
    WrongTries tries;
    tries.count("number", "address", opening);
    BOOST_TEST(!tries.must_wait("number", "address", opening - Duration::seconds(3)).has_value());
    for (int turn = 1; turn < WrongTries::free_tries; ++turn)
        tries.count("number", "address", opening);
    BOOST_TEST(
        (tries.must_wait("number", "address", opening - Duration::seconds(3)) == WrongTries::first_wait));
    BOOST_TEST(!tries.must_wait("number", "address", opening + WrongTries::first_wait).has_value());
}

BOOST_AUTO_TEST_CASE(a_session_ends_when_the_clock_jumps_ahead_and_not_when_it_is_set_back) {
    desk.has_a_case();
    auto const signed_in = desk.signed_in({"anna", "not used"});
    auto const status = [&] {
        return desk.sends(Method::Get, "/api/v1/staff/cases", {}, {signed_in}).status;
    };
    desk.clock.now = opening + Duration::days(-1);
    BOOST_TEST(status() == 200);
    desk.clock.now = opening + Duration::days(1);
    BOOST_TEST(status() == 401);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
