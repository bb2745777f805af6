#include "tests/server/support/running_server.h"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace huiyin::server::tests {

namespace {

using namespace std::chrono_literals;

struct Fixture {
    RunningServer server;

    int status_of(std::string_view bytes) { return server.asks(bytes).status; }
};

constexpr auto key_line = "Idempotency-Key: key\r\n";

} // namespace

BOOST_FIXTURE_TEST_SUITE(http_tests, Fixture)

BOOST_AUTO_TEST_CASE(a_case_goes_in_and_comes_out_over_the_network) {
    Client client = server.client();
    Response const receipt = client.asks(post("/api/v1/cases", good_submission(), key_line));
    BOOST_TEST(receipt.status == 201);
    Response const seen = client.asks(get("/api/v1/cases/" + field(receipt, "number"),
                                          "X-Access-Code: " + field(receipt, "access_code") + "\r\n"));
    BOOST_TEST(seen.status == 200);
    BOOST_TEST(field(seen, "number") == field(receipt, "number"));
}

BOOST_AUTO_TEST_CASE(every_answer_carries_the_headers_that_protect_the_browser) {
    std::string const long_header = "X-Long: " + std::string(20'000, 'x') + "\r\n";
    for (std::string const& bytes :
         {get("/"), get("/no/such/page"), get("/api/v1/catalog"), get("/api/v1/nothing"),
          get("/api/v1/cases/HY"), post("/api/v1/cases", "{"), get("/healthz", long_header),
          std::string("nonsense\r\n\r\n")}) {
        Response const response = server.asks(bytes);
        std::string const csp(response.header("Content-Security-Policy").value_or(""));
        BOOST_TEST(csp.find("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'") == 0U,
                   bytes.substr(0, 60));
        BOOST_TEST(csp.find("require-trusted-types-for 'script'; trusted-types huiyin") != std::string::npos);
        BOOST_TEST(response.header("X-Content-Type-Options").value_or("") == "nosniff");
        BOOST_TEST(response.header("Referrer-Policy").value_or("") == "no-referrer");
        BOOST_TEST(response.header("X-Frame-Options").value_or("") == "DENY");
        BOOST_TEST(response.header("Date").has_value());
        BOOST_TEST(!response.header("Strict-Transport-Security").has_value());
    }
}

BOOST_AUTO_TEST_CASE(a_body_over_the_limit_is_refused_and_the_answer_arrives) {
    Client client = server.client();
    client.says(post("/api/v1/cases", std::string(10'000'000, 'x'), key_line));
    Response const response = client.hears();
    BOOST_TEST(response.status == 413);
    BOOST_TEST(code_of(response) == "too_large");
    BOOST_TEST(status_of(post("/api/v1/cases", std::string(64 * 1024, ' '), key_line)) == 400);
    BOOST_TEST(status_of(post("/api/v1/cases", std::string(64 * 1024 + 1, ' '), key_line)) == 413);
}

BOOST_AUTO_TEST_CASE(a_chunked_body_is_held_to_the_same_limit) {
    std::string const head = "POST /api/v1/cases HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
                             "Transfer-Encoding: chunked\r\nIdempotency-Key: key\r\n\r\n";
    std::string const chunk = "8000\r\n" + std::string(0x8000, ' ') + "\r\n";
    BOOST_TEST(status_of(head + chunk + chunk + chunk + "0\r\n\r\n") == 413);
    std::string const body = good_submission();
    std::array<char, 16> size{};
    std::snprintf(size.data(), size.size(), "%zx\r\n", body.size());
    BOOST_TEST(status_of(head + size.data() + body + "\r\n0\r\n\r\n") == 201);
}

BOOST_AUTO_TEST_CASE(headers_over_the_limit_are_refused) {
    Response const response = server.asks(get("/healthz", "X-Long: " + std::string(100'000, 'x') + "\r\n"));
    BOOST_TEST(response.status == 431);
    BOOST_TEST(status_of(get("/" + std::string(100'000, 'x'))) == 431);
    BOOST_TEST(server.still_serves());
}

BOOST_AUTO_TEST_CASE(what_is_no_http_is_refused) {
    for (std::string const bytes :
         {"\r\n\r\n\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\nHost: h\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET / HTTP/1.1\r\nHost h\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: h\r\nX: a\001b\r\n\r\n",
          "POST /api/v1/cases HTTP/1.1\r\nHost: h\r\nContent-Length: x\r\n\r\n",
          "POST /api/v1/cases HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
          "POST /api/v1/cases HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nTransfer-Encoding: "
          "chunked\r\n\r\n0\r\n\r\n",
          "POST /api/v1/cases HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
          "\x16\x03\x01\x02\x00\x01\x00"}) {
        Client client = server.client();
        client.says(bytes);
        client.falls_silent();
        int const status = client.hears().status;
        BOOST_TEST((status == 400 || status == 505), bytes << " got " << status);
    }
    BOOST_TEST(server.still_serves());
}

BOOST_AUTO_TEST_CASE(a_body_that_stops_half_way_is_refused) {
    Client client = server.client();
    std::string const whole = post("/api/v1/cases", good_submission(), key_line);
    client.says(std::string_view(whole).substr(0, whole.size() - 20));
    client.falls_silent();
    BOOST_TEST(client.hears().status == 400);
    BOOST_TEST(server.store.reader().value()->is_empty().value());
}

BOOST_AUTO_TEST_CASE(a_request_may_come_byte_by_byte) {
    Client client = server.client();
    for (char byte : get("/healthz"))
        BOOST_REQUIRE(client.says({&byte, 1}));
    BOOST_TEST(client.hears().status == 200);
}

BOOST_AUTO_TEST_CASE(requests_in_one_packet_are_answered_in_their_order) {
    Client client = server.client();
    client.says(get("/healthz") + post("/api/v1/cases", good_submission(), key_line) +
                get("/api/v1/nothing") + get("/readyz"));
    for (int status : {200, 201, 404, 200})
        BOOST_TEST(client.hears().status == status);
}

BOOST_AUTO_TEST_CASE(a_client_that_asks_to_close_is_closed) {
    Client client = server.client();
    Response const response = client.asks(get("/healthz", "Connection: close\r\n"));
    BOOST_TEST(response.status == 200);
    BOOST_TEST(response.header("Connection").value_or("") == "close");
    BOOST_TEST(client.is_closed_within(5s));
    Client old = server.client();
    BOOST_TEST(old.asks("GET /healthz HTTP/1.0\r\n\r\n").status == 200);
    BOOST_TEST(old.is_closed_within(5s));
}

BOOST_AUTO_TEST_CASE(a_client_may_ask_before_it_sends_its_body) {
    Client client = server.client();
    std::string const whole =
        post("/api/v1/cases", good_submission(), "Idempotency-Key: key\r\nExpect: 100-continue\r\n");
    std::size_t const body = whole.size() - good_submission().size();
    client.says(whole.substr(0, body));
    BOOST_TEST(client.hears().status == 100);
    client.says(whole.substr(body));
    BOOST_TEST(client.hears().status == 201);
}

BOOST_AUTO_TEST_CASE(wrong_paths_methods_and_types_get_their_status) {
    BOOST_TEST(status_of(get("/api/v1/nothing")) == 404);
    BOOST_TEST(status_of(get("/api/v1/../../etc/passwd")) == 404);
    BOOST_TEST(status_of(get("/../../../etc/passwd")) == 404);
    BOOST_TEST(status_of(get("/%2e%2e/%2e%2e/etc/passwd")) == 404);
    BOOST_TEST(status_of(get("*")) == 404);
    BOOST_TEST(status_of(get("http://elsewhere/")) == 404);
    BOOST_TEST(status_of(post("/api/v1/catalog", "{}")) == 405);
    BOOST_TEST(status_of(post("/", "{}")) == 404);
    BOOST_TEST(status_of("BREW / HTTP/1.1\r\nHost: h\r\n\r\n") == 404);
    BOOST_TEST(status_of("DELETE /api/v1/cases HTTP/1.1\r\nHost: h\r\n\r\n") == 405);
    BOOST_TEST(status_of("POST /api/v1/cases HTTP/1.1\r\nHost: h\r\nIdempotency-Key: k\r\nContent-Type: "
                         "text/xml\r\nContent-Length: 1\r\n\r\nx") == 415);
}

BOOST_AUTO_TEST_CASE(hostile_bodies_get_a_4xx_and_never_a_5xx) {
    std::vector<std::string> bodies = {"",
                                       " ",
                                       "{",
                                       "null",
                                       "[]",
                                       "\"\"",
                                       "0",
                                       "{}",
                                       std::string(30'000, '['),
                                       std::string(30'000, '{'),
                                       "{\"a\":" + std::string(5'000, '9') + "}",
                                       std::string(1'000, '\0'),
                                       "\xff\xfe",
                                       "{\"nature\":\"\\ud800\"}",
                                       "{\"nature\":null}",
                                       "{\"location\":{\"lat\":1e999,\"lng\":0}}",
                                       good_submission("\\u0000 a NUL in the text of it"),
                                       good_submission(std::string(5'000, 'x')),
                                       good_submission() + "x",
                                       R"({"nature":"complaint","nature":"complaint"})"};
    Client client = server.client();
    int turn = 0;
    for (std::string const& body : bodies) {
        int const status =
            client.asks(post("/api/v1/cases", body, "Idempotency-Key: k" + std::to_string(++turn) + "\r\n"))
                .status;
        BOOST_TEST((status >= 400 && status < 500), body.substr(0, 60) << " got " << status);
    }
    BOOST_TEST(server.still_serves());
    BOOST_TEST(server.store.reader().value()->is_empty().value());
}

BOOST_AUTO_TEST_CASE(head_has_the_length_and_no_body) {
    Client client = server.client();
    client.says("HEAD /healthz HTTP/1.1\r\nHost: h\r\n\r\n");
    Response const head = client.hears(true);
    BOOST_TEST(head.status == 200);
    BOOST_TEST(head.header("Content-Length").value() != "0");
    BOOST_TEST(client.asks(get("/healthz")).status == 200);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(http_limits_tests)

BOOST_AUTO_TEST_CASE(a_request_that_trickles_is_closed) {
    RunningServer server({.request_time = 300ms});
    Client client = server.client();
    client.says("GET /healthz HTTP/1.1\r\nHost:");
    BOOST_TEST(client.is_closed_within(5s));
    BOOST_TEST(server.still_serves());
}

BOOST_AUTO_TEST_CASE(an_idle_connection_is_closed) {
    RunningServer server({.idle_time = 300ms});
    Client client = server.client();
    BOOST_TEST(client.asks(get("/healthz")).status == 200);
    BOOST_TEST(client.is_closed_within(5s));
}

BOOST_AUTO_TEST_CASE(behind_a_proxy_one_who_tries_too_often_keeps_nobody_else_out) {
    RunningServer server({}, {}, std::move(Callers::behind("127.0.0.1")).value());
    Client proxy = server.client();
    auto const tries = [&](int sequence, std::string const& forwarded) {
        std::string const target = "/api/v1/cases/" + CaseNumber::make({2026, 1, 1}, sequence).text();
        return proxy.asks(get(target, forwarded)).status;
    };
    for (int turn = 1; turn <= WrongTries::most_for_an_address; ++turn)
        BOOST_REQUIRE_EQUAL(tries(turn, "X-Forwarded-For: 198.51.100.1\r\n"), 404);
    BOOST_TEST(tries(999, "X-Forwarded-For: 198.51.100.1\r\n") == 429);
    // What the stranger says of themselves changes nothing, in one line or in two.
    BOOST_TEST(tries(998, "X-Forwarded-For: 203.0.113.9, 198.51.100.1\r\n") == 429);
    BOOST_TEST(tries(997, "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-For: 198.51.100.1\r\n") == 429);
    BOOST_TEST(tries(996, "X-Forwarded-For: 203.0.113.9\r\n") == 404);
}

BOOST_AUTO_TEST_CASE(at_a_path_a_proxy_of_this_machine_asks_and_is_believed_for_whom) {
    RunningServer server;
    std::string const path = server.folder.path("http");
    auto const start = [&] {
        return HttpServer::start({.address = path}, *server.dispatcher, server.files, *server.log);
    };
    {
        auto const http = start();
        BOOST_REQUIRE(http.is_ok());
        struct stat status = {};
        BOOST_REQUIRE(stat(path.c_str(), &status) == 0);
        BOOST_TEST((status.st_mode & 0777) == 0660U);
        Client proxy(path);
        auto const tries = [&](int sequence, std::string const& forwarded) {
            std::string const target = "/api/v1/cases/" + CaseNumber::make({2026, 1, 1}, sequence).text();
            return proxy.asks(get(target, "X-Forwarded-For: " + forwarded + "\r\n")).status;
        };
        for (int turn = 1; turn <= WrongTries::most_for_an_address; ++turn)
            BOOST_REQUIRE_EQUAL(tries(turn, "198.51.100.1"), 404);
        BOOST_TEST(tries(999, "203.0.113.9, 198.51.100.1") == 429);
        BOOST_TEST(tries(998, "203.0.113.9") == 404);
        BOOST_TEST(start().error().code == "address_unusable");
        BOOST_TEST(proxy.asks(get("/healthz")).status == 200);
    }
    // What a server leaves behind stands in nobody's way; a file of somebody's does.
    BOOST_TEST(start().is_ok());
    BOOST_REQUIRE(unlink(path.c_str()) == 0);
    std::ofstream(path) << "a file";
    BOOST_TEST(start().error().code == "address_unusable");
    BOOST_TEST(std::filesystem::file_size(path) == 6U);
}

BOOST_AUTO_TEST_CASE(connections_beyond_the_limit_are_closed_at_once) {
    RunningServer server({.connections = 2});
    Client first = server.client();
    Client second = server.client();
    BOOST_TEST(first.asks(get("/healthz")).status == 200);
    BOOST_TEST(second.asks(get("/healthz")).status == 200);
    BOOST_TEST(server.client().is_closed_within(5s));
    BOOST_TEST(first.asks(get("/healthz")).status == 200);
}

BOOST_AUTO_TEST_CASE(two_thousand_idle_connections_leave_room_for_work) {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    RunningServer server;
    std::vector<Client> idle;
    for (int count = 0; count < 2'000; ++count)
        idle.push_back(server.client());
    BOOST_TEST(server.still_serves());
    BOOST_TEST(idle.front().asks(get("/healthz")).status == 200);
    BOOST_TEST(idle.back().asks(get("/healthz")).status == 200);
}

BOOST_AUTO_TEST_CASE(stopping_finishes_what_was_asked_and_closes_what_is_idle) {
    RunningServer server;
    Client idle = server.client();
    BOOST_TEST(idle.asks(get("/healthz")).status == 200);
    server.http->stop();
    BOOST_TEST(idle.is_closed_within(5s));
}

BOOST_AUTO_TEST_CASE(an_address_in_use_is_told) {
    RunningServer server;
    auto const second =
        HttpServer::start({.port = server.http->port()}, *server.dispatcher, server.files, *server.log);
    BOOST_REQUIRE(!second);
    BOOST_TEST(second.error().code == "address_unusable");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
