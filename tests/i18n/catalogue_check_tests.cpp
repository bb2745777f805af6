#include "tools/i18n_check/catalogue_check.h"

#include <boost/test/unit_test.hpp>

namespace huiyin::i18n_check {

namespace {

i18n::Catalogue catalogue(std::string_view json) { return i18n::read_catalogue(json).value(); }

std::string shown(Findings const& findings) {
    std::string result;
    for (Finding const& finding : findings)
        result += finding.key + ": " + finding.what + "\n";
    return result;
}

std::string messages(std::string_view tag, std::string_view message) {
    return shown(check_messages(tag, {{"key", std::string(message)}}));
}

std::string translation(std::string_view english, std::string_view translated,
                        std::string_view tag = "zh-Hans") {
    return shown(check_translation(tag, {{"key", std::string(translated)}}, {{"key", std::string(english)}}));
}

std::string use(std::string_view source) {
    auto const english =
        catalogue(R"({"home": {"title": "Home"}, "stage": {"closed": {"label": "Closed"}}})");
    return shown(check_use("view.cpp", source, english));
}

} // namespace

BOOST_AUTO_TEST_SUITE(catalogue_check_tests)

BOOST_AUTO_TEST_CASE(a_good_translation_has_no_findings) {
    BOOST_TEST(translation("Hello {name}, {count, plural, one {# day} other {# days}}",
                           "您好，{name}，{count, plural, other {#天}}") == "");
    BOOST_TEST(messages("en", "It''s {count, plural, =0 {none} one {one} other {#}}") == "");
    BOOST_TEST(messages("ar", "{n, plural, zero {0} one {1} two {2} few {3} many {11} other {100}}") == "");
}

BOOST_AUTO_TEST_CASE(a_missing_key_is_found) {
    auto const english = catalogue(R"({"a": "One", "b": {"c": "Two"}})");
    BOOST_TEST(shown(check_translation("ar", catalogue(R"({"a": "واحد"})"), english)) ==
               "b.c: the key is missing\n");
}

BOOST_AUTO_TEST_CASE(an_extra_key_is_found) {
    auto const english = catalogue(R"({"a": "One"})");
    BOOST_TEST(shown(check_translation("ar", catalogue(R"({"a": "واحد", "b": "اثنان"})"), english)) ==
               "b: English has no such key\n");
}

BOOST_AUTO_TEST_CASE(a_key_that_stands_twice_is_found) {
    auto const result = i18n::read_catalogue(R"({"a": {"b": "One", "c": "Two", "b": "Three"}})");
    BOOST_TEST(!result);
    BOOST_TEST(result.error().detail == "the key a.b stands twice");
}

BOOST_AUTO_TEST_CASE(a_message_that_does_not_parse_is_found) {
    BOOST_TEST(messages("en", "Hello {name") == "key: a brace is missing at character 0\n");
    BOOST_TEST(messages("en", "{n, plural, one {#}}") != "");
    BOOST_TEST(messages("en", "{n, plural, other}") != "");
}

BOOST_AUTO_TEST_CASE(types_that_catalogues_do_not_use_are_found) {
    BOOST_TEST(messages("en", "{n, spellout}") ==
               "key: the argument n has a type or style not meant for catalogues\n");
    BOOST_TEST(messages("en", "{n, date, short}") != "");
    BOOST_TEST(messages("en", "{n, selectordinal, other {#}}") != "");
    BOOST_TEST(messages("en", "{0}") == "key: an argument has a number, it needs a name\n");
    BOOST_TEST(messages("en", "{n, date} {n, number}") == "key: the argument n is both date and number\n");
}

BOOST_AUTO_TEST_CASE(a_missing_plural_form_is_found) {
    BOOST_TEST(messages("en", "{n, plural, other {#}}") == "key: the plural form \"one\" is missing\n");
    BOOST_TEST(messages("ar", "{n, plural, zero {0} one {1} two {2} few {3} other {100}}") ==
               "key: the plural form \"many\" is missing\n");
}

BOOST_AUTO_TEST_CASE(a_missing_plural_form_is_found_inside_of_others) {
    BOOST_TEST(messages("en", "{who, select, me {{n, plural, other {#}}} other {x}}") ==
               "key: the plural form \"one\" is missing\n");
}

BOOST_AUTO_TEST_CASE(a_plural_form_that_the_language_does_not_have_is_found) {
    BOOST_TEST(messages("zh-Hans", "{n, plural, one {#} other {#}}") ==
               "key: the language has no plural form \"one\"\n");
}

BOOST_AUTO_TEST_CASE(an_empty_text_is_found) {
    BOOST_TEST(messages("en", "") == "key: the text is empty\n");
    BOOST_TEST(messages("en", " \n") == "key: the text is empty\n");
}

BOOST_AUTO_TEST_CASE(differing_arguments_are_found) {
    BOOST_TEST(translation("Hello {name}", "您好") == "key: the argument {name} is missing\n");
    BOOST_TEST(translation("Hello", "您好{name}") == "key: English has no argument {name}\n");
    BOOST_TEST(translation("By {at, date}", "{at}前") == "key: {at, date} has become {at}\n");
    BOOST_TEST(translation("{at}", "{at, plural, other {#}}") == "key: {at} has become {at, plural}\n");
    BOOST_TEST(translation("{n, select, a {b} other {c}}", "{n}") == "key: {n, select} has become {n}\n");
    BOOST_TEST(translation("{n, plural, one {# day} other {# days}}", "{n}天") == "");
}

BOOST_AUTO_TEST_CASE(a_text_left_in_english_is_found) {
    BOOST_TEST(translation("Send the case", "Send the case") == "key: the text is still English\n");
    BOOST_TEST(translation("{n, plural, one {a day} other {many days}}",
                           "{n, plural, one {a day} other {many days}}", "ar") != "");
    BOOST_TEST(translation("Huiyin", "Huiyin") == "");
    BOOST_TEST(translation("{first} {second} {third}", "{first} {second} {third}") == "");
    BOOST_TEST(translation("12345", "12345") == "");
}

BOOST_AUTO_TEST_CASE(a_used_key_that_the_catalogue_lacks_is_found) {
    BOOST_TEST(use(R"(ui.heading(tr("home.title"));)") == "");
    BOOST_TEST(use(R"(ui.heading(tr("home.titel"));)") == "home.titel: the catalogue lacks this key\n");
    BOOST_TEST(use("tr(\n    \"home.titel\", {{\"count\", 2}})") ==
               "home.titel: the catalogue lacks this key\n");
    BOOST_TEST(use(R"(tr(ready ? "home.title" : "home.wait"))") ==
               "home.wait: the catalogue lacks this key\n");
    BOOST_TEST(use(R"(attr("home.titel"); tr(key); tr(problem.code);)") == "");
}

BOOST_AUTO_TEST_CASE(a_family_of_keys_that_the_catalogue_lacks_is_found) {
    BOOST_TEST(use(R"(tr("stage." + std::string(name_of(stage)) + ".label"))") == "");
    BOOST_TEST(use(R"(tr(std::string("stage.") + name))") == "");
    BOOST_TEST(use(R"(tr("stage." + (known ? name : std::string("closed")) + ".label"))") == "");
    BOOST_TEST(use(R"(tr(group + "." + name + ".label"))") == "");
    BOOST_TEST(use(R"(tr("stages." + name))") == "stages.…: the catalogue has no such key\n");
    BOOST_TEST(use(R"(tr("stage." + name + ".meaning"))") ==
               "stage.….meaning: the catalogue has no such key\n");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::i18n_check
