#include "core/screens/still_wrong.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;
using screens::still_wrong;

BOOST_AUTO_TEST_SUITE(still_wrong_tests)

BOOST_AUTO_TEST_CASE(what_was_put_right_goes) {
    Problems const told = {{"name", "required"}, {"phone", "invalid"}};
    BOOST_TEST((still_wrong(told, {{"phone", "invalid"}}) == Problems{{"phone", "invalid"}}));
    BOOST_TEST(still_wrong(told, {}).empty());
}

BOOST_AUTO_TEST_CASE(what_is_wrong_in_another_way_is_told_anew) {
    BOOST_TEST(
        (still_wrong({{"name", "required"}}, {{"name", "too_long"}}) == Problems{{"name", "too_long"}}));
}

BOOST_AUTO_TEST_CASE(fields_not_told_of_yet_are_left_alone) {
    BOOST_TEST(still_wrong({{"name", "required"}}, {{"phone", "required"}}).empty());
    BOOST_TEST(still_wrong({}, {{"phone", "required"}}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
