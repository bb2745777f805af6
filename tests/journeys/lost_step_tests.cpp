#include "tests/journeys/citizen.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;
using namespace huiyin::tests;

namespace {

/// A case that a unit has, open on its citizen's page.
struct Opened {
    Joined joined;
    Citizen citizen{joined, "en"};
    Person& person = citizen.person();

    Opened() {
        citizen.fills_in().sends().opens_the_case();
        BOOST_REQUIRE(joined.staff(R"({"step":"dispatch","unit":"Noise Office"})") == 200);
        citizen.clicks("case.refresh.press");
    }
    void is_answered() {
        std::string const reply = R"({"step":"reply","reply":{"outcome":"partial","text":"Less noise."}})";
        BOOST_REQUIRE(joined.staff(reply) == 200);
        citizen.clicks("case.refresh.press");
    }
    void says_not_resolved() {
        citizen.clicks("case.feedback.give");
        person.clicks_answer(person.words("contacted.question"), person.words("contacted.yes.label"));
        person.clicks_answer(person.words("resolved.question"), person.words("resolved.no.label"));
        citizen.clicks("satisfaction.dissatisfied.label").clicks("feedback.reopen.yes");
        citizen.types("feedback.reason.label", "It is as loud as before.");
    }
    std::size_t times_on_the_page(std::string_view words) const {
        std::string const page = person.reads();
        std::size_t count = 0;
        for (std::size_t at = page.find(words); at != std::string::npos; at = page.find(words, at + 1))
            ++count;
        return count;
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(lost_step_tests)

BOOST_AUTO_TEST_CASE(a_message_whose_answer_was_lost_is_sent_again_and_stands_on_the_case_once) {
    Opened story;
    story.citizen.clicks("case.message.add").types("case.text.label", "It was loud again.");
    story.joined.network(Network::LosesAnswers);
    story.citizen.clicks("case.message.send");
    BOOST_TEST(story.citizen.sees("error.offline"));
    BOOST_TEST(story.person.value_of(story.person.words("case.text.label")) == "It was loud again.");
    story.joined.network(Network::Works);
    story.citizen.clicks("case.message.send");
    BOOST_TEST(story.citizen.sees("case.message.done"));
    BOOST_TEST(story.person.focus() == "case.done");
    BOOST_TEST(story.times_on_the_page("It was loud again.") == 1U);
}

BOOST_AUTO_TEST_CASE(a_withdrawal_whose_answer_was_lost_is_not_refused_the_second_time) {
    Opened story;
    story.citizen.clicks("case.withdraw.open");
    story.joined.network(Network::LosesAnswers);
    story.citizen.clicks("case.withdraw.confirm");
    BOOST_TEST(!story.citizen.sees("stage.withdrawn.label"));
    story.joined.network(Network::Works);
    story.citizen.clicks("case.withdraw.confirm");
    BOOST_TEST(story.citizen.sees("case.withdraw.done"));
    BOOST_TEST(story.citizen.sees("stage.withdrawn.label"));
}

BOOST_AUTO_TEST_CASE(not_resolved_sends_the_answers_and_reopens_the_case) {
    Opened story;
    story.is_answered();
    story.says_not_resolved();
    story.citizen.clicks("feedback.send");
    BOOST_TEST(story.person.address() == "/case");
    BOOST_TEST(story.citizen.sees("stage.reopened.label"));
    BOOST_TEST(story.person.sees("It is as loud as before."));
    BOOST_TEST(story.person.last_said() == story.person.words("feedback.thanks_reopened"));
}

BOOST_AUTO_TEST_CASE(feedback_that_loses_every_answer_once_reopens_the_case_once) {
    Opened story;
    story.is_answered();
    story.says_not_resolved();
    story.joined.network(Network::LosesAnswers);
    story.citizen.clicks("feedback.send");
    BOOST_TEST(story.citizen.sees("error.offline"));
    story.citizen.clicks("feedback.send");
    story.joined.network(Network::Works);
    story.citizen.clicks("feedback.send");
    BOOST_TEST(story.citizen.sees("stage.reopened.label"));
    BOOST_TEST(story.times_on_the_page("It is as loud as before.") == 1U);
}

BOOST_AUTO_TEST_CASE(whoever_has_left_the_form_is_not_fetched_back_by_its_answer) {
    Joined joined;
    Citizen sender(joined, "en");
    sender.fills_in().sends().clicks("receipt.code.copy");
    Citizen reader(joined, "en");
    reader.clicks("home.track.action");
    reader.types("track.number.label", joined.newest_number())
        .types("track.access_code.label", sender.person().clipboard());
    reader.person().holds_answers(true);
    reader.clicks("track.open").clicks("track.back");
    reader.person().lets_answers_come();
    BOOST_TEST(reader.person().address() == "/");
}

BOOST_AUTO_TEST_SUITE_END()
