#include "core/protocol/http.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;

BOOST_AUTO_TEST_SUITE(http_tests)

BOOST_AUTO_TEST_CASE(a_header_is_found_in_any_case) {
    protocol::Request const request{.target = "/", .headers = {{"X-Access-Code", "7Q4M"}, {"accept", "*/*"}}};
    BOOST_TEST(request.header("x-access-code").value() == "7Q4M");
    BOOST_TEST(request.header("Accept").value() == "*/*");
    BOOST_TEST(!request.header("X-Access"));
    BOOST_TEST(!request.header(""));
}

BOOST_AUTO_TEST_CASE(the_first_of_equal_headers_counts) {
    protocol::Response const response{.headers = {{"ETag", "\"a\""}, {"etag", "\"b\""}}};
    BOOST_TEST(response.header("ETAG").value() == "\"a\"");
}

BOOST_AUTO_TEST_SUITE_END()
