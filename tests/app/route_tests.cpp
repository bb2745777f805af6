#include "core/screens/route.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin::screens;

BOOST_AUTO_TEST_SUITE(route_tests)

BOOST_AUTO_TEST_CASE(address_and_route_are_inverses) {
    BOOST_TEST(all_paths().size() == 13U);
    for (std::string_view path : all_paths())
        BOOST_TEST(url_of(route_of(path)) == path);
}

BOOST_AUTO_TEST_CASE(query_fragment_and_a_last_slash_change_nothing) {
    BOOST_TEST(route_of("/track?x=1") == Route{TrackRoute{}});
    BOOST_TEST(route_of("/track/#y") == Route{TrackRoute{}});
    BOOST_TEST(route_of("/submit/place/") == Route{SubmitRoute{SubmitPage::Place}});
}

BOOST_AUTO_TEST_CASE(an_unknown_path_is_not_found) {
    for (std::string_view path : {"/nothing", "", "/submit/place/more", "/../track", "/Track"})
        BOOST_TEST(route_of(path) == Route{NotFoundRoute{}}, path);
}

BOOST_AUTO_TEST_SUITE_END()
