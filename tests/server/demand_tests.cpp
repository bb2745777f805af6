#include "core/protocol/messages.h"
#include "server/api/demand.h"
#include "tests/server/support/desk.h"

#include <boost/test/unit_test.hpp>

namespace huiyin::server::tests {

namespace {

using protocol::Method;

constexpr int free_cases = 3;

struct Fixture {
    MemoryStore store;
    Desk desk{store};
    int keys = 0;

    Fixture() { desk.api->office().demand = Demand(free_cases); }

    Response submits(std::string const& work = {}, std::string_view from = "192.0.2.1") {
        return desk.api->handle({Method::Post,
                                 "/api/v1/cases",
                                 {{"Content-Type", "application/json"},
                                  {"Idempotency-Key", "key-" + std::to_string(++keys)},
                                  {"X-Work", work}},
                                 good_submission()},
                                from);
    }
    void sends_all_that_is_free(std::string_view from = "192.0.2.1") {
        for (int sent = 0; sent < free_cases; ++sent)
            BOOST_REQUIRE_EQUAL(submits({}, from).status, 201);
    }

    static Work asked_in(Response const& response) {
        BOOST_TEST(response.status == 429);
        auto const problem = protocol::read_problem(response.status, response.body);
        BOOST_TEST(problem.code == "work_required");
        BOOST_REQUIRE(problem.work.has_value());
        return *problem.work;
    }
    static std::string done(Work const& work) {
        return work.challenge + ":" + std::to_string(number_among(work, 0, std::uint64_t{1} << 30).value());
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(demand_tests, Fixture)

BOOST_AUTO_TEST_CASE(who_sends_very_much_works_for_each_more_and_nobody_is_turned_away) {
    sends_all_that_is_free();
    Work const work = asked_in(submits());
    BOOST_TEST(work.bits == Demand::least_bits);
    BOOST_TEST(submits(done(work)).status == 201);
    asked_in(submits());
    // Others have nothing to do with it.
    BOOST_TEST(submits({}, "203.0.113.9").status == 201);
    desk.clock.now = opening + Demand::window;
    BOOST_TEST(submits().status == 201);
}

BOOST_AUTO_TEST_CASE(work_counts_once_and_for_two_minutes) {
    sends_all_that_is_free();
    std::string const first = done(asked_in(submits()));
    BOOST_TEST(submits(first).status == 201);
    asked_in(submits(first));
    std::string const second = done(asked_in(submits()));
    desk.clock.now = opening + Demand::challenge_life;
    asked_in(submits(second));
}

BOOST_AUTO_TEST_CASE(work_that_we_did_not_ask_for_or_that_is_not_done_counts_for_nothing) {
    sends_all_that_is_free();
    Work const work = asked_in(submits());
    std::string const whole = done(work);
    std::string easier = whole;
    easier.replace(easier.find('.') + 1, 2, "01");
    std::string later = whole;
    later.front() = '9';
    for (std::string const& shown : {work.challenge, work.challenge + ":", work.challenge + ":x", easier,
                                     later, std::string(":"), std::string("..:"), whole + "0"})
        asked_in(submits(shown));
    BOOST_TEST(submits(whole).status == 201);
}

BOOST_AUTO_TEST_CASE(work_for_one_thing_is_no_work_for_another_and_too_little_is_none) {
    Secret const& secret = desk.api->office().secret;
    Demand demand(1);
    std::string const shown = done(demand.challenge(secret, "step", 4, opening));
    BOOST_TEST(!demand.accepts(secret, "case", shown, 4, opening));
    BOOST_TEST(!demand.accepts(secret, "step", shown, 6, opening));
    BOOST_TEST(demand.accepts(secret, "step", shown, 5, opening));
}

BOOST_AUTO_TEST_CASE(the_more_is_sent_the_more_work_it_is) {
    Demand demand(2);
    auto const bits_after = [&](int count) {
        while (count-- > 0)
            demand.count_case("a", opening);
        return demand.bits_for_case("a", opening);
    };
    BOOST_TEST(bits_after(1) == 0);
    BOOST_TEST(bits_after(1) == Demand::least_bits);
    BOOST_TEST(bits_after(2) == Demand::least_bits + 1);
    BOOST_TEST(bits_after(4) == Demand::least_bits + 2);
    BOOST_TEST(bits_after(2'000) == most_work_bits);
}

BOOST_AUTO_TEST_CASE(when_very_many_send_at_once_every_device_works) {
    for (int address = 0; address < Demand::surge_factor; ++address)
        sends_all_that_is_free("address " + std::to_string(address));
    Work const work = asked_in(submits({}, "somebody else"));
    BOOST_TEST(submits(done(work), "somebody else").status == 201);
    desk.clock.now = opening + Demand::surge_window;
    BOOST_TEST(submits({}, "a third").status == 201);
}

BOOST_AUTO_TEST_CASE(a_clock_that_is_set_back_keeps_nobody_at_work_longer_than_the_window_is) {
    sends_all_that_is_free();
    asked_in(submits());
    desk.clock.now = opening + Duration::minutes(-30);
    sends_all_that_is_free();
    asked_in(submits());
}

BOOST_AUTO_TEST_CASE(a_refused_or_repeated_submission_is_not_counted) {
    for (int turn = 0; turn < 3 * free_cases; ++turn) {
        BOOST_TEST(desk.submits("the-same").status == 201);
        BOOST_TEST(desk.submits("bad", good_submission("short")).status == 422);
    }
    BOOST_TEST(submits().status == 201);
}

BOOST_AUTO_TEST_CASE(a_case_that_takes_very_many_steps_asks_for_work_and_only_its_holder_counts) {
    desk.has_a_case();
    auto const says = [&](std::string const& text) {
        return desk.asks(Method::Post, "/messages", R"({"text":")" + text + "\"}");
    };
    std::string const code = std::exchange(desk.code, wrong(desk.code));
    for (int turn = 0; turn < 3; ++turn)
        BOOST_TEST(says("A stranger.").status == 404);
    desk.code = code;
    for (int turn = 0; turn < Demand::free_steps; ++turn)
        BOOST_REQUIRE_EQUAL(says("Message " + std::to_string(turn)).status, 201);
    asked_in(says("One more."));
    desk.clock.now = opening + Demand::steps_window;
    BOOST_TEST(says("One more.").status == 201);
}

BOOST_AUTO_TEST_CASE(the_seal_of_a_challenge_has_128_bits) {
    Work const work = Demand(1).challenge(desk.api->office().secret, "case", 1, opening);
    BOOST_TEST((work.challenge.size() - work.challenge.rfind('.') - 1) * 6 >= 128U);
}

BOOST_AUTO_TEST_CASE(a_challenge_is_short_enough_for_one_block) {
    Work const work = Demand(1).challenge(desk.api->office().secret, "case", most_work_bits, opening);
    // FIPS 180-4, 5.1.1: 55 bytes and their length fill a block; a device tries up to ten digits.
    BOOST_TEST(work.challenge.size() + 1 + 10 <= 55U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
