#include "tests/server/support/authenticator.h"
#include "tests/server/support/client.h"
#include "tests/server/support/desk.h"
#include "tests/server/support/program.h"

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <fstream>
#include <iterator>

namespace huiyin::server::tests {

namespace {

/// Whatever a log must not hold, each with a mark of its own.
struct Secrets {
    std::string name = "Xname Lin";
    std::string phone = "+861065123456";
    std::string email = "xemail@example.org";
    std::string address = "Xaddress 12";
    std::string description = "Xdescription of what happened.";
    std::string message = "Xmessage of the citizen";
    std::string note = "Xnote of the staff";
    std::string reply = "Xreply of the unit";
    std::string comment = "Xcomment of the citizen";
    std::string key = "Xkey-of-the-submission";
    std::string password = "Xseven grey herons";
    std::string path = "Xpath";
    std::string query = "Xquery";
    std::string header = "Xheader";
};

struct Fixture {
    Folder folder;
    std::string data = folder.path("data");
    std::string file = folder.path("log");
    Secrets secrets;
    std::string number;
    std::string code;
    std::string token;
    std::string first_password;

    std::string submission() const {
        return R"({"nature":"complaint","category":"environment.noise","district":"dongcheng","address":")" +
               secrets.address + R"(","description":")" + secrets.description +
               R"(","visibility":"confidential","contact":{"name":")" + secrets.name + R"(","phone":")" +
               secrets.phone + R"(","email":")" + secrets.email + "\"}}";
    }

    std::string sign_in(std::string_view name, std::string_view password, std::string const& app = {}) const {
        return post("/api/v1/staff/sessions", R"({"name":")" + std::string(name) + R"(","password":")" +
                                                  std::string(password) + R"(","code":")" + app + "\"}");
    }

    void a_day_of_the_citizen(Client& client) {
        Response const receipt =
            client.asks(post("/api/v1/cases", submission(), "Idempotency-Key: " + secrets.key + "\r\n"));
        BOOST_REQUIRE_EQUAL(receipt.status, 201);
        number = field(receipt, "number"), code = field(receipt, "access_code");
        std::string const path = "/api/v1/cases/" + number;
        std::string const opens = "X-Access-Code: " + code + "\r\n";
        std::string const says = R"({"text":")" + secrets.message + "\"}";
        BOOST_TEST(client.asks(get(path, opens)).status == 200);
        BOOST_TEST(client.asks(get(path, "X-Access-Code: " + wrong(code) + "\r\n")).status == 404);
        BOOST_TEST(client.asks(post(path + "/messages", says, opens)).status == 201);
        BOOST_TEST(client.asks(post("/api/v1/language", says)).status == 200);
        BOOST_TEST(
            client.asks(post(path + "/reopen", R"({"reason":")" + secrets.comment + "\"}", opens)).status ==
            409);
    }

    void a_day_of_the_staff(Client& client) {
        Authenticator app(run_huiyin({"staff", "totp", "anna", "--data", data}).output);
        std::string const change = R"({"name":"anna","password":")" + first_password +
                                   R"(","new_password":")" + secrets.password + R"(","code":")" +
                                   app.next_code() + "\"}";
        BOOST_TEST(client.asks(post("/api/v1/staff/password", change)).status == 201);
        BOOST_TEST(client.asks(sign_in("anna", "Xwrong " + secrets.password)).status == 401);
        // The password in the wrong field.
        BOOST_TEST(client.asks(sign_in(secrets.password, "anna")).status == 401);
        Response const session = client.asks(sign_in("anna", secrets.password, app.next_code()));
        BOOST_REQUIRE_EQUAL(session.status, 201);
        token = field(session, "token");
        std::string const signed_in = "Authorization: Bearer " + token + "\r\n";
        std::string const path = "/api/v1/staff/cases/" + number;
        BOOST_TEST(client.asks(get("/api/v1/staff/cases", signed_in)).status == 200);
        BOOST_TEST(client.asks(get(path, signed_in)).status == 200);
        BOOST_TEST(client.asks(get("/api/v1/staff/members", signed_in)).status == 403);
        BOOST_TEST(client.asks(get("/api/v1/staff/members", "Authorization: Bearer Xtoken\r\n")).status ==
                   401);
        for (std::string const& body :
             {R"({"step":"dispatch","unit":"Unit","note":")" + secrets.note + "\"}",
              R"({"step":"reply","reply":{"outcome":"resolved","text":")" + secrets.reply + "\"}}"})
            BOOST_TEST(client.asks(post(path + "/steps", body, signed_in)).status == 200);
        BOOST_TEST(
            client.asks("DELETE /api/v1/staff/sessions/current HTTP/1.1\r\nHost: h\r\n" + signed_in + "\r\n")
                .status == 204);
    }

    void what_strangers_send(Client& client) {
        std::string const headers =
            "User-Agent: " + secrets.header + "\r\nReferer: http://" + secrets.header +
            "/\r\nX-Forwarded-For: 203.0.113.77\r\nCookie: " + secrets.header + "\r\n";
        for (std::string const path : {"/", "/api/v1/", "/api/v1/cases/", "/api/v1/staff/cases/"})
            client.asks(get(path + secrets.path + "?" + secrets.query + "=" + secrets.query, headers));
        client.asks(post("/api/v1/cases", R"({"description":")" + secrets.description,
                         headers + "Idempotency-Key: another\r\n"));
        client.asks(secrets.path + " /" + secrets.path + " HTTP/1.1\r\nHost: " + secrets.header + "\r\n\r\n");
    }

    std::string log_of_a_day() {
        first_password = password_in(run_huiyin({"staff", "add", "anna", "--data", data}));
        {
            ServeProcess server(data, {"--log", file, "--behind", "127.0.0.1"});
            Client client(server.port());
            a_day_of_the_citizen(client);
            a_day_of_the_staff(client);
            what_strangers_send(client);
            BOOST_TEST(server.end_by(SIGTERM) == 0);
        }
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(log_tests, Fixture)

BOOST_AUTO_TEST_CASE(a_days_log_says_what_was_done_and_nothing_of_anybody) {
    std::string const log = log_of_a_day();
    auto const has = [&](std::string_view words) { return log.find(words) != std::string::npos; };
    BOOST_TEST(has(R"("staff":"password_changed","by":"anna")"));
    BOOST_TEST(has(R"("staff":"sign_in","by":"anna")"));
    BOOST_TEST(has(R"("staff":"sign_in_refused","by":"anna")"));
    BOOST_TEST(has(R"("staff":"sign_in_refused","by":"")"));
    BOOST_TEST(has(R"("staff":"step","by":"anna","detail":"dispatch")"));
    BOOST_TEST(has(R"("staff":"not_allowed","by":"anna","detail":"/api/v1/staff/members")"));
    BOOST_TEST(has(R"("staff":"sign_out","by":"anna")"));
    for (std::string_view const refusal : {"case_not_found", "not_reopenable", "wrong_credentials",
                                           "not_signed_in", "not_allowed", "malformed_json"})
        BOOST_TEST(has(R"("refusal":")" + std::string(refusal) + "\""), refusal);
    // Every mark but those of numbers, codes and addresses begins with one letter.
    BOOST_TEST(!has("X"));
    for (std::string const& secret :
         {number, number.substr(0, number.size() - 2), code, token, first_password, secrets.phone,
          std::string("6512"), std::string("203.0.113.77"), std::string("127.0.0.1"), std::string("xemail")})
        BOOST_TEST(!has(secret), secret);
}

BOOST_AUTO_TEST_CASE(every_line_of_a_log_has_its_time_in_utc) {
    std::string const log = log_of_a_day();
    std::size_t lines = 0;
    for (std::size_t at = 0; at < log.size(); at = log.find('\n', at) + 1, ++lines) {
        std::string const line = log.substr(at, log.find('\n', at) - at);
        constexpr std::string_view start = R"({"time":")";
        BOOST_REQUIRE_MESSAGE(line.starts_with(start), line);
        std::string const time = line.substr(start.size(), line.find('"', start.size()) - start.size());
        BOOST_TEST((parse_rfc3339(time).has_value() && time.ends_with("Z")), line);
    }
    BOOST_TEST(lines > 20U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
