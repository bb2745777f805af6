#include "core/screens/settings/settings.h"
#include "tests/screens/effects.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;
using namespace huiyin::screens;
using namespace huiyin::screens::settings;
using namespace huiyin::tests;

namespace {

screens::Step<Model> after(Intent const& intent, Model model = {.is_open = true}) {
    return settings::update(std::move(model), intent);
}

} // namespace

BOOST_AUTO_TEST_SUITE(settings_tests)

BOOST_AUTO_TEST_CASE(every_choice_is_kept) {
    BOOST_TEST(has_order(after(AppearanceChosen{Appearance::Dark}).effects, KeepSettings{"dark 100"}));
    BOOST_TEST(has_order(after(TextSizeChosen{150}).effects, KeepSettings{"system 150"}));
    BOOST_TEST(has_order(after(PlainChosen{true}).effects, KeepSettings{"system 100 plain"}));
}

BOOST_AUTO_TEST_CASE(what_was_written_is_read_again_whatever_was_chosen) {
    for (auto const& [appearance, name] : Names<Appearance>::all)
        for (int const percent : text_percents)
            for (bool const is_plain : {false, true}) {
                Choices const choices{appearance, percent, is_plain};
                BOOST_TEST((choices_in(written(choices)) == choices), written(choices));
            }
}

BOOST_AUTO_TEST_CASE(what_nobody_wrote_leaves_what_the_system_likes) {
    for (std::string_view text : {"", " ", "purple", "1000", "dark-ish 99 plainly", "{}"})
        BOOST_TEST((choices_in(text) == Choices{}), text);
}

BOOST_AUTO_TEST_CASE(a_size_that_is_not_offered_is_not_taken) {
    BOOST_TEST(after(TextSizeChosen{300}).model.choices.text_percent == 100);
}

BOOST_AUTO_TEST_CASE(the_canvas_goes_and_comes_with_the_choice_of_the_plain_page) {
    BOOST_TEST(has_order(after(PlainChosen{true}).effects, ShowPlain{true}));
    BOOST_TEST(has_order(after(PlainChosen{false}).effects, ShowPlain{false}));
}

BOOST_AUTO_TEST_CASE(leaving_the_dialog_gives_the_focus_back_to_what_opened_it) {
    auto const step = after(Closed{});
    BOOST_TEST(!step.model.is_open);
    BOOST_TEST(has_order(step.effects, Focus{std::string(opener)}));
}

BOOST_AUTO_TEST_SUITE_END()
