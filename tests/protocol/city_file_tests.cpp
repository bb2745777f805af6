#include "core/protocol/messages.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <iterator>

using namespace huiyin;

namespace {

std::string const small_city = R"({"utc_offset_minutes":480,
    "categories":[{"id":"a","children":[{"id":"a.b","urgency":"life_safety"},{"id":"a.c"}]}],
    "districts":["d","e"],
    "limits":{"life_safety":{"dispatch":{"amount":1,"basis":"hours"},"reply":{"amount":2,"basis":"hours"}},
              "basic_livelihood":{"dispatch":{"amount":2,"basis":"hours"},"reply":{"amount":24,"basis":"hours"}},
              "general":{"dispatch":{"amount":24,"basis":"hours"},"reply":{"amount":15,"basis":"working_days"}}},
    "feedback_days":14,"reopen_days":10,"desk_languages":["zh","en"],
    "telephony":{"country_code":"86","area_code":"10","local_digits":8}})";

std::string with(std::string_view part, std::string_view other) {
    auto text = small_city;
    auto const at = text.find(part);
    BOOST_TEST_REQUIRE(at != std::string::npos);
    return text.replace(at, part.size(), other);
}

std::string file_text(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(city_file_tests)

BOOST_AUTO_TEST_CASE(a_city_is_read) {
    auto const city = protocol::read_city(small_city);
    BOOST_TEST_REQUIRE(city.is_ok());
    BOOST_TEST(city.value().utc_offset == Duration::hours(8));
    BOOST_TEST(city.value().find({"a.b"})->urgency == Urgency::LifeSafety);
    BOOST_TEST(city.value().find({"a.c"})->urgency == Urgency::General);
    BOOST_TEST(city.value().has({"e"}));
    BOOST_TEST((city.value().general.reply == Limit{15, ClockBasis::WorkingDays}));
    BOOST_TEST(city.value().feedback_days == 14);
    BOOST_TEST(city.value().reopen_days == 10);
    BOOST_TEST(city.value().reads({"zh-Hant"}));
    BOOST_TEST(!city.value().reads({"kk"}));
    BOOST_TEST((city.value().telephony == Telephony{"86", "10", 8}));
    BOOST_TEST(!city.value().kept_for);
}

BOOST_AUTO_TEST_CASE(a_city_says_how_long_ended_cases_are_kept) {
    auto const keeping = [](std::string_view days) {
        return protocol::read_city(
            with(R"("feedback_days":14)", R"("feedback_days":14,"kept_for":)" + std::string(days)));
    };
    auto const city = keeping(R"({"contact_days":90,"case_days":1095})");
    BOOST_TEST_REQUIRE(city.is_ok());
    BOOST_TEST((city.value().kept_for == KeptFor{90, 1095}));
    BOOST_TEST(!keeping(R"({"contact_days":90})").is_ok());
    BOOST_TEST(!keeping(R"({"contact_days":90,"case_days":89})").is_ok());
    BOOST_TEST(!keeping(R"({"contact_days":0,"case_days":10})").is_ok());
}

BOOST_AUTO_TEST_CASE(the_city_of_the_portal_is_read) {
    auto const city = protocol::read_city(file_text(HUIYIN_SOURCE_DIR "/assets/city.json"));
    BOOST_TEST_REQUIRE(city.is_ok());
    BOOST_TEST(city.value().categories.size() >= 10U);
    BOOST_TEST(city.value().districts.size() == 16U);
    for (auto const& top : city.value().categories)
        BOOST_TEST(!top.children.empty(), top.id);
    BOOST_TEST((city.value().life_safety.dispatch == Limit{1, ClockBasis::Hours}));
    BOOST_TEST((city.value().basic_livelihood.dispatch == Limit{2, ClockBasis::Hours}));
    BOOST_TEST((city.value().general.dispatch == Limit{24, ClockBasis::Hours}));
}

BOOST_AUTO_TEST_CASE(a_mistake_in_the_file_is_named) {
    std::vector<std::pair<std::string, std::string>> const mistakes = {
        {with("480", "99999"), "utc_offset_minutes: invalid"},
        {with("\"a.c\"", "\"a.b\""), "categories: invalid"},
        {with("\"a.c\"", "\"other\""), "categories.children: invalid"},
        {with("\"e\"", "\"d\""), "districts: invalid"},
        {with("\"e\"", "7"), "districts: wrong_type"},
        {with("\"life_safety\"}", "\"soon\"}"), "categories.children.urgency: unknown"},
        {with("\"amount\":15", "\"amount\":0"), "limits.general.reply: invalid"},
        {with("\"amount\":15", "\"amount\":9999999999"), "limits.general.reply.amount: invalid"},
        {with("working_days", "weeks"), "limits.general.reply.basis: unknown"},
        {with("\"feedback_days\":14,", ""), "feedback_days: required"},
        {with("\"reopen_days\":10", "\"reopen_days\":10,\"reopen_hours\":1"), "reopen_hours: unknown_field"},
        {with("\"86\"", "\"+86\""), "telephony.country_code: invalid"},
        {with("\"local_digits\":8", "\"local_digits\":80"), "telephony.local_digits: invalid"},
        {with("[\"zh\",\"en\"]", "[7]"), "desk_languages: wrong_type"},
        {"{", "malformed_json"},
        {"[]", ": wrong_type"}};
    for (auto const& [text, detail] : mistakes) {
        auto const city = protocol::read_city(text);
        BOOST_TEST_REQUIRE(!city.is_ok(), detail);
        BOOST_TEST(city.error().code == "city_unreadable");
        BOOST_TEST(city.error().detail == detail);
    }
}

BOOST_AUTO_TEST_SUITE_END()
