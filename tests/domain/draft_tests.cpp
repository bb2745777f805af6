#include "core/domain/draft.h"
#include "tests/support/sample_city.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;

namespace {

Draft typed_draft() {
    return {.nature = Nature::Help,
            .category_top = "utilities",
            .category = {"utilities.water"},
            .district = {"haidian"},
            .address = " 3 Garden Road ",
            .description = "\u3000No water since this morning.\n",
            .visibility = Visibility::Confidential,
            .name = " Lin Mei",
            .phone = "12345 ",
            .email = ""};
}

} // namespace

BOOST_AUTO_TEST_SUITE(draft_tests)

BOOST_AUTO_TEST_CASE(what_was_typed_is_sent_trimmed) {
    auto const submission = submission_of(typed_draft());
    BOOST_TEST(submission.address == "3 Garden Road");
    BOOST_TEST(submission.description == "No water since this morning.");
    BOOST_TEST_REQUIRE(submission.contact.has_value());
    BOOST_TEST((*submission.contact == Contact{.name = "Lin Mei", .phone = "12345"}));
    BOOST_TEST(problems_in(submission, tests::sample_city(), Instant{}).empty());
}

BOOST_AUTO_TEST_CASE(an_anonymous_draft_sends_no_contact) {
    auto draft = typed_draft();
    draft.visibility = Visibility::Anonymous;
    BOOST_TEST(!submission_of(draft).contact);
    draft.visibility.reset();
    BOOST_TEST(!submission_of(draft).contact);
}

BOOST_AUTO_TEST_CASE(an_empty_contact_is_told_at_its_own_fields) {
    auto draft = typed_draft();
    draft.visibility = Visibility::PublicName;
    draft.name = draft.phone = "";
    Problems const expected = {{"contact.name", "required"}, {"contact.phone", "phone_or_email"}};
    BOOST_TEST(problems_in(submission_of(draft), tests::sample_city(), Instant{}) == expected,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(nobody_who_stays_unknown_is_found_in_what_they_sent_before) {
    auto draft = typed_draft();
    draft.sent = {submission_of(draft)};
    BOOST_TEST(as_kept(draft).sent.size() == 1U);
    draft.visibility = Visibility::Anonymous;
    draft.sent.push_back(submission_of(draft));
    Draft const kept = as_kept(draft);
    BOOST_TEST((kept.sent == std::vector{submission_of(draft)}));
    BOOST_TEST(kept.name + kept.phone == "");
}

BOOST_AUTO_TEST_SUITE_END()
