#include "tests/i18n/language_support.h"

#include <boost/test/unit_test.hpp>

namespace huiyin {

using i18n::tr;
using i18n::verbatim;
using tests::speaking;

namespace {

constexpr auto catalogue = R"({
  "plain": "Nothing to fill",
  "quoted": "It''s {braces}",
  "days": "{count, plural, zero {zero #} one {one #} two {two #} few {few #} many {many #} other {other #}}",
  "first": "{count, plural, =0 {none} one {just one} other {# of them}}",
  "others": "{count, plural, offset:1 =0 {nobody} one {you and one other} other {you and # others}}",
  "choice": "{who, select, citizen {you} other {someone}}",
  "said": "Said: {words}!",
  "moment": "at {at}",
  "day": "on {at, date}",
  "due": "by {at, date, deadline}",
  "amount": "{amount} and {amount, number}",
  "around": "<{inner}>",
  "date": {"end_of_day": "the end of {day, date}"}
})";

Instant instant(std::string_view text) { return *parse_rfc3339(text); }

std::string format(std::string_view tag, i18n::Text const& text) {
    return speaking(tag, catalogue)->format(text);
}

} // namespace

BOOST_AUTO_TEST_SUITE(format_tests)

BOOST_AUTO_TEST_CASE(a_message_without_places_is_its_words) {
    BOOST_TEST(format("en", tr("plain")) == "Nothing to fill");
}

BOOST_AUTO_TEST_CASE(what_a_citizen_typed_is_shown_as_it_is) {
    BOOST_TEST(format("ar", verbatim("{count} 'x' 12")) == "{count} 'x' 12");
    BOOST_TEST(format("en", {}) == "");
}

BOOST_AUTO_TEST_CASE(apostrophes_follow_icu) {
    BOOST_TEST(format("en", tr("quoted", {{"braces", "so"}})) == "It's so");
}

BOOST_AUTO_TEST_CASE(arabic_has_six_plurals) {
    struct {
        std::int64_t count;
        char const* expected;
    } const rows[] = {{0, "zero 0"},    {1, "one 1"},         {2, "two 2"},    {3, "few 3"},
                      {10, "few 10"},   {11, "many 11"},      {99, "many 99"}, {100, "other 100"},
                      {103, "few 103"}, {1000, "other 1,000"}};
    for (auto const& row : rows)
        BOOST_TEST(format("ar", tr("days", {{"count", row.count}})) == row.expected);
}

BOOST_AUTO_TEST_CASE(english_has_two_plurals_and_chinese_one) {
    BOOST_TEST(format("en", tr("days", {{"count", 1}})) == "one 1");
    BOOST_TEST(format("en", tr("days", {{"count", 0}})) == "other 0");
    BOOST_TEST(format("en", tr("days", {{"count", 2}})) == "other 2");
    BOOST_TEST(format("en", tr("days", {{"count", 1.5}})) == "other 1.5");
    BOOST_TEST(format("zh-Hans", tr("days", {{"count", 1}})) == "other 1");
}

BOOST_AUTO_TEST_CASE(a_plural_may_name_a_number_itself) {
    BOOST_TEST(format("en", tr("first", {{"count", 0}})) == "none");
    BOOST_TEST(format("en", tr("first", {{"count", 1}})) == "just one");
    BOOST_TEST(format("en", tr("first", {{"count", 12345}})) == "12,345 of them");
}

BOOST_AUTO_TEST_CASE(a_plural_may_have_an_offset) {
    BOOST_TEST(format("en", tr("others", {{"count", 0}})) == "nobody");
    BOOST_TEST(format("en", tr("others", {{"count", 2}})) == "you and one other");
    BOOST_TEST(format("en", tr("others", {{"count", 4}})) == "you and 3 others");
}

BOOST_AUTO_TEST_CASE(a_select_takes_the_branch_or_other) {
    BOOST_TEST(format("ar", tr("choice", {{"who", "citizen"}})) == "you");
    BOOST_TEST(format("en", tr("choice", {{"who", "nobody known"}})) == "someone");
}

BOOST_AUTO_TEST_CASE(numbers_have_latin_digits_in_every_language_but_persian) {
    auto const digits = [](std::string_view words) {
        std::string found;
        std::copy_if(words.begin(), words.end(), std::back_inserter(found),
                     [](char byte) { return byte >= '0' && byte <= '9'; });
        return found;
    };
    for (auto const& language : i18n::languages()) {
        if (language.tag == "fa") continue;
        BOOST_TEST(digits(format(language.tag, tr("amount", {{"amount", 1234567}}))) == "12345671234567");
        BOOST_TEST(digits(format(language.tag, tr("amount", {{"amount", 2.5}}))) == "2525");
        BOOST_TEST(digits(speaking(language.tag)->number(9876543210)) == "9876543210");
    }
    BOOST_TEST(format("en", tr("amount", {{"amount", 1234567}})) == "1,234,567 and 1,234,567");
    BOOST_TEST(speaking("de")->number(9876543210) == "9.876.543.210");
    BOOST_TEST(speaking("hi")->number(9876543210) == "9,87,65,43,210");
    BOOST_TEST(speaking("fa")->number(9876543210) == "۹٬۸۷۶٬۵۴۳٬۲۱۰");
    BOOST_TEST(format("fa", tr("amount", {{"amount", 2.5}})) == "۲٫۵ and ۲٫۵");
    BOOST_TEST(speaking("en")->number(-1200) == "-1,200");
}

BOOST_AUTO_TEST_CASE(moments_are_dates_and_times_of_the_city) {
    Instant const at = instant("2026-11-20T06:05:00Z");
    BOOST_TEST(speaking("en")->date_time(at) == "Friday, 20 November 2026 at 14:05");
    BOOST_TEST(speaking("zh-Hans")->date_time(at) == "2026年11月20日星期五 14:05");
    BOOST_TEST(speaking("ar")->date_time(at) == "الجمعة، 20 نوفمبر 2026 في 14:05");
    BOOST_TEST(format("en", tr("moment", {{"at", at}})) == "at Friday, 20 November 2026 at 14:05");
}

BOOST_AUTO_TEST_CASE(days_are_days_of_the_city) {
    Instant const before_midnight_in_the_city = instant("2026-12-31T15:59:59Z");
    Instant const midnight_in_the_city = instant("2026-12-31T16:00:00Z");
    BOOST_TEST(speaking("en")->date(before_midnight_in_the_city) == "Thursday, 31 December 2026");
    BOOST_TEST(speaking("en")->date(midnight_in_the_city) == "Friday, 1 January 2027");
    BOOST_TEST(speaking("zh-Hans")->date(midnight_in_the_city) == "2027年1月1日星期五");
    BOOST_TEST(speaking("ar")->date(midnight_in_the_city) == "الجمعة، 1 يناير 2027");
    BOOST_TEST(format("zh-Hans", tr("day", {{"at", midnight_in_the_city}})) == "on 2027年1月1日星期五");
}

BOOST_AUTO_TEST_CASE(a_deadline_at_midnight_is_the_end_of_the_day_before) {
    BOOST_TEST(format("en", tr("due", {{"at", instant("2026-11-20T16:00:00Z")}})) ==
               "by the end of Friday, 20 November 2026");
    BOOST_TEST(format("en", tr("due", {{"at", instant("2026-11-20T16:01:00Z")}})) ==
               "by Saturday, 21 November 2026 at 00:01");
}

BOOST_AUTO_TEST_CASE(relative_times_take_the_largest_unit_that_fits) {
    Instant const now = instant("2026-11-20T06:00:00Z");
    struct {
        Duration from_now;
        char const* english;
        char const* chinese;
        char const* arabic;
    } const rows[] = {
        {Duration::seconds(2), "in 1 minute", "1分钟后", "خلال دقيقة واحدة"},
        {Duration::minutes(59), "in 59 minutes", "59分钟后", "خلال 59 دقيقة"},
        {Duration::seconds(7199), "in 2 hours", "2小时后", "خلال ساعتين"},
        {Duration::hours(3), "in 3 hours", "3小时后", "خلال 3 ساعات"},
        {Duration::hours(24), "in 1 day", "1天后", "خلال يوم واحد"},
        {Duration::days(11), "in 11 days", "11天后", "خلال 11 يومًا"},
        {Duration::days(100), "in 100 days", "100天后", "خلال 100 يوم"},
        {Duration::minutes(-1), "1 minute ago", "1分钟前", "قبل دقيقة واحدة"},
        {Duration::hours(-5), "5 hours ago", "5小时前", "قبل 5 ساعات"},
        {Duration::days(-2), "2 days ago", "2天前", "قبل يومين"},
    };
    for (auto const& row : rows) {
        BOOST_TEST(speaking("en")->relative(now + row.from_now, now) == row.english);
        BOOST_TEST(speaking("zh-Hans")->relative(now + row.from_now, now) == row.chinese);
        BOOST_TEST(speaking("ar")->relative(now + row.from_now, now) == row.arabic);
    }
}

BOOST_AUTO_TEST_CASE(plain_words_stay_plain_in_left_to_right_languages) {
    BOOST_TEST(format("en", tr("said", {{"words", "Noise, 2 a.m."}})) == "Said: Noise, 2 a.m.!");
    BOOST_TEST(format("zh-Hans", tr("said", {{"words", "HY20261120-000123-K"}})) ==
               "Said: HY20261120-000123-K!");
}

BOOST_AUTO_TEST_CASE(words_that_could_turn_the_text_around_are_isolated) {
    BOOST_TEST(format("en", tr("said", {{"words", "ضوضاء"}})) == "Said: \u2068ضوضاء\u2069!");
    BOOST_TEST(format("ar", tr("said", {{"words", "Noise"}})) == "Said: \u2068Noise\u2069!");
    BOOST_TEST(format("ar", tr("said", {{"words", "+86 10"}})) == "Said: \u2068+86 10\u2069!");
    BOOST_TEST(format("ar", tr("said", {{"words", "ضوضاء في الليل"}})) == "Said: ضوضاء في الليل!");
}

BOOST_AUTO_TEST_CASE(directional_controls_reach_nothing_around_them) {
    BOOST_TEST(format("en", tr("said", {{"words", "a\u2069\u202eb"}})) == "Said: ab!");
    BOOST_TEST(format("ar", tr("said", {{"words", "\u2069\u202dHY\u202c"}})) == "Said: \u2068HY\u2069!");
    BOOST_TEST(format("en", tr("around", {{"inner", std::vector{verbatim("\u202ex")}}})) == "<x>");
    BOOST_TEST(format("en", tr("said", {{"words", "\u2067a"}})) == "Said: \u2067a\u2069!");
    BOOST_TEST(format("en", tr("said", {{"words", "\u2066a\u2069"}})) == "Said: \u2066a\u2069!");
}

BOOST_AUTO_TEST_CASE(a_nested_text_speaks_the_same_language) {
    i18n::Text const message = tr("said", {{"words", "Noise"}});
    BOOST_TEST(format("en", tr("around", {{"inner", std::vector{message}}})) == "<Said: Noise!>");
    BOOST_TEST(format("en", tr("around", {{"inner", std::vector{verbatim("ضوضاء")}}})) ==
               "<\u2068ضوضاء\u2069>");
}

BOOST_AUTO_TEST_CASE(equal_keys_with_other_arguments_are_other_words) {
    auto const language = speaking("en", catalogue);
    for (std::int64_t count = 0; count < 2000; ++count) {
        std::string const expected = "Said: " + std::to_string(count) + "!";
        BOOST_TEST(language->format(tr("said", {{"words", std::to_string(count)}})) == expected);
    }
    BOOST_TEST(language->format(tr("said", {{"words", "7"}})) == "Said: 7!");
    BOOST_TEST(language->format(tr("amount", {{"amount", 7}})) == "7 and 7");
    BOOST_TEST(language->format(tr("amount", {{"amount", 8.5}})) == "8.5 and 8.5");
}

BOOST_AUTO_TEST_CASE(a_catalogue_knows_its_keys) {
    auto const language = speaking("en", catalogue);
    BOOST_TEST(language->has("date.end_of_day"));
    BOOST_TEST(!language->has("date"));
    BOOST_TEST(!language->has("end_of_day"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin
