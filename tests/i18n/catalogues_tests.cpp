#include "i18n/languages.h"
#include "i18n/message.h"
#include "tests/i18n/language_support.h"
#include "tools/catalogues/check.h"
#include "tools/catalogues/json.h"
#include "tools/catalogues/pattern.h"
#include "tools/catalogues/pseudo.h"
#include "tools/catalogues/stats.h"

#include <boost/test/unit_test.hpp>

namespace huiyin::catalogues {

namespace {

std::string published(std::string_view tag) {
    return tests::read_file(HUIYIN_SOURCE_DIR "/i18n/locales/" + std::string(tag) + ".json");
}

i18n::Catalogue catalogue(std::string_view json) { return i18n::read_catalogue(json).value(); }

std::string strange(std::string_view message, Mirrored mirrored = Mirrored::No) {
    return pseudo({{"key", std::string(message)}}, mirrored).front().second;
}

i18n::Message parsed(std::string const& pattern) {
    return std::get<i18n::Message>(i18n::Message::parse(pattern));
}

} // namespace

BOOST_AUTO_TEST_SUITE(catalogues_tests)

BOOST_AUTO_TEST_CASE(every_catalogue_is_written_as_it_was_read) {
    for (auto const& language : i18n::languages()) {
        std::string const json = published(language.tag);
        BOOST_TEST((json_of(catalogue(json)) == json), language.tag);
    }
    BOOST_TEST(json_of({{"a.b", "\"\\\n\x01"}}) ==
               "{\n  \"a\": {\n    \"b\": \"\\\"\\\\\\n\\u0001\"\n  }\n}\n");
}

BOOST_AUTO_TEST_CASE(the_longest_branch_of_a_message_is_its_length) {
    BOOST_TEST(Pattern("{n, plural, one {a day} other {# days}} left").longest() == "# days left");
    BOOST_TEST(Pattern("{who, select, me {you} other {{n, plural, other {someone}}}} {at, date}").longest() ==
               "someone ");
    BOOST_TEST(columns("您ab") == 4);
    BOOST_TEST(columns("e\u0301\u200C") == 1);
}

BOOST_AUTO_TEST_CASE(the_pseudo_language_has_accents_and_brackets) {
    BOOST_TEST(strange("Wait").starts_with("[Ŵáíť "));
    BOOST_TEST(strange("Wait").ends_with("]"));
    BOOST_TEST(strange("12345 – {number}") == "12345 – {number}");
}

BOOST_AUTO_TEST_CASE(the_pseudo_language_keeps_arguments_and_plurals) {
    for (auto const& [key, pattern] : catalogue(published("en"))) {
        i18n::Message const english = parsed(pattern);
        for (Mirrored const mirrored : {Mirrored::No, Mirrored::Yes}) {
            i18n::Message const made = parsed(strange(pattern, mirrored));
            BOOST_TEST((made.places() == english.places()), key);
            BOOST_TEST((made.plural_keywords() == english.plural_keywords()), key);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_pseudo_language_is_as_long_as_the_longest_text_that_is_allowed) {
    for (auto const& [key, pattern] : catalogue(published("en"))) {
        std::string const made = strange(pattern);
        bool const has_words = made != pattern;
        if (!has_words) continue;
        BOOST_TEST(columns(Pattern(made).longest()) >= 1.8 * columns(Pattern(pattern).longest()), key);
        BOOST_TEST(columns(Pattern(made).longest()) >= line_of_a_phone - 10, key);
    }
}

BOOST_AUTO_TEST_CASE(every_word_of_the_mirrored_language_runs_from_right_to_left) {
    BOOST_TEST(strange("Wait {name}", Mirrored::Yes).starts_with("\u202E[Ŵáíť\u202C \u202Eóñé\u202C"));
    BOOST_TEST(strange("Wait {name}", Mirrored::Yes).ends_with("]\u202C {name}"));
}

BOOST_AUTO_TEST_CASE(statistics_count_what_is_there_and_what_is_left_to_do) {
    auto const english = catalogue(R"({"a": "Send", "b": "Wait", "c": "Please read the whole answer"})");
    auto const german =
        catalogue(R"({"a": "Senden", "b": "Wait", "c": "Lesen Sie bitte die Antwort ganz durch"})");
    Stats const found = stats("de", german, english);
    BOOST_TEST(found.messages == 3U);
    BOOST_TEST(found.untranslated == 1U);
    BOOST_TEST(found.growth > 1.3);
    BOOST_TEST(found.grown_key == "c");
    BOOST_TEST(stats("de", {}, english).untranslated == 3U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::catalogues
