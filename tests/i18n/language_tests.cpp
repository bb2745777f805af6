#include "tests/i18n/language_support.h"

#include <boost/test/unit_test.hpp>
#include <set>

namespace huiyin {

using i18n::cleaned;
using i18n::Direction;
using i18n::direction_of;

namespace {

std::string_view chosen(std::vector<std::string> const& wishes) { return i18n::negotiate(wishes).tag; }

std::string load_error(std::string_view tag, std::string_view json) {
    tests::speaking("en");
    auto const loaded = i18n::Language::load(tag, json, Duration::hours(8));
    return loaded ? "" : loaded.error().code;
}

bool is_right_to_left(std::string_view text) {
    return direction_of(text, Direction::LeftToRight) == Direction::RightToLeft;
}

} // namespace

BOOST_AUTO_TEST_SUITE(language_tests)

BOOST_AUTO_TEST_CASE(every_language_has_its_own_name_and_a_catalogue) {
    std::set<std::string_view> names;
    for (auto const& language : i18n::languages()) {
        names.insert(language.name);
        BOOST_TEST(i18n::find_language(language.tag) == &language);
        BOOST_TEST(tests::speaking_as_published(language.tag)->info().tag == language.tag);
    }
    BOOST_TEST(names.size() == i18n::languages().size());
    BOOST_TEST(names.size() == 26U);
    for (auto const& language : i18n::languages()) {
        bool const is_right_to_left = language.tag == "ar" || language.tag == "fa";
        BOOST_TEST((language.direction == Direction::RightToLeft) == is_right_to_left, language.tag);
    }
}

BOOST_AUTO_TEST_CASE(the_best_language_of_a_list_of_wishes_is_chosen) {
    struct {
        std::vector<std::string> wishes;
        std::string_view expected;
    } const rows[] = {
        {{}, "en"},
        {{"en"}, "en"},
        {{"en-GB"}, "en"},
        {{"EN_us"}, "en"},
        {{"ar-EG"}, "ar"},
        {{"ar-u-nu-arab"}, "ar"},
        {{"zh"}, "zh-Hans"},
        {{"zh-CN"}, "zh-Hans"},
        {{"zh-Hans-SG"}, "zh-Hans"},
        {{"zh-hans-x-private"}, "zh-Hans"},
        {{"tlh", "ar"}, "ar"},
        {{"arz"}, "en"},
        {{"zh-Hant-HK", "en"}, "zh-Hant"},
        {{"zh-TW"}, "zh-Hant"},
        {{"zh-HK", "en"}, "zh-Hant"},
        {{"zh-MO"}, "zh-Hant"},
        {{"zh-Hans-HK"}, "zh-Hans"},
        {{"pt-BR"}, "pt"},
        {{"es-419", "en"}, "es"},
        {{"nb", "en"}, "en"},
        {{"no", "sv-SE"}, "sv"},
        {{"*", "", "-", "ar"}, "ar"},
        {{"zh-x"}, "zh-Hans"},
        {{"zh-SG"}, "zh-Hans"},
        {{"zh-Hant"}, "zh-Hant"},
        {{"zh-hant-cn"}, "zh-Hant"},
        {{"pt-PT"}, "pt"},
        {{"nb-NO"}, "en"},
        {{"nn", "sv"}, "sv"},
        {{"fa-AF"}, "fa"},
        {{"prs-AF"}, "fa"},
        {{"in"}, "id"},
        {{"in-ID", "en"}, "id"},
        {{"mo-MD"}, "ro"},
        {{"kk-Cyrl-KZ"}, "kk"},
        {{"inh"}, "en"},
        {{"xx-a-b-c"}, "en"},
    };
    for (auto const& row : rows)
        BOOST_TEST(chosen(row.wishes) == row.expected);
}

BOOST_AUTO_TEST_CASE(a_language_that_the_portal_does_not_speak_is_refused) {
    BOOST_TEST(load_error("tlh", "{}") == "unknown_language");
    BOOST_TEST(load_error("EN", "{}") == "unknown_language");
    BOOST_TEST(load_error("", "{}") == "unknown_language");
}

BOOST_AUTO_TEST_CASE(a_malformed_catalogue_is_refused) {
    for (std::string_view const json :
         {"", "{", "[]", "\"words\"", "{\"a\": 1}", "{\"a\": null}", "{\"a\": [\"b\"]}", "{\"a\": true}",
          "{\"a\": \"b\", \"a\": \"c\"}", "{\"a\": {\"b\": \"c\"}, \"a\": {\"d\": \"e\"}}",
          "{\"a\": \"\xff\"}", "{\"a\": \"b\"} more", "{\"a\": \"b\",}"})
        BOOST_TEST(load_error("en", json) == "catalogue_malformed", "accepted: " << json);
    BOOST_TEST(load_error("en", "{\"a\": {\"b\": \"c\"}, \"d\": \"e\"}") == "");
}

BOOST_AUTO_TEST_CASE(the_first_strong_letter_decides_the_direction) {
    BOOST_TEST(is_right_to_left("مرحبا hello"));
    BOOST_TEST(is_right_to_left("12 (שלום)"));
    BOOST_TEST(!is_right_to_left("hello مرحبا"));
    BOOST_TEST(!is_right_to_left("回音 مرحبا"));
    BOOST_TEST(is_right_to_left("\u2066hello\u2069 مرحبا"));
    BOOST_TEST(!is_right_to_left("123 …"));
    BOOST_TEST((direction_of("…", Direction::RightToLeft) == Direction::RightToLeft));
    BOOST_TEST((direction_of("+86 10 1234 5678", Direction::RightToLeft) == Direction::LeftToRight));
    BOOST_TEST((direction_of("", Direction::RightToLeft) == Direction::RightToLeft));
}

BOOST_AUTO_TEST_CASE(what_was_typed_is_made_ready) {
    BOOST_TEST(cleaned("  a b \t\r\n") == "a b");
    BOOST_TEST(cleaned("one\r\ntwo\rthree\nfour\r\r\nfive") == "one\ntwo\nthree\nfour\n\nfive");
    BOOST_TEST(cleaned("\u3000回音\u00a0") == "回音");
    BOOST_TEST(cleaned("cafe\u0301") == "caf\u00e9");
    BOOST_TEST(cleaned("\u1112\u1161\u11ab") == "\ud55c");
    BOOST_TEST(cleaned("ﬁ①") == "ﬁ①");
    BOOST_TEST(cleaned("") == "");
    BOOST_TEST(cleaned(" \n ") == "");
}

BOOST_AUTO_TEST_CASE(a_text_prints_itself) {
    std::ostringstream out;
    out << i18n::tr("a.b", {{"count", 2}, {"name", "Li"}}) << i18n::verbatim("typed") << i18n::tr("c");
    BOOST_TEST(out.str() == "a.b{count: 2, name: \"Li\"}\"typed\"c");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin
