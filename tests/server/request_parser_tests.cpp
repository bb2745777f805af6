#include "server/http/request_parser.h"

#include <boost/test/unit_test.hpp>

namespace huiyin::server::tests {

namespace {

/// Gives a parser one byte after the other, as a slow or a hostile network does.
void trickle(RequestParser& parser, std::string_view bytes) {
    std::string waiting;
    for (char const byte : bytes) {
        waiting.push_back(byte);
        boost::beast::error_code error;
        waiting.erase(0, parser.take(boost::asio::buffer(waiting), error));
        BOOST_TEST_REQUIRE((!error || error == boost::beast::http::error::need_more));
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(request_parser_tests)

BOOST_AUTO_TEST_CASE(a_request_in_single_bytes_is_the_same_request) {
    std::string const head = "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (auto const& [chunks, body] :
         {std::pair{"0\r\n\r\n", ""}, {"2\r\nab\r\n0\r\n\r\n", "ab"}, {"1\r\nc\r\n0\r\nX: y\r\n\r\n", "c"}}) {
        RequestParser parser(HttpLimits{});
        trickle(parser, head + chunks);
        BOOST_TEST(parser.is_done());
        BOOST_TEST(parser.request().target == "/a");
        BOOST_TEST(parser.request().body == body);
    }
}

BOOST_AUTO_TEST_CASE(a_request_of_two_lines_needs_no_more_bytes_than_it_has) {
    RequestParser parser(HttpLimits{});
    trickle(parser, "GET / HTTP/1.0\r\n\r\n");
    BOOST_TEST(parser.is_done());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
