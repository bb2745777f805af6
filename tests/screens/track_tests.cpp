#include "core/screens/track/track.h"
#include "tests/screens/effects.h"
#include "tests/screens/sample_case.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace huiyin;
using namespace huiyin::screens;
using namespace huiyin::screens::track;
using namespace huiyin::tests;

namespace {

screens::Step<Model> after(Model model, std::vector<Intent> const& intents) {
    screens::Step<Model> step{std::move(model)};
    for (Intent const& intent : intents)
        step = track::update(std::move(step.model), intent);
    return step;
}

Model filled() { return {.number = sample_key().number.text(), .code = sample_key().code.shown()}; }

bool is_waiting(Model const& model) { return std::holds_alternative<Loading>(model.opening); }

} // namespace

BOOST_AUTO_TEST_SUITE(track_tests)

BOOST_AUTO_TEST_CASE(number_and_code_open_the_case) {
    auto const step = after({}, {NumberEdited{filled().number}, CodeEdited{filled().code}, OpenPressed{}});
    BOOST_TEST(has_order(step.effects, OpenCase{sample_key()}));
    BOOST_TEST(has_order(step.effects, Announce{i18n::tr("track.opening")}));
    BOOST_TEST(is_waiting(step.model));
}

BOOST_AUTO_TEST_CASE(small_letters_spaces_and_full_width_characters_are_forgiven) {
    std::string number = filled().number;
    std::replace(number.begin(), number.end(), '-', ' ');
    number.replace(0, 2, "\uFF28\uFF59");
    auto const step = after({}, {NumberEdited{"  " + number + "\u3000"},
                                 CodeEdited{" " + sample_key().code.plain() + "\n"}, OpenPressed{}});
    BOOST_TEST(has_order(step.effects, OpenCase{sample_key()}));
}

BOOST_AUTO_TEST_CASE(an_empty_form_says_both_problems_and_sends_nothing) {
    auto const step = after({}, {OpenPressed{}});
    BOOST_TEST((step.model.problems == Problems{{"number", "required"}, {"access_code", "required"}}));
    BOOST_TEST((step.effects == Effects{Focus{"errors"}}));
}

BOOST_AUTO_TEST_CASE(blanks_are_no_number) {
    auto const step = after({.number = " \t\u3000", .code = filled().code}, {OpenPressed{}});
    BOOST_TEST((step.model.problems == Problems{{"number", "required"}}));
}

BOOST_AUTO_TEST_CASE(a_mistyped_number_is_noticed_before_it_is_sent) {
    Model model = filled();
    model.number.back() = model.number.back() == 'A' ? 'B' : 'A';
    auto const step = after(model, {OpenPressed{}});
    BOOST_TEST((step.model.problems == Problems{{"number", "invalid"}}));
    BOOST_TEST(orders<OpenCase>(step.effects).empty());
}

BOOST_AUTO_TEST_CASE(nonsense_of_any_length_is_invalid_and_stays_typed) {
    std::string const endless(100'000, 'x');
    auto const step = after({}, {NumberEdited{endless}, CodeEdited{"\xF0\x9F\x92\xA9"}, OpenPressed{}});
    BOOST_TEST((step.model.problems == Problems{{"number", "invalid"}, {"access_code", "invalid"}}));
    BOOST_TEST(step.model.number == endless);
}

BOOST_AUTO_TEST_CASE(a_problem_goes_when_its_field_is_put_right_and_only_then) {
    auto step = after({}, {OpenPressed{}, NumberEdited{"HY"}});
    BOOST_TEST((step.model.problems == Problems{{"number", "invalid"}, {"access_code", "required"}}));
    step = after(step.model, {NumberEdited{filled().number}});
    BOOST_TEST((step.model.problems == Problems{{"access_code", "required"}}));
}

BOOST_AUTO_TEST_CASE(typing_brings_no_problem_before_the_form_was_sent) {
    BOOST_TEST(after({}, {NumberEdited{"H"}}).model.problems.empty());
}

BOOST_AUTO_TEST_CASE(pressing_twice_asks_once) {
    auto const step = after(filled(), {OpenPressed{}, OpenPressed{}});
    BOOST_TEST(step.effects.empty());
    BOOST_TEST(is_waiting(step.model));
}

BOOST_AUTO_TEST_CASE(a_failure_is_said_at_once_and_keeps_what_was_typed) {
    auto const step = after(filled(), {OpenPressed{}, OpenFailed{"not_found"}});
    BOOST_TEST(has_order(step.effects, Announce{i18n::tr("error.not_found"), Politeness::Assertive}));
    BOOST_TEST(step.model.number == filled().number);
    BOOST_TEST(step.model.code == filled().code);
    BOOST_TEST(has_order(after(step.model, {OpenPressed{}}).effects, OpenCase{sample_key()}));
}

BOOST_AUTO_TEST_CASE(a_failure_that_nobody_has_words_for_is_still_said) {
    auto const step = after(filled(), {OpenPressed{}, OpenFailed{"teapot"}});
    BOOST_TEST(has_order(step.effects, Announce{i18n::tr("error.server"), Politeness::Assertive}));
}

BOOST_AUTO_TEST_CASE(the_code_does_not_stay_in_the_form_once_the_case_is_open) {
    BOOST_TEST((after(filled(), {OpenPressed{}, Opened{}}).model == Model{}));
}

BOOST_AUTO_TEST_CASE(a_line_of_the_summary_leads_to_its_field) {
    BOOST_TEST((after({}, {ErrorFollowed{"track.number"}}).effects == Effects{Focus{"track.number"}}));
}

BOOST_AUTO_TEST_CASE(the_way_back_leads_to_the_start) {
    BOOST_TEST((after(filled(), {BackFollowed{}}).effects == Effects{Go{HomeRoute{}}}));
}

BOOST_AUTO_TEST_SUITE_END()
