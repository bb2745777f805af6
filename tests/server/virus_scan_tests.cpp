#include "server/files/virus_scan.h"
#include "tests/server/support/fake_scanner.h"

#include <boost/test/unit_test.hpp>
#include <future>

namespace huiyin::server::tests {

namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;

} // namespace

BOOST_AUTO_TEST_SUITE(virus_scan_tests)

BOOST_AUTO_TEST_CASE(a_file_goes_to_the_scanner_whole) {
    FakeScanner scanner("stream: OK\0"s);
    std::string const content(1'000'000, 'x');
    auto const verdict = scanned(scanner.address(), content, 10s);
    BOOST_REQUIRE(verdict);
    BOOST_TEST((*verdict == Verdict::Clean));
    BOOST_TEST(scanner.heard() == content);
}

BOOST_AUTO_TEST_CASE(what_the_scanner_finds_is_harmful) {
    FakeScanner scanner("stream: Eicar-Signature FOUND\0"s);
    auto const verdict = scanned(scanner.address(), "content", 10s);
    BOOST_REQUIRE(verdict);
    BOOST_TEST((*verdict == Verdict::Harmful));
}

BOOST_AUTO_TEST_CASE(nothing_but_a_whole_answer_counts) {
    for (auto const& answer : {"stream: OK"s, "stream: O\0"s, ""s, "INSTREAM size limit exceeded. ERROR\0"s,
                               "OK\0"s, "stream: FOUND OK it is not\0"s, std::string(5'000, 'x')}) {
        FakeScanner scanner(answer);
        auto const verdict = scanned(scanner.address(), "content", 10s);
        BOOST_TEST(!verdict, answer.substr(0, 40));
    }
}

BOOST_AUTO_TEST_CASE(a_scanner_that_says_nothing_is_not_waited_for_for_ever) {
    FakeScanner scanner(FakeScanner::silent);
    auto const verdict = scanned(scanner.address(), "content", 50ms);
    BOOST_REQUIRE(!verdict);
    BOOST_TEST(verdict.error().detail == "it took too long");
}

BOOST_AUTO_TEST_CASE(a_scan_is_given_up_when_it_is_to_stop) {
    FakeScanner scanner(FakeScanner::silent);
    std::stop_source source;
    auto scan = std::async(std::launch::async,
                           [&] { return scanned(scanner.address(), "content", 1h, source.get_token()); });
    source.request_stop();
    auto const verdict = scan.get();
    BOOST_REQUIRE(!verdict);
    BOOST_TEST(verdict.error().detail == "it was stopped");
}

BOOST_AUTO_TEST_CASE(a_scanner_that_is_not_there_finds_nothing_clean) {
    std::string address;
    { address = FakeScanner("stream: OK\0"s).address(); }
    BOOST_TEST(!scanned(address, "content", 10s));
    BOOST_TEST(!scanned("/no/such/socket", "content", 10s));
}

BOOST_AUTO_TEST_CASE(an_address_is_a_numeric_host_with_its_port_or_a_path) {
    for (auto const& good : {"127.0.0.1:3310"s, "/run/clamav/clamd.ctl"s})
        BOOST_TEST(is_scanner_address(good));
    for (auto const& bad : {""s, "localhost:3310"s, "127.0.0.1"s, "127.0.0.1:"s, "127.0.0.1:0"s,
                            "127.0.0.1:99999"s, "/" + std::string(200, 'x')})
        BOOST_TEST(!is_scanner_address(bad));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
