#include "i18n/language.h"
#include "server/api/notices.h"
#include "server/cli/postman.h"
#include "server/store/sqlite.h"
#include "tests/server/support/client.h"
#include "tests/server/support/desk.h"
#include "tests/server/support/program.h"
#include "tests/server/support/watched_store.h"

#include <boost/test/unit_test.hpp>
#include <sodium.h>

#include <csignal>
#include <fstream>
#include <iterator>
#include <sys/stat.h>

namespace huiyin::server::tests {

namespace {

using protocol::Method;

std::string submission_in(std::string_view language, std::string_view email = "lin@example.org") {
    return R"({"nature":"complaint","category":"environment.noise","district":"dongcheng",)"
           R"("description":"Drilling every night since Monday.","visibility":"confidential",)"
           R"("contact":{"email":")" +
           std::string(email) + R"(","language":")" + std::string(language) + "\"}}";
}

std::string text_of_file(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string from_base64(std::string text) {
    std::string bytes(text.size(), '\0');
    std::size_t length = 0;
    sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(),
                      "\n", &length, nullptr, sodium_base64_VARIANT_ORIGINAL);
    bytes.resize(length);
    return bytes;
}

/// A hotline that sends notices, and what has become of them.
template <class Store>
struct House {
    Store store;
    Desk desk{store};
    std::vector<std::string> carried;
    std::vector<Error> reported;

    House() { desk.api->office().notices.emplace("https://12345.example/track"); }

    std::vector<WaitingNotice> waiting(Duration later = {}) {
        return store.reader().value()->due_notices(desk.clock.now + later, 100).value();
    }
    std::string newest() { return waiting().empty() ? "" : waiting().back().notice.subject; }
    Response submits(std::string key, std::string_view language, std::string_view email = "lin@example.org") {
        Response const receipt = desk.submits(std::move(key), submission_in(language, email));
        desk.number = field(receipt, "number"), desk.code = field(receipt, "access_code");
        return receipt;
    }
    Result<int> hands_over(bool is_taken = true) {
        auto const writer = std::move(store.writer()).value();
        auto const carrier = [&](std::string const& mail) { return carried.push_back(mail), is_taken; };
        auto const report = [&](Error const& error) { reported.push_back(error); };
        return hand_over(*writer, "hotline@12345.example", carrier, report, desk.clock.now);
    }
};

using Fixture = House<MemoryStore>;

} // namespace

BOOST_FIXTURE_TEST_SUITE(notices_tests, Fixture)

BOOST_AUTO_TEST_CASE(every_stage_that_matters_to_the_citizen_is_told) {
    submits("key", "en");
    BOOST_TEST(newest().starts_with("We have your case"));
    auto const tells = [&](std::string_view step, std::string_view subject) {
        std::size_t const before = waiting().size();
        BOOST_TEST(desk.staff_takes(std::string(step)).status == 200);
        BOOST_TEST(waiting().size() == before + (subject.empty() ? 0U : 1U), step);
        BOOST_TEST(newest().find(subject) != std::string::npos, newest());
    };
    tells(R"({"step":"dispatch","unit":"城管委"})", "is with a unit");
    BOOST_TEST(waiting().back().notice.text.find("城管委") != std::string::npos);
    tells(R"({"step":"contact"})", "");
    tells(R"({"step":"ask_citizen","note":"Which house?"})", "A question");
    tells(R"({"step":"reply","reply":{"outcome":"resolved","text":"Done."}})", "The reply");
    tells(R"({"step":"close"})", "is closed");
    BOOST_TEST(desk.asks(Method::Post, "/reopen", R"({"reason":"Still loud."})").status == 200);
    BOOST_TEST(newest().find("open again") != std::string::npos);
    std::size_t const all = waiting().size();
    desk.asks(Method::Post, "/reopen", R"({"reason":"Still loud."})");
    BOOST_TEST(waiting().size() == all, "what is sent again is told once");
}

BOOST_AUTO_TEST_CASE(a_notice_is_in_the_citizens_language_leads_to_the_portal_and_holds_no_secret) {
    for (i18n::LanguageInfo const& language : i18n::languages()) {
        submits(std::string(language.tag), language.tag);
        Notice const notice = waiting().back().notice;
        BOOST_TEST(notice.language.value == language.tag);
        BOOST_TEST(notice.to == "lin@example.org");
        BOOST_TEST(notice.subject.find(desk.number) != std::string::npos);
        BOOST_TEST(notice.text.find("https://12345.example/track") != std::string::npos, notice.text);
        BOOST_TEST((notice.subject + notice.text).find(desk.code) == std::string::npos);
        BOOST_TEST(notice.text.find("Drilling") == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(without_an_address_or_a_carrier_nothing_is_kept) {
    desk.submits("anonymous");
    submits("two", "en", "a@example.org,b@example.org");
    submits("angle", "en", "<a@example.org>");
    BOOST_TEST(waiting().empty());
    desk.api->office().notices.reset();
    submits("key", "en");
    BOOST_TEST(waiting().empty());
}

BOOST_AUTO_TEST_CASE(a_refused_step_tells_nothing) {
    submits("key", "en");
    std::size_t const before = waiting().size();
    BOOST_TEST(desk.staff_takes(R"({"step":"close"})").status == 409);
    BOOST_TEST(desk.staff_takes(R"({"step":"dispatch"})").status == 422);
    BOOST_TEST(waiting().size() == before);
}

BOOST_AUTO_TEST_CASE(a_mail_says_in_every_language_what_its_notice_says) {
    submits("key", "th");
    WaitingNotice const notice = waiting().front();
    BOOST_TEST(hands_over().value() == 1);
    std::string const& mail = carried.front();
    auto const split = mail.find("\n\n");
    BOOST_TEST(from_base64(mail.substr(split + 2)) == notice.notice.text);
    BOOST_TEST(mail.find("To: <lin@example.org>\n") != std::string::npos);
    BOOST_TEST(mail.find("From: <hotline@12345.example>\n") != std::string::npos);
    BOOST_TEST(mail.find("Message-ID: <notice.") != std::string::npos);
    std::string subject;
    std::string_view head = std::string_view(mail).substr(0, split);
    for (auto at = head.find("=?UTF-8?B?"); at != std::string_view::npos; at = head.find("=?UTF-8?B?")) {
        head.remove_prefix(at + 10);
        subject += from_base64(std::string(head.substr(0, head.find("?="))));
    }
    BOOST_TEST(subject == notice.notice.subject);
    for (std::size_t at = 0; at < mail.size(); at = mail.find('\n', at) + 1)
        BOOST_TEST(mail.find('\n', at) - at <= 78U);
}

BOOST_AUTO_TEST_CASE(what_was_handed_over_is_forgotten) {
    submits("key", "en");
    BOOST_TEST(hands_over().value() == 1);
    BOOST_TEST(waiting(Duration::days(9)).empty());
    BOOST_TEST(hands_over().value() == 0);
}

BOOST_AUTO_TEST_CASE(what_nobody_takes_is_tried_again_later_and_later_and_at_last_given_up) {
    submits("key", "en");
    Instant const start = desk.clock.now;
    while (!waiting(Duration::days(1)).empty() && carried.size() < 100) {
        BOOST_TEST(hands_over(false).value() == 0);
        desk.clock.now = desk.clock.now + Duration::minutes(1);
    }
    BOOST_TEST(carried.size() > 20U);
    BOOST_TEST(carried.size() < 40U);
    BOOST_TEST((desk.clock.now - start > Duration::days(3)));
    BOOST_TEST(reported.size() == carried.size());
    for (Error const& error : reported)
        BOOST_TEST(error.detail.find("lin@") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_notice_whose_hand_over_could_not_be_noted_is_sent_again_under_the_same_name) {
    House<WatchedStore> house;
    house.submits("key", "en");
    house.store.fail_commits();
    BOOST_TEST(!house.hands_over().is_ok());
    BOOST_TEST(!house.hands_over().is_ok());
    BOOST_TEST_REQUIRE(house.carried.size() == 2U);
    BOOST_TEST(house.carried[0] == house.carried[1]);
}

BOOST_AUTO_TEST_CASE(a_command_takes_a_notice_when_it_ends_well) {
    // As the server does: a command may end before it has read.
    std::signal(SIGPIPE, SIG_IGN);
    Folder folder;
    std::string const file = folder.path("mail");
    BOOST_TEST(takes_input("cat > " + file, "Hello."));
    BOOST_TEST(text_of_file(file) == "Hello.");
    BOOST_TEST(!takes_input("cat > /dev/null; exit 1", "Hello."));
    BOOST_TEST(!takes_input("kill -9 $$", "Hello."));
    BOOST_TEST(!takes_input("no-such-command-here 2> /dev/null", "Hello."));
}

BOOST_AUTO_TEST_CASE(a_server_that_was_killed_sends_what_it_had_promised_when_it_is_back) {
    Folder folder;
    std::string const outbox = folder.path("outbox");
    BOOST_REQUIRE(mkfifo(outbox.c_str(), 0600) == 0);
    auto const options = [](std::string command) {
        return std::vector<std::string>{"--address",   "https://12345.example/track",
                                        "--mail",      std::move(command),
                                        "--mail-from", "hotline@12345.example"};
    };
    {
        ServeProcess server(folder.path("data"), options("exit 1"));
        Response const receipt =
            Client(server.port())
                .asks(post("/api/v1/cases", submission_in("en"), "Idempotency-Key: key\r\n"));
        BOOST_TEST(receipt.status == 201);
        server.end_by(SIGKILL);
    }
    Database raw = std::move(Database::open(folder.path("data") + "/huiyin.db", OpenMode::ReadWrite)).value();
    BOOST_REQUIRE(raw.execute("UPDATE notices SET due_at = 0"));
    ServeProcess server(folder.path("data"), options("cat > " + outbox));
    // Opening a pipe without a writer waits for one.
    BOOST_TEST(text_of_file(outbox).find("To: <lin@example.org>") != std::string::npos);
    server.end_by(SIGTERM);
    BOOST_TEST(raw.integer("SELECT count(*) FROM notices").value() <= 1);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
