#include "core/screens/clock_words.h"
#include "tests/i18n/language_support.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;
using namespace huiyin::screens;
using namespace huiyin::tests;

namespace {

Instant at(std::string_view text) { return *parse_rfc3339(text); }

std::string english(ShownClock const& clock, std::string_view now) {
    static auto const language = speaking_as_published("en");
    return language->format(clock_sentence(clock, at(now), *language));
}

bool has(std::string const& sentence, std::string_view words) {
    return sentence.find(words) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(clock_words_tests)

BOOST_AUTO_TEST_CASE(hours_end_at_a_time_of_day) {
    ShownClock const clock{.kind = ClockKind::Dispatch, .due_at = at("2026-11-20T14:30:00Z")};
    std::string const sentence = english(clock, "2026-11-20T11:30:00Z");
    BOOST_TEST(has(sentence, "20 November 2026"), sentence);
    BOOST_TEST(has(sentence, "22:30"), sentence);
    BOOST_TEST(has(sentence, "in 3 hours"), sentence);
}

BOOST_AUTO_TEST_CASE(days_end_with_the_day_before_midnight) {
    ShownClock const clock{.kind = ClockKind::Reply, .due_at = at("2026-12-11T00:00:00+08:00")};
    std::string const sentence = english(clock, "2026-11-20T14:00:00Z");
    BOOST_TEST(has(sentence, "the end of Thursday"), sentence);
    BOOST_TEST(has(sentence, "10 December 2026"), sentence);
    BOOST_TEST(!has(sentence, "00:00"), sentence);
}

BOOST_AUTO_TEST_CASE(what_is_overdue_is_said_openly) {
    ShownClock const clock{
        .kind = ClockKind::Reply, .due_at = at("2026-11-18T10:00:00Z"), .state = ClockState::Overdue};
    std::string const sentence = english(clock, "2026-11-20T10:00:00Z");
    BOOST_TEST(has(sentence, "Overdue"), sentence);
    BOOST_TEST(has(sentence, "2 days ago"), sentence);
}

BOOST_AUTO_TEST_CASE(every_clock_has_a_sentence_in_every_language_and_state) {
    for (i18n::LanguageInfo const& info : i18n::languages()) {
        auto const language = speaking_as_published(info.tag);
        for (auto const& [kind, kind_name] : Names<ClockKind>::all)
            for (auto const& [state, state_name] : Names<ClockState>::all) {
                ShownClock const clock{.kind = kind, .due_at = at("2026-11-20T14:30:00Z"), .state = state};
                auto const text = clock_sentence(clock, at("2026-11-20T10:00:00Z"), *language);
                BOOST_TEST(!language->format(text).empty(), info.tag << kind_name << state_name);
            }
    }
}

BOOST_AUTO_TEST_CASE(a_date_that_may_change_says_so_while_it_is_shown) {
    ShownClock clock{.may_change = true};
    BOOST_TEST(clock_caveat(clock).key() == "clock.may_change");
    clock.state = ClockState::Met;
    BOOST_TEST(clock_caveat(clock).empty());
    BOOST_TEST(clock_caveat({.may_change = false}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
