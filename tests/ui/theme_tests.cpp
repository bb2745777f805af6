#include "core/ui/theme.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin::ui;

BOOST_AUTO_TEST_SUITE(theme_tests)

BOOST_AUTO_TEST_CASE(every_pair_of_colours_has_the_contrast_that_wcag_asks_for_in_every_theme) {
    for (ThemeName name : {ThemeName::Light, ThemeName::Dark})
        for (ColorPair const& pair : color_pairs()) {
            double const found = contrast(theme(name)[pair.foreground], theme(name)[pair.background]);
            BOOST_TEST_CONTEXT(css_name(pair.foreground) << " on " << css_name(pair.background)
                                                         << (name == ThemeName::Dark ? " (dark)" : ""))
            BOOST_TEST(found >= pair.least);
        }
}

BOOST_AUTO_TEST_CASE(black_on_white_has_the_greatest_contrast_and_a_colour_on_itself_none) {
    BOOST_TEST(contrast({0, 0, 0}, {255, 255, 255}) == 21.0, boost::test_tools::tolerance(0.001));
    BOOST_TEST(contrast({12, 34, 56}, {12, 34, 56}) == 1.0, boost::test_tools::tolerance(0.001));
    // #767676 on white is the well-known lightest grey that reaches 4.5.
    BOOST_TEST(contrast({0x76, 0x76, 0x76}, {255, 255, 255}) == 4.54, boost::test_tools::tolerance(0.002));
}

BOOST_AUTO_TEST_SUITE_END()
