#include "core/domain/submission.h"
#include "tests/support/sample_city.h"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <functional>
#include <limits>

using namespace huiyin;

namespace {

Instant const now = *parse_rfc3339("2026-03-02T02:00:00Z");

Problems problems_after(std::function<void(Submission&)> const& change) {
    auto submission = tests::sample_submission();
    change(submission);
    return problems_in(submission, tests::sample_city(), now);
}

bool is_only(Problems const& problems, std::string_view field, std::string_view code) {
    return problems.size() == 1 && problems[0].field == field && problems[0].code == code;
}

Problems problems_with_phone(std::string phone) {
    return problems_after([&](Submission& submission) { submission.contact->phone = std::move(phone); });
}

Problems problems_with_email(std::string email) {
    return problems_after([&](Submission& submission) { submission.contact->email = std::move(email); });
}

Problems problems_with_description(std::string description) {
    return problems_after([&](Submission& submission) { submission.description = std::move(description); });
}

std::string repeated(std::string_view text, std::size_t count) {
    std::string result;
    for (std::size_t i = 0; i < count; ++i)
        result.append(text);
    return result;
}

} // namespace

BOOST_AUTO_TEST_SUITE(submission_tests)

BOOST_AUTO_TEST_CASE(the_sample_has_no_problem) {
    BOOST_TEST(problems_after([](Submission&) {}).empty());
}

BOOST_AUTO_TEST_CASE(an_empty_submission_tells_all_that_is_missing_in_the_order_of_the_form) {
    Problems const expected = {{"nature", "required"},
                               {"category", "required"},
                               {"district", "required"},
                               {"description", "required"},
                               {"visibility", "required"}};
    BOOST_TEST(problems_in({}, tests::sample_city(), now) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_category_must_be_a_leaf_of_the_city) {
    for (auto const* id : {"environment", "environment.", "nonsense", "environment.noise.more"})
        BOOST_TEST(is_only(problems_after([&](Submission& s) { s.category = {id}; }), "category", "unknown"),
                   id);
}

BOOST_AUTO_TEST_CASE(a_district_must_be_one_of_the_city) {
    BOOST_TEST(
        is_only(problems_after([](Submission& s) { s.district = {"pudong"}; }), "district", "unknown"));
}

BOOST_AUTO_TEST_CASE(a_description_has_10_to_4000_code_points) {
    BOOST_TEST(is_only(problems_with_description(""), "description", "required"));
    BOOST_TEST(is_only(problems_with_description(" \n\u3000 "), "description", "required"));
    BOOST_TEST(is_only(problems_with_description(repeated("字", 9)), "description", "too_short"));
    BOOST_TEST(problems_with_description(repeated("字", 10)).empty());
    BOOST_TEST(problems_with_description(repeated("😀", 4000)).empty());
    BOOST_TEST(is_only(problems_with_description(repeated("字", 4001)), "description", "too_long"));
}

BOOST_AUTO_TEST_CASE(control_characters_and_broken_utf8_are_refused) {
    BOOST_TEST(is_only(problems_with_description(std::string("loud music\0here", 15)), "description",
                       "control_characters"));
    BOOST_TEST(is_only(problems_with_description("loud music \x1B[2J"), "description", "control_characters"));
    BOOST_TEST(is_only(problems_with_description("loud music \xFF here"), "description", "invalid"));
    BOOST_TEST(problems_with_description("loud music\n\tat night").empty());
}

BOOST_AUTO_TEST_CASE(an_address_may_be_missing_and_has_200_code_points_at_most) {
    BOOST_TEST(problems_after([](Submission& s) { s.address.clear(); }).empty());
    BOOST_TEST(problems_after([](Submission& s) { s.address = repeated("路", 200); }).empty());
    BOOST_TEST(is_only(problems_after([](Submission& s) { s.address = repeated("路", 201); }), "address",
                       "too_long"));
}

BOOST_AUTO_TEST_CASE(a_location_lies_on_the_earth) {
    auto const with = [](double lat, double lng) {
        return problems_after([&](Submission& s) { s.location = Location{lat, lng}; });
    };
    BOOST_TEST(with(39.9, 116.4).empty());
    BOOST_TEST(with(-90, 180).empty());
    BOOST_TEST(is_only(with(90.1, 0), "location", "invalid"));
    BOOST_TEST(is_only(with(0, -180.1), "location", "invalid"));
    BOOST_TEST(is_only(with(std::nan(""), 0), "location", "invalid"));
    BOOST_TEST(is_only(with(0, std::numeric_limits<double>::infinity()), "location", "invalid"));
}

BOOST_AUTO_TEST_CASE(nothing_happened_in_the_future_but_clocks_differ_a_little) {
    auto const with = [](Instant at) { return problems_after([&](Submission& s) { s.occurred_at = at; }); };
    BOOST_TEST(with(now).empty());
    BOOST_TEST(with(now + Duration::minutes(5)).empty());
    BOOST_TEST(is_only(with(now + Duration::minutes(6)), "occurred_at", "in_future"));
    BOOST_TEST(is_only(with(*parse_rfc3339("0000-01-01T00:00:00+10:00")), "occurred_at", "invalid"));
}

BOOST_AUTO_TEST_CASE(a_language_tag_has_the_shape_of_bcp_47) {
    auto const with = [](std::string tag) {
        return problems_after([&](Submission& s) { s.language = LanguageTag{std::move(tag)}; });
    };
    for (auto const* tag : {"en", "zh-Hans", "ar", "kok", "zh-Hant-TW", "de-CH-1996", "und"})
        BOOST_TEST(with(tag).empty(), tag);
    for (auto const* tag : {"", "e", "en-", "-en", "en--GB", "en_GB", "toolongtag", "en-toolongsubtag",
                            "中文", "en-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd"})
        BOOST_TEST(is_only(with(tag), "language", "invalid"), tag);
}

BOOST_AUTO_TEST_CASE(a_contact_is_needed_unless_the_case_is_anonymous) {
    auto const with = [](Visibility visibility) {
        return problems_after([&](Submission& s) { s.contact.reset(), s.visibility = visibility; });
    };
    BOOST_TEST(is_only(with(Visibility::PublicName), "contact", "required"));
    BOOST_TEST(is_only(with(Visibility::Confidential), "contact", "required"));
    BOOST_TEST(with(Visibility::Anonymous).empty());
}

BOOST_AUTO_TEST_CASE(a_public_name_needs_a_name) {
    auto const with = [](Visibility visibility, std::string name) {
        return problems_after([&](Submission& s) { s.contact->name = name, s.visibility = visibility; });
    };
    BOOST_TEST(is_only(with(Visibility::PublicName, " "), "contact.name", "required"));
    BOOST_TEST(with(Visibility::Confidential, "").empty());
    BOOST_TEST(is_only(with(Visibility::Confidential, repeated("林", 101)), "contact.name", "too_long"));
}

BOOST_AUTO_TEST_CASE(a_phone_or_an_email_is_enough) {
    BOOST_TEST(problems_with_phone("").empty());
    BOOST_TEST(problems_with_email("").empty());
    auto const neither =
        problems_after([](Submission& s) { s.contact->phone.clear(), s.contact->email.clear(); });
    BOOST_TEST(is_only(neither, "contact.phone", "phone_or_email"));
}

BOOST_AUTO_TEST_CASE(phones_of_the_world_are_accepted) {
    for (auto const* phone : {"12345", "+86 138-0013-8000", "(010) 6555 1234", "010-65551234 ext. 12",
                              "+44 20 7946 0958", "٠١٢٣٤٥٦٧٨٩", "１３８００１３８０００"})
        BOOST_TEST(problems_with_phone(phone).empty(), phone);
    for (auto const* phone : {"12", "call me", "+-()", "138<script>", "one two three"})
        BOOST_TEST(is_only(problems_with_phone(phone), "contact.phone", "invalid"), phone);
    BOOST_TEST(is_only(problems_with_phone(std::string(33, '1')), "contact.phone", "too_long"));
}

BOOST_AUTO_TEST_CASE(an_email_has_a_name_and_a_domain) {
    for (auto const* email : {"a@b.cn", "lin.mei+12345@mail.example.org", "用户@例子.中国", "\"a@b\"@c.de"})
        BOOST_TEST(problems_with_email(email).empty(), email);
    for (auto const* email :
         {"a", "@b.cn", "a@", "a@b", "a@.cn", "a@b.", "a@b..cn", "a b@c.de", "a@b.cn\nBcc: x"})
        BOOST_TEST(is_only(problems_with_email(email), "contact.email", "invalid"), email);
    BOOST_TEST(is_only(problems_with_email(std::string(250, 'a') + "@b.cn"), "contact.email", "too_long"));
}

BOOST_AUTO_TEST_CASE(who_prefers_a_way_must_have_left_it) {
    auto const by_phone = problems_after(
        [](Submission& s) { s.contact->phone.clear(), s.contact->preferred = PreferredContact::Phone; });
    BOOST_TEST(is_only(by_phone, "contact.phone", "required"));
    auto const by_email = problems_after(
        [](Submission& s) { s.contact->email.clear(), s.contact->preferred = PreferredContact::Email; });
    BOOST_TEST(is_only(by_email, "contact.email", "required"));
}

BOOST_AUTO_TEST_CASE(all_problems_are_told_at_once) {
    auto const problems = problems_after([](Submission& s) {
        s.category = {"nonsense"};
        s.description = "short";
        s.contact->email = "a";
    });
    Problems const expected = {
        {"category", "unknown"}, {"description", "too_short"}, {"contact.email", "invalid"}};
    BOOST_TEST(problems == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
