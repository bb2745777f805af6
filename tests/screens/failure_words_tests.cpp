#include "core/screens/failure_words.h"
#include "tests/i18n/language_support.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;
using namespace huiyin::screens;
using namespace huiyin::tests;

BOOST_AUTO_TEST_SUITE(failure_words_tests)

BOOST_AUTO_TEST_CASE(every_failure_has_a_sentence_in_every_language) {
    for (i18n::LanguageInfo const& info : i18n::languages()) {
        auto const language = speaking_as_published(info.tag);
        for (std::string_view const code : failure_codes()) {
            BOOST_TEST(failure_words({std::string(code)}).key() == "error." + std::string(code));
            BOOST_TEST(language->has("error." + std::string(code)), info.tag << " " << code);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_failure_without_words_is_told_as_ours) {
    BOOST_TEST(failure_words({"quantum_flux"}).key() == "error.server");
    BOOST_TEST(failure_words({""}).key() == "error.server");
}

BOOST_AUTO_TEST_SUITE_END()
