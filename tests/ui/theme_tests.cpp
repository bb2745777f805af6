#include "core/ui/theme.h"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace huiyin;
using namespace huiyin::ui;

namespace {

double contrast_in(Theme const& theme, ColorPair const& pair) {
    return contrast(theme[pair.foreground], theme[pair.background]);
}

std::string words_of(ColorPair const& pair, ThemeName name) {
    return std::string(css_name(pair.foreground)) + " on " + std::string(css_name(pair.background)) +
           " in theme " + std::to_string(static_cast<int>(name));
}

} // namespace

BOOST_AUTO_TEST_SUITE(theme_tests)

BOOST_AUTO_TEST_CASE(every_pair_of_colours_has_the_contrast_that_wcag_asks_for_in_every_theme) {
    for (ThemeName name : own_themes)
        for (ColorPair const& pair : color_pairs())
            BOOST_TEST(contrast_in(theme(name), pair) >= pair.least, words_of(pair, name));
}

BOOST_AUTO_TEST_CASE(words_have_a_contrast_of_seven_in_both_themes_of_high_contrast) {
    constexpr double enhanced = 7;
    for (ThemeName name : {ThemeName::HighContrast, ThemeName::HighContrastDark})
        for (ColorPair const& pair : color_pairs())
            if (pair.least >= 4.5)
                BOOST_TEST(contrast_in(theme(name), pair) >= enhanced, words_of(pair, name));
}

BOOST_AUTO_TEST_CASE(the_systems_theme_sets_its_words_only_in_pairs_that_the_system_promises_to_be_readable) {
    SystemColors const system{.canvas = {1, 2, 3}, .text = {4, 5, 6}, .link = {7, 8, 9}};
    Theme const theme = ui::theme(ThemeName::System, system);
    auto const is_on_canvas = [&](Color color) { return color == system.text || color == system.link; };
    for (ColorPair const& pair : color_pairs()) {
        Color const front = theme[pair.foreground];
        Color const back = theme[pair.background];
        bool const is_promised =
            (back == system.canvas && is_on_canvas(front)) || (front == system.canvas && is_on_canvas(back));
        BOOST_TEST(is_promised, words_of(pair, ThemeName::System));
    }
}

BOOST_AUTO_TEST_CASE(a_theme_knows_whether_it_is_dark) {
    BOOST_TEST(!is_dark(theme(ThemeName::Light)));
    BOOST_TEST(is_dark(theme(ThemeName::Dark)));
    BOOST_TEST(!is_dark(theme(ThemeName::HighContrast)));
    BOOST_TEST(is_dark(theme(ThemeName::HighContrastDark)));
    BOOST_TEST(is_dark(theme(ThemeName::System, {.canvas = {0, 0, 0}, .text = {255, 255, 255}})));
}

BOOST_AUTO_TEST_CASE(black_on_white_has_the_greatest_contrast_and_a_colour_on_itself_none) {
    BOOST_TEST(contrast({0, 0, 0}, {255, 255, 255}) == 21.0, boost::test_tools::tolerance(0.001));
    BOOST_TEST(contrast({12, 34, 56}, {12, 34, 56}) == 1.0, boost::test_tools::tolerance(0.001));
    // #767676 on white is the well-known lightest grey that reaches 4.5.
    BOOST_TEST(contrast({0x76, 0x76, 0x76}, {255, 255, 255}) == 4.54, boost::test_tools::tolerance(0.002));
}

BOOST_AUTO_TEST_SUITE_END()
