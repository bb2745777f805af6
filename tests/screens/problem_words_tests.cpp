#include "core/domain/submission.h"
#include "core/screens/problem_words.h"
#include "tests/i18n/language_support.h"
#include "tests/support/sample_city.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;
using namespace huiyin::screens;
using namespace huiyin::tests;

namespace {

std::string english(Problem const& problem) {
    static auto const language = speaking_as_published("en");
    return language->format(problem_words(problem, *language));
}

} // namespace

BOOST_AUTO_TEST_SUITE(problem_words_tests)

BOOST_AUTO_TEST_CASE(a_field_with_words_of_its_own_uses_them) {
    BOOST_TEST(english({"contact.name", "required"}) == "Please give your name.");
    BOOST_TEST(english({"text", "required"}) == "Please write a message.");
}

BOOST_AUTO_TEST_CASE(a_field_without_uses_the_words_of_the_code) {
    BOOST_TEST(english({"comment", "control_characters"}) ==
               "There are invisible characters in this text that we cannot accept. Please type it again.");
}

BOOST_AUTO_TEST_CASE(a_code_that_no_catalogue_knows_asks_to_check) {
    BOOST_TEST(english({"attachments", "unsupported"}) == "Please check this answer.");
}

BOOST_AUTO_TEST_CASE(limits_stand_in_the_sentence) {
    BOOST_TEST(english({"description", "too_short"}).find("at least 10 characters") != std::string::npos);
    BOOST_TEST(english({"description", "too_long"}).find("4,000 characters") != std::string::npos);
    BOOST_TEST(english({"reason", "too_short"}).find("at least 2 characters") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_first_problem_of_a_field_is_told_and_of_no_other) {
    auto const language = speaking_as_published("en");
    Problems const problems = {{"contact.phone", "invalid"}, {"contact.name", "required"}};
    BOOST_TEST((problem_of("contact.name", problems, *language) == problem_words(problems[1], *language)));
    BOOST_TEST(problem_of("contact", problems, *language).empty());
}

BOOST_AUTO_TEST_CASE(every_problem_of_a_submission_has_a_sentence_in_every_language) {
    Submission bad{.address = std::string(201, 'a'),
                   .occurred_at = Instant{4'000'000'000'000},
                   .description = std::string(4001, 'a'),
                   .visibility = Visibility::PublicName,
                   .contact = Contact{.phone = "?", .email = "?"}};
    Problems problems = problems_in(bad, sample_city(), Instant{});
    BOOST_TEST(problems.size() >= 8U);
    for (i18n::LanguageInfo const& info : i18n::languages()) {
        auto const language = speaking_as_published(info.tag);
        for (Problem const& problem : problems)
            BOOST_TEST(!language->format(problem_words(problem, *language)).empty(), problem);
    }
}

BOOST_AUTO_TEST_SUITE_END()
