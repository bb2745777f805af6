#include "tests/server/support/desk.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <chrono>

namespace huiyin::server::tests {

namespace {

using Clock = std::chrono::steady_clock;
using Times = std::vector<Clock::duration>;

double median_ns(Times times) {
    auto const middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return static_cast<double>(std::chrono::nanoseconds(*middle).count());
}

/// Strangers who try codes, each from an address of their own.
struct Strangers {
    Desk& desk;
    int count = 0;

    Clock::duration try_at(std::string const& number) {
        ++count;
        std::string const address =
            "10." + std::to_string(count / 250) + "." + std::to_string(count % 250) + ".1";
        protocol::Request request{
            protocol::Method::Get, "/api/v1/cases/" + number, {{"X-Access-Code", wrong(desk.code)}}, {}};
        auto const begin = Clock::now();
        Response const answer = desk.api->handle(std::move(request), address);
        auto const end = Clock::now();
        BOOST_REQUIRE_EQUAL(answer.status, 404);
        return end - begin;
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(timing_tests)

BOOST_AUTO_TEST_CASE(by_the_time_it_takes_nobody_tells_an_unknown_number_from_a_wrong_code) {
    Folder folder;
    auto const store = std::move(SqliteStore::open(folder.path("huiyin.db"))).value();
    Desk desk(*store);
    constexpr int cases = 40;
    for (int made = 0; made < cases; ++made)
        BOOST_REQUIRE_EQUAL(desk.submits("key-" + std::to_string(made)).status, 201);
    desk.has_a_case();
    Strangers strangers{desk};
    Times known;
    Times unknown;
    for (int round = 0; round < 20; ++round)
        for (int sequence = 1; sequence <= cases; ++sequence) {
            std::string const one = CaseNumber::make({2026, 11, 19}, sequence).text();
            std::string const none = CaseNumber::make({2026, 11, 19}, 7000 + sequence).text();
            // Whoever comes second finds the processor warm.
            if ((round + sequence) % 2 == 0) known.push_back(strangers.try_at(one));
            unknown.push_back(strangers.try_at(none));
            if ((round + sequence) % 2 != 0) known.push_back(strangers.try_at(one));
        }
    // A fifth of a microsecond, where the network between differs by thousands; a row that is read for known
    // numbers alone would be twice that.
    double const usual = median_ns(known);
    BOOST_TEST(std::abs(usual - median_ns(unknown)) < 0.035 * usual);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
