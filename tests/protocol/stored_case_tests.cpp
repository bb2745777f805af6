#include "core/protocol/messages.h"
#include "tests/support/sample_cases.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;
using namespace huiyin::protocol;

namespace {

/// All but its events, which the store keeps one by one.
bool is_kept(Case subject) {
    auto const read = read_stored_case(write_stored_case(subject));
    subject.events.clear();
    return read.is_ok() && *read == subject;
}

} // namespace

BOOST_AUTO_TEST_SUITE(stored_case_tests)

BOOST_AUTO_TEST_CASE(a_case_comes_back_from_the_store_as_it_was_in_every_stage) {
    auto story = tests::full_story();
    BOOST_TEST(is_kept(story.subject()));
    BOOST_TEST(is_kept(story.reopened().subject()));
    BOOST_TEST(is_kept(story.asks().subject()));
    tests::CaseStory early;
    BOOST_TEST(is_kept(early.subject()));
    BOOST_TEST(is_kept(early.takes(Step::Withdraw).subject()));
}

BOOST_AUTO_TEST_CASE(a_clock_that_may_change_comes_back) {
    tests::CaseStory const story(tests::sample_submission(), "2098-12-20T02:00:00Z");
    BOOST_TEST(story.subject().clocks[1].may_change);
    BOOST_TEST(is_kept(story.subject()));
}

BOOST_AUTO_TEST_CASE(a_broken_case_is_an_error_and_never_half_a_case) {
    auto const whole = write_stored_case(tests::full_story().subject());
    for (std::size_t length = 0; length < whole.size(); ++length)
        BOOST_TEST_REQUIRE(read_stored_case(whole.substr(0, length)).error().code == "stored_case_broken");
}

BOOST_AUTO_TEST_SUITE_END()
