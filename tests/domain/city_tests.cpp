#include "tests/support/sample_city.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;

BOOST_AUTO_TEST_SUITE(city_tests)

BOOST_AUTO_TEST_CASE(categories_of_both_levels_are_found) {
    auto const city = tests::sample_city();
    BOOST_TEST_REQUIRE(city.find({"environment"}));
    BOOST_TEST(city.find({"environment"})->children.size() == 2U);
    BOOST_TEST_REQUIRE(city.find({"utilities.water"}));
    BOOST_TEST(city.find({"utilities.water"})->urgency == Urgency::BasicLivelihood);
    BOOST_TEST(!city.find({"environment.nothing"}));
    BOOST_TEST(!city.find({""}));
}

BOOST_AUTO_TEST_CASE(a_case_is_filed_under_a_leaf) {
    auto const city = tests::sample_city();
    BOOST_TEST(city.is_leaf({"environment.noise"}));
    BOOST_TEST(!city.is_leaf({"environment"}));
    BOOST_TEST(!city.is_leaf({"unheard_of"}));
}

BOOST_AUTO_TEST_CASE(only_its_own_districts_belong_to_a_city) {
    auto const city = tests::sample_city();
    BOOST_TEST(city.has({"haidian"}));
    BOOST_TEST(!city.has({"pudong"}));
    BOOST_TEST(!city.has({""}));
}

BOOST_AUTO_TEST_SUITE_END()
