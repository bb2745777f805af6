#include "server/http/callers.h"

#include <boost/test/unit_test.hpp>

namespace huiyin::server::tests {

namespace {

std::string caller(Callers const& callers, std::string_view peer, std::string_view forwarded_for = "") {
    return callers.of(boost::asio::ip::make_address(std::string(peer)), forwarded_for);
}

Callers behind(std::string_view proxies) { return std::move(Callers::behind(proxies)).value(); }

} // namespace

BOOST_AUTO_TEST_SUITE(callers_tests)

BOOST_AUTO_TEST_CASE(without_a_proxy_the_header_counts_for_nothing) {
    BOOST_TEST(caller({}, "203.0.113.7") == "203.0.113.7");
    BOOST_TEST(caller({}, "203.0.113.7", "198.51.100.1") == "203.0.113.7");
    BOOST_TEST(caller(behind("10.0.0.1"), "203.0.113.7", "198.51.100.1") == "203.0.113.7");
}

BOOST_AUTO_TEST_CASE(behind_our_proxies_it_is_the_last_address_that_is_not_ours) {
    Callers const callers = behind("10.0.0.1, 10.0.0.2");
    BOOST_TEST(caller(callers, "10.0.0.1", "198.51.100.1") == "198.51.100.1");
    BOOST_TEST(caller(callers, "10.0.0.1", "1.2.3.4, 198.51.100.1") == "198.51.100.1");
    BOOST_TEST(caller(callers, "10.0.0.1", "1.2.3.4,198.51.100.1 ,\t10.0.0.2") == "198.51.100.1");
    BOOST_TEST(caller(callers, "::ffff:10.0.0.1", "198.51.100.1") == "198.51.100.1");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_leaves_the_proxy_itself) {
    Callers const callers = behind("10.0.0.1");
    for (std::string_view const header :
         {"", " ", ",", "unknown", "198.51.100.1, secret", "10.0.0.1", "[::1]:80"})
        BOOST_TEST(caller(callers, "10.0.0.1", header) == "10.0.0.1", header);
}

BOOST_AUTO_TEST_CASE(one_network_of_ipv6_is_one_caller) {
    BOOST_TEST(caller({}, "2001:db8:1:2::1") == caller({}, "2001:db8:1:2:ffff::9"));
    BOOST_TEST(caller({}, "2001:db8:1:2::1") != caller({}, "2001:db8:1:3::1"));
    BOOST_TEST(caller(behind("::1"), "::1", "2001:db8:1:2::1") == "2001:db8:1:2::/64");
}

BOOST_AUTO_TEST_CASE(a_proxy_that_is_no_address_is_refused) {
    BOOST_TEST(Callers::behind("").is_ok());
    for (std::string_view const list : {"localhost", "10.0.0.1,", "10.0.0.0/8"})
        BOOST_TEST(!Callers::behind(list).is_ok(), list);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
