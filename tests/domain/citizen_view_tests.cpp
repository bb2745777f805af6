#include "core/domain/citizen_view.h"
#include "tests/support/case_story.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;
using tests::CaseStory;

namespace {

CitizenCase seen(CaseStory const& story) { return citizen_view(story.subject(), story.rules(), story.now()); }

} // namespace

BOOST_AUTO_TEST_SUITE(citizen_view_tests)

BOOST_AUTO_TEST_CASE(the_citizen_sees_the_case_and_its_clocks) {
    CaseStory story;
    story.later(Duration::hours(1)).dispatched();
    auto const view = seen(story);
    BOOST_TEST(view.number == story.subject().number);
    BOOST_TEST(view.stage == Stage::Dispatched);
    BOOST_TEST(view.unit->value == "Noise Office");
    BOOST_TEST(view.description == story.subject().submission.description);
    BOOST_TEST_REQUIRE(view.clocks.size() == 2U);
    BOOST_TEST(view.clocks[0].state == ClockState::Met);
    BOOST_TEST(view.clocks[1].state == ClockState::Running);
    BOOST_TEST((view.clocks[1].limit == Limit{15, ClockBasis::WorkingDays}));
    BOOST_TEST(!view.feedback_until);
    BOOST_TEST(!view.reopen_until);
}

BOOST_AUTO_TEST_CASE(notes_on_acting_are_shown_and_notes_of_the_office_are_not) {
    CaseStory story;
    story.takes(
        {.step = Step::Dispatch, .unit = UnitName{"Noise Office"}, .text = "Lin Mei, +86 10 1234 5678"});
    story.takes({.step = Step::Contact, .text = "Rang twice."});
    story.takes({.step = Step::Instruct, .text = "Measure at night."});
    story.takes({.step = Step::Handle, .text = "Measured 62 dB."}).replied();
    story.takes({.step = Step::Close, .text = "Filed."});
    std::vector<std::string> texts;
    for (auto const& event : seen(story).events)
        texts.push_back(event.text);
    std::vector<std::string> const expected = {
        "", "", "", "Measure at night.", "Measured 62 dB.", "The site rests at night.", ""};
    BOOST_TEST(texts == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_case_without_a_language_is_undetermined) {
    auto submission = tests::sample_submission();
    submission.language.reset();
    BOOST_TEST(seen(CaseStory(submission)).written_in.tag == LanguageTag{"und"});
}

BOOST_AUTO_TEST_CASE(an_answered_case_tells_until_when_it_may_be_rated_and_reopened) {
    CaseStory story;
    story.dispatched().replied();
    auto const view = seen(story);
    BOOST_TEST((view.feedback_until == parse_rfc3339("2026-03-16T16:00:00Z")));
    BOOST_TEST((view.reopen_until == parse_rfc3339("2026-03-12T16:00:00Z")));
    std::vector<Step> const expected = {Step::Message, Step::Feedback, Step::Reopen};
    BOOST_TEST(view.may == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
