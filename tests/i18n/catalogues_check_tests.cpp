#include "tools/catalogues/check.h"
#include "tools/catalogues/use.h"

#include <boost/test/unit_test.hpp>

namespace huiyin::catalogues {

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

std::string writing(std::string_view tag, std::string_view message) {
    return shown(check_writing(tag, {{"key", std::string(message)}}));
}

std::string unused(std::string_view json, std::string_view source) {
    Names names;
    names.add(source, "\"");
    return shown(check_unused(catalogue(json), names));
}

std::string use(std::string_view source) {
    auto const english =
        catalogue(R"({"home": {"title": "Home"}, "stage": {"closed": {"label": "Closed"}}})");
    return shown(check_use("view.cpp", source, english));
}

} // namespace

BOOST_AUTO_TEST_SUITE(catalogues_check_tests)

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
    BOOST_TEST(translation("Send", "Send") == "key: the text is still English\n");
    BOOST_TEST(translation("{first} {second} {third}", "{first} {second} {third}") == "");
    BOOST_TEST(translation("12345", "12345") == "");
}

BOOST_AUTO_TEST_CASE(words_that_are_alike_names_and_units_are_not_left_in_english) {
    BOOST_TEST(translation("District", "District", "fr") == "");
    BOOST_TEST(translation("District", "District", "de") != "");
    BOOST_TEST(translation("{size} kB", "{size} kB") == "");
    BOOST_TEST(shown(check_translation("pl", {{"district.haidian.label", "Haidian"}},
                                       {{"district.haidian.label", "Haidian"}})) == "");
}

BOOST_AUTO_TEST_CASE(a_text_that_no_screen_was_made_for_is_found) {
    std::string const twenty = "Please say what this";
    std::string const forty_four = "Bitte sagen Sie, was das ist und wo das war.";
    BOOST_TEST(translation(twenty, forty_four, "de") == "");
    BOOST_TEST(translation(twenty, forty_four + ".", "de") ==
               "key: the text is over 2.2 times as long as in English\n");
    // Han letters are twice as wide, a line of a phone is never too long, and of branches one is shown.
    BOOST_TEST(translation(twenty, "请说明这是什么问题以及发生的具体地点吗请说") == "");
    BOOST_TEST(translation(twenty, "请说明这是什么问题以及发生的具体地点吗请说明一") != "");
    BOOST_TEST(translation("Due", "Bis dahin soll es fertig sein.", "de") == "");
    BOOST_TEST(translation("{n, plural, one {# working day} other {# working days}}",
                           "{n, plural, one {# рабочий день} few {# рабочих дня} many {# рабочих дней} other "
                           "{# рабочего дня}}",
                           "ru") == "");
}

BOOST_AUTO_TEST_CASE(a_key_out_of_order_is_found) {
    auto const english = catalogue(R"({"a": "One", "b": "Two", "c": "Three"})");
    BOOST_TEST(shown(check_translation("de", catalogue(R"({"a": "Eins", "c": "Drei", "b": "Zwei"})"),
                                       english)) == "c: the key stands elsewhere in English\n");
    BOOST_TEST(shown(check_translation("de", catalogue(R"({"a": "Eins", "c": "Drei"})"), english)) ==
               "b: the key is missing\n");
}

BOOST_AUTO_TEST_CASE(a_word_in_two_scripts_is_found) {
    BOOST_TEST(writing("ru", "Улица") == "");
    BOOST_TEST(writing("ru", "Cлужба") == "key: two scripts in \"Cлужба\"\n");
    BOOST_TEST(writing("kk", "Ашық сiз") == "key: two scripts in \"сiз\"\n");
    BOOST_TEST(writing("ru", "Wi-Fi и QR-код") == "");
    BOOST_TEST(writing("ja", "QRコードを開く") == "");
    BOOST_TEST(writing("ko", "QR코드로 열기") == "");
    BOOST_TEST(writing("ar", "QRرمز") == "key: two scripts in \"QRرمز\"\n");
}

BOOST_AUTO_TEST_CASE(a_word_in_a_foreign_script_is_found) {
    BOOST_TEST(writing("ar", "رقم 工单 الطلب") == "key: letters of a foreign script in \"工单\"\n");
    BOOST_TEST(writing("de", "Straβe") == "key: letters of a foreign script in \"Straβe\"\n");
    BOOST_TEST(writing("zh-Hans", "查询ｶﾅ") != "");
    BOOST_TEST(writing("fr", "œuvre, 12345, déjà") == "");
}

BOOST_AUTO_TEST_CASE(letters_of_a_sister_language_are_found) {
    BOOST_TEST(writing("fa", "كتاب") == "key: another language's letter \"ك\"\n");
    BOOST_TEST(writing("fa", "کتاب") == "");
    BOOST_TEST(writing("ar", "کتاب") != "");
    BOOST_TEST(writing("ro", "Soluţie") == "key: another language's letter \"ţ\"\n");
    BOOST_TEST(writing("ro", "Soluție") == "");
}

BOOST_AUTO_TEST_CASE(wrong_quotation_marks_are_found) {
    BOOST_TEST(writing("de", "„Eingegangen“") == "");
    BOOST_TEST(writing("de", "“Eingegangen”") == "key: the language does not quote with ”\n");
    BOOST_TEST(writing("en", "Press \"Send\"") == "key: the language does not quote with \"\n"
                                                  "key: the language does not quote with \"\n");
    BOOST_TEST(writing("en", "It''s sent") == "key: the language does not quote with '\n");
    BOOST_TEST(writing("en", "It’s “sent”") == "");
    BOOST_TEST(writing("fr", "Appuyez sur «\u202FEnvoyer\u202F»") == "");
    BOOST_TEST(writing("ja", "「送信」") == "");
    BOOST_TEST(writing("ja", "“送信”") != "");
    BOOST_TEST(writing("zh-Hant", "“送出”") != "");
    BOOST_TEST(writing("ru", "«Отправлено»") == "");
}

BOOST_AUTO_TEST_CASE(markup_is_found) {
    BOOST_TEST(writing("en", "Please <b>wait</b>") == "key: there is markup in the text\n");
    BOOST_TEST(writing("en", "Fire &amp; rescue") == "key: there is markup in the text\n");
    BOOST_TEST(writing("en", "Please **wait**") != "");
    BOOST_TEST(writing("en", "One\\n two") != "");
    BOOST_TEST(writing("en", "Fire & rescue (day and night)") == "");
}

BOOST_AUTO_TEST_CASE(spaces_too_many_and_invisible_characters_are_found) {
    BOOST_TEST(writing("en", "Please wait ") == "key: there are spaces too many\n");
    BOOST_TEST(writing("en", "Please  wait") == "key: there are spaces too many\n");
    BOOST_TEST(writing("en", "Please\u00A0wait") == "");
    BOOST_TEST(writing("en", "Please\u200Bwait") == "key: an invisible character stands in the text\n");
    BOOST_TEST(writing("de", "Auf\u200Clage") != "");
    BOOST_TEST(writing("fa", "می\u200Cشود") == "");
    BOOST_TEST(writing("ar", "رقم \u2066+44\u2069 هنا") == "");
    BOOST_TEST(writing("ar", "رقم \u2066+44 هنا") == "key: an isolate is not closed\n");
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

BOOST_AUTO_TEST_CASE(a_key_that_nothing_names_is_found) {
    constexpr auto json =
        R"({"home": {"title": "Home", "old": "Old"}, "stage": {"closed": {"label": "Closed"}}})";
    BOOST_TEST(unused(json, R"(tr("home.title"); tr("stage." + name + ".label"); {Closed, "closed"})") ==
               "home.old: nothing names this key\n");
    BOOST_TEST(unused(json, R"("home.title" "home.old" "stage." ".label")") ==
               "stage.closed.label: nothing names this key\n");
    BOOST_TEST(unused(json, R"("home.title" "home.old" key = "stage.closed"; tr(key + ".label"))") == "");
    BOOST_TEST(unused(json, R"("home.title" "home.old" telling("stage.closed", {"label"}))") == "");
    BOOST_TEST(unused(R"({"actor": {"citizen": {"label": "You"}}})", "") == "");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::catalogues
