#include "core/protocol/messages.h"
#include "tests/support/sample_cases.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;
using namespace huiyin::protocol;
using tests::CaseStory;

namespace {

constexpr auto per_element = boost::test_tools::per_element();

template <class T>
Unreadable fault_of(Read<T> const& read) {
    auto const* unreadable = std::get_if<Unreadable>(&read);
    return unreadable ? *unreadable : Unreadable{};
}

Unreadable submission_fault(std::string_view json) { return fault_of(read_submission(json)); }

/// A receipt with every clock there is.
Receipt sample_receipt() {
    CaseStory const story;
    auto const& subject = story.subject();
    return {.number = subject.number,
            .access_code = "7Q4M-0K9T-ABCD-EFGH",
            .stage = subject.stage,
            .urgency = subject.urgency,
            .created_at = subject.created_at,
            .clocks = shown_clocks(subject.clocks, story.now()),
            .written_in = {.tag = {"kk"}, .confidence = 0.98},
            .needs_interpreter = true,
            .phone = "+861012345678"};
}

std::string without_field(std::string json, std::string_view field) {
    auto const start = json.find("\"" + std::string(field) + "\":");
    auto const end = json.find(',', start);
    return json.erase(start, end - start + 1);
}

} // namespace

BOOST_AUTO_TEST_SUITE(citizen_messages_tests)

BOOST_AUTO_TEST_CASE(the_example_of_the_contract_is_read) {
    auto const read = read_submission(R"({ "nature": "complaint", "category": "environment.noise",
        "district": "dongcheng", "address": "Street", "location": {"lat": 39.9, "lng": 116},
        "occurred_at": "2026-11-20T14:00:00Z", "description": "It is loud.", "language": "en",
        "visibility": "confidential", "contact": {"name": "Lin", "phone": "+86", "email": "a@b.cn",
        "preferred": "phone", "language": "en"}, "attachments": [], "channel": "web" })");
    Submission const expected{.nature = Nature::Complaint,
                              .category = {"environment.noise"},
                              .district = {"dongcheng"},
                              .address = "Street",
                              .location = Location{39.9, 116},
                              .occurred_at = parse_rfc3339("2026-11-20T14:00:00Z"),
                              .description = "It is loud.",
                              .language = LanguageTag{"en"},
                              .visibility = Visibility::Confidential,
                              .contact = Contact{.name = "Lin",
                                                 .phone = "+86",
                                                 .email = "a@b.cn",
                                                 .preferred = PreferredContact::Phone,
                                                 .language = LanguageTag{"en"}}};
    BOOST_TEST_REQUIRE(std::holds_alternative<Submission>(read));
    BOOST_TEST((std::get<Submission>(read) == expected));
}

BOOST_AUTO_TEST_CASE(a_submission_is_read_as_it_was_written) {
    for (auto const& submission :
         {Submission{}, tests::sample_submission(), tests::full_story().subject().submission}) {
        auto const read = read_submission(write_submission(submission));
        BOOST_TEST_REQUIRE(std::holds_alternative<Submission>(read));
        BOOST_TEST((std::get<Submission>(read) == submission));
    }
}

BOOST_AUTO_TEST_CASE(texts_come_back_untrimmed) {
    auto const read = read_submission(R"({"description": "  loud \n"})");
    BOOST_TEST(std::get<Submission>(read).description == "  loud \n");
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_left_to_the_rules) {
    BOOST_TEST((std::get<Submission>(read_submission("{}")) == Submission{}));
}

BOOST_AUTO_TEST_CASE(everything_wrong_with_the_fields_is_told_at_once) {
    auto const fault = submission_fault(R"({"nature": "song", "category": 7, "district": null,
        "location": {"lat": "north", "height": 3}, "occurred_at": "yesterday", "description": ["a"],
        "visibility": "secret", "contact": {"phone": 110, "fax": "1"}, "attachments": [{"type": "text/html"}],
        "channel": "pigeon", "urgency": "life_safety"})");
    Problems const expected = {{"nature", "unknown"},
                               {"category", "wrong_type"},
                               {"district", "wrong_type"},
                               {"location.lat", "wrong_type"},
                               {"location.lng", "required"},
                               {"location.height", "unknown_field"},
                               {"occurred_at", "invalid"},
                               {"description", "wrong_type"},
                               {"visibility", "unknown"},
                               {"contact.phone", "wrong_type"},
                               {"contact.fax", "unknown_field"},
                               {"attachments.id", "required"},
                               {"attachments.name", "required"},
                               {"attachments.type", "unknown"},
                               {"attachments.bytes", "required"},
                               {"channel", "unknown"},
                               {"urgency", "unknown_field"}};
    BOOST_TEST(fault.code == "");
    BOOST_TEST(fault.problems == expected, per_element);
}

BOOST_AUTO_TEST_CASE(a_body_that_is_no_object_has_the_wrong_type) {
    Problems const expected = {{"", "wrong_type"}};
    for (auto const* json : {"[]", "null", "\"text\"", "7", "true"})
        BOOST_TEST(submission_fault(json).problems == expected, per_element);
    Problems const nested = {{"contact", "wrong_type"}, {"location", "wrong_type"}};
    BOOST_TEST(submission_fault(R"({"contact": [], "location": "here"})").problems.size() == nested.size());
}

BOOST_AUTO_TEST_CASE(a_malformed_body_has_a_code_and_no_problems) {
    BOOST_TEST((submission_fault("{") == Unreadable{"malformed_json"}));
    BOOST_TEST((submission_fault(R"({"nature":"help","nature":"help"})") == Unreadable{"duplicate_key"}));
    BOOST_TEST((submission_fault(std::string(20, '[')) == Unreadable{"too_deep"}));
}

BOOST_AUTO_TEST_CASE(a_long_unknown_name_comes_back_cut) {
    auto const fault = submission_fault("{\"" + std::string(10'000, 'x') + "\":1}");
    BOOST_TEST_REQUIRE(fault.problems.size() == 1U);
    BOOST_TEST(fault.problems[0].field.size() == 64U);
}

BOOST_AUTO_TEST_CASE(thousands_of_unknown_fields_are_not_all_told) {
    std::string json = "{\"m\":0";
    for (int i = 0; i < 5'000; ++i)
        json.append(",\"m").append(std::to_string(i)).append("\":0");
    auto const fault = submission_fault(json + "}");
    BOOST_TEST((!fault.problems.empty() && fault.problems.size() < 100));
}

BOOST_AUTO_TEST_CASE(a_receipt_has_the_fields_of_the_contract) {
    auto receipt = sample_receipt();
    receipt.clocks.resize(1);
    BOOST_TEST(
        write_receipt(receipt) ==
        "{\"number\":\"" + receipt.number.text() +
            "\",\"access_code\":\"7Q4M-0K9T-ABCD-EFGH\",\"stage\":\"received\",\"urgency\":\"general\","
            "\"created_at\":\"2026-03-02T02:00:00Z\",\"clocks\":[{\"kind\":\"dispatch\","
            "\"due_at\":\"2026-03-03T02:00:00Z\",\"state\":\"running\","
            "\"limit\":{\"amount\":24,\"basis\":\"hours\"},\"may_change\":false}],"
            "\"language\":\"kk\",\"language_confidence\":0.98,\"language_source\":\"detected\","
            "\"needs_interpreter\":true,\"phone\":\"+861012345678\"}");
}

BOOST_AUTO_TEST_CASE(a_receipt_is_read_as_it_was_written) {
    auto const receipt = sample_receipt();
    auto const read = read_receipt(write_receipt(receipt));
    BOOST_TEST_REQUIRE(read.is_ok());
    BOOST_TEST((*read == receipt));
}

BOOST_AUTO_TEST_CASE(a_receipt_gets_its_code_afterwards) {
    auto receipt = sample_receipt();
    auto const whole = write_receipt(receipt);
    auto const code = std::exchange(receipt.access_code, "");
    BOOST_TEST(with_access_code(write_receipt(receipt), code) == whole);
}

BOOST_AUTO_TEST_CASE(a_case_has_the_fields_of_the_contract) {
    auto const story = tests::full_story();
    auto const json = write_citizen_case(citizen_view(story.subject(), story.rules(), story.now()));
    for (auto const* field :
         {"number", "stage", "stage_label_key", "nature", "category", "district", "description", "language",
          "urgency", "created_at", "unit", "clocks", "events", "reply", "feedback", "may"})
        BOOST_TEST(json.find("\"" + std::string(field) + "\":") != std::string::npos, field);
    BOOST_TEST(json.find("\"stage_label_key\":\"stage.replied.label\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(no_contact_and_no_office_note_is_in_a_case) {
    auto story = tests::full_story();
    auto const json = write_citizen_case(citizen_view(story.subject(), story.rules(), story.now()));
    for (auto const* secret : {"Lin Mei", "1234 5678", "lin@example.org", "contact\":{", "access_code"})
        BOOST_TEST(json.find(secret) == std::string::npos, secret);
}

BOOST_AUTO_TEST_CASE(a_case_is_read_as_it_was_written_in_every_stage) {
    auto story = tests::full_story();
    auto const is_the_same = [&] {
        auto const view = citizen_view(story.subject(), story.rules(), story.now());
        auto const read = read_citizen_case(write_citizen_case(view));
        return read.is_ok() && *read == view;
    };
    BOOST_TEST(is_the_same());
    BOOST_TEST((story.reopened(), is_the_same()));
    BOOST_TEST((story.asks(), is_the_same()));
    story = CaseStory();
    BOOST_TEST(is_the_same());
    BOOST_TEST((story.takes(Step::Withdraw), is_the_same()));
}

BOOST_AUTO_TEST_CASE(an_answer_may_hold_more_than_we_know) {
    auto json = write_receipt(sample_receipt());
    json.insert(1, "\"news\":{\"deep\":[1]},");
    BOOST_TEST(read_receipt(json).is_ok());
}

BOOST_AUTO_TEST_CASE(an_answer_that_lacks_what_we_need_is_a_bad_answer) {
    auto const json = write_receipt(sample_receipt());
    for (auto const* field : {"number", "access_code", "stage", "urgency", "created_at"})
        BOOST_TEST(read_receipt(without_field(json, field)).error().code == "bad_answer", field);
    for (auto const* nonsense : {"", "<html>", "{}", "[]", "null", "{\"number\":\"HY20261120-000123-0\"}"}) {
        BOOST_TEST(read_receipt(nonsense).error().code == "bad_answer", nonsense);
        BOOST_TEST(read_citizen_case(nonsense).error().code == "bad_answer", nonsense);
    }
}

BOOST_AUTO_TEST_CASE(a_message_and_a_reason_are_one_text) {
    BOOST_TEST(write_message("two\nlines") == R"({"text":"two\nlines"})");
    BOOST_TEST(std::get<std::string>(read_message(write_message("回音"))) == "回音");
    BOOST_TEST(std::get<std::string>(read_reason(write_reason("回音"))) == "回音");
    BOOST_TEST((fault_of(read_message("{}")).problems == Problems{{"text", "required"}}));
    BOOST_TEST((fault_of(read_reason(R"({"text":"a","reason":"b"})")).problems ==
                Problems{{"text", "unknown_field"}}));
}

BOOST_AUTO_TEST_CASE(feedback_is_read_as_it_was_written_but_its_time) {
    for (auto const& [satisfaction, name] : Names<Satisfaction>::all) {
        Feedback feedback{.contacted = Contacted::No,
                          .resolved = Resolved::Partly,
                          .satisfaction = satisfaction,
                          .comment = "Slow."};
        auto const read = read_feedback(write_feedback(feedback));
        BOOST_TEST_REQUIRE(std::holds_alternative<Feedback>(read));
        BOOST_TEST((std::get<Feedback>(read) == feedback), name);
    }
}

BOOST_AUTO_TEST_CASE(feedback_needs_all_three_answers) {
    Problems const expected = {
        {"contacted", "required"}, {"resolved", "unknown"}, {"satisfaction", "wrong_type"}};
    BOOST_TEST(fault_of(read_feedback(R"({"resolved":"maybe","satisfaction":5})")).problems == expected,
               per_element);
    auto const with_time =
        R"({"contacted":"yes","resolved":"yes","satisfaction":"neutral","at":"2026-01-01T00:00:00Z"})";
    BOOST_TEST((fault_of(read_feedback(with_time)).problems == Problems{{"at", "unknown_field"}}));
}

BOOST_AUTO_TEST_SUITE_END()
