#include "core/protocol/messages.h"
#include "tests/support/sample_cases.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;
using namespace huiyin::protocol;

namespace {

constexpr auto per_element = boost::test_tools::per_element();

Problems order_problems(std::string_view json) {
    auto const read = read_step_order(json);
    auto const* unreadable = std::get_if<Unreadable>(&read);
    return unreadable ? unreadable->problems : Problems{};
}

bool holds(std::string const& json, std::string_view part) { return json.find(part) != std::string::npos; }

} // namespace

BOOST_AUTO_TEST_SUITE(staff_messages_tests)

BOOST_AUTO_TEST_CASE(a_step_is_read_with_its_unit_note_and_reply) {
    StepOrder const dispatch{.step = Step::Dispatch, .unit = UnitName{"Noise Office"}, .text = "Soon."};
    BOOST_TEST((std::get<StepOrder>(read_step_order(
                    R"({"step":"dispatch","unit":"Noise Office","note":"Soon."})")) == dispatch));
    StepOrder const reply{
        .step = Step::Reply,
        .reply = Reply{.outcome = Outcome::NotJustified, .text = "No.", .grounds = "Article 12."}};
    BOOST_TEST((
        std::get<StepOrder>(read_step_order(
            R"({"step":"reply","reply":{"outcome":"not_justified","text":"No.","grounds":"Article 12."}})")) ==
        reply));
}

BOOST_AUTO_TEST_CASE(a_step_of_the_citizen_is_unknown_to_staff) {
    for (auto const* step : {"submit", "message", "feedback", "reopen", "withdraw", "fly"})
        BOOST_TEST(
            (order_problems("{\"step\":\"" + std::string(step) + "\"}") == Problems{{"step", "unknown"}}),
            step);
}

BOOST_AUTO_TEST_CASE(everything_wrong_with_a_step_is_told_at_once) {
    Problems const expected = {{"step", "required"},
                               {"unit", "wrong_type"},
                               {"reply.outcome", "unknown"},
                               {"reply.at", "unknown_field"},
                               {"contact", "unknown_field"}};
    BOOST_TEST(order_problems(R"({"unit":1,"reply":{"outcome":"fine","at":"x"},"contact":{}})") == expected,
               per_element);
}

BOOST_AUTO_TEST_CASE(credentials_need_both_parts) {
    auto const read = read_credentials(R"({"name":"lin","password":"secret"})");
    BOOST_TEST_REQUIRE(std::holds_alternative<Credentials>(read));
    BOOST_TEST(std::get<Credentials>(read).name == "lin");
    BOOST_TEST(std::get<Credentials>(read).password == "secret");
    Problems const expected = {{"name", "required"}, {"password", "required"}};
    BOOST_TEST(std::get<Unreadable>(read_credentials("{}")).problems == expected, per_element);
}

BOOST_AUTO_TEST_CASE(a_token_tells_when_it_ends) {
    BOOST_TEST(write_token("abc", Role::Unit, Instant{0}) ==
               R"({"token":"abc","role":"unit","expires_at":"1970-01-01T00:00:00Z"})");
}

BOOST_AUTO_TEST_CASE(staff_see_the_contact_the_notes_and_what_they_may_do) {
    auto story = tests::full_story();
    auto const json = write_staff_case(story.subject(), staff_may(story.subject()), story.now());
    for (auto const* part :
         {"\"name\":\"Lin Mei\"", "\"preferred\":\"email\"", "\"visibility\":\"confidential\"",
          "\"location\":{\"lat\":39.9163,\"lng\":116.3972}", "\"may\":[\"close\"]",
          "\"outcome\":\"not_justified\"", "\"contacted\":\"no\"", "\"text\":\"Measured 62 dB.\"",
          "\"unit\":\"Noise Office\""})
        BOOST_TEST(holds(json, part), part);
}

BOOST_AUTO_TEST_CASE(a_work_list_has_no_personal_data) {
    auto const story = tests::full_story();
    auto const json = write_staff_list({story.subject(), story.subject()}, "next-page", story.now());
    BOOST_TEST(json.starts_with("{\"cases\":[{\"number\":\"HY20260302-000001-"));
    BOOST_TEST(json.ends_with("],\"next\":\"next-page\"}"));
    BOOST_TEST(!holds(json, "Lin Mei"));
}

BOOST_AUTO_TEST_CASE(an_empty_work_list_has_no_next) {
    BOOST_TEST(write_staff_list({}, "", Instant{}) == R"({"cases":[],"next":null})");
}

BOOST_AUTO_TEST_SUITE_END()
