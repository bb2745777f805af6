#include "server/store/examination.h"
#include "server/store/sqlite.h"
#include "tests/server/support/client.h"
#include "tests/server/support/desk.h"
#include "tests/server/support/program.h"

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>

namespace huiyin::server::tests {

namespace {

namespace fs = std::filesystem;

struct Fixture {
    Folder folder;
    std::string data = folder.path("data");
    std::string elsewhere = folder.path("elsewhere");
    std::string file = folder.path("backup.db");
    std::string number = {};
    std::string code = {};

    Ended huiyin(std::vector<std::string> words) { return run_huiyin(std::move(words)); }

    void submits(ServeProcess const& server, std::string const& key) {
        Response const receipt = Client(server.port())
                                     .asks(post("/api/v1/cases", good_submission("Noise, " + key),
                                                "Idempotency-Key: " + key + "\r\n"));
        BOOST_REQUIRE_EQUAL(receipt.status, 201);
        number = field(receipt, "number");
        code = field(receipt, "access_code");
    }

    void has_cases() {
        ServeProcess server(data);
        for (char const* key : {"one", "two", "three"})
            submits(server, key);
    }

    /// As an administrator does who has kept the secret.
    void has_secret_elsewhere() {
        fs::create_directory(elsewhere);
        fs::copy_file(data + "/secret", elsewhere + "/secret");
        fs::permissions(elsewhere + "/secret", fs::perms::owner_read | fs::perms::owner_write);
    }

    void damages(std::string const& sql) {
        Database raw = std::move(Database::open(data + "/huiyin.db", OpenMode::ReadWrite)).value();
        BOOST_REQUIRE(raw.execute(sql));
    }
};

bool says(std::string const& text, std::string_view words) { return text.find(words) != std::string::npos; }

} // namespace

BOOST_FIXTURE_TEST_SUITE(safekeeping_tests, Fixture)

BOOST_AUTO_TEST_CASE(a_backup_made_beside_a_running_server_opens_every_case_elsewhere) {
    {
        ServeProcess server(data);
        submits(server, "one");
        BOOST_TEST(huiyin({"backup", file, "--data", data}).status == 0);
        submits(server, "two");
    }
    BOOST_TEST(!fs::exists(file + ".partial"));
    has_secret_elsewhere();
    Ended const restored = huiyin({"restore", file, "--data", elsewhere});
    BOOST_TEST(restored.status == 0, restored.complaints);
    BOOST_TEST(says(restored.output, "1 cases, 1 events, 1 used keys, 0 files"));
    ServeProcess server(elsewhere);
    Response const again =
        Client(server.port())
            .asks(post("/api/v1/cases", good_submission("Noise, one"), "Idempotency-Key: one\r\n"));
    Response const seen = Client(server.port())
                              .asks(get("/api/v1/cases/" + field(again, "number"),
                                        "X-Access-Code: " + field(again, "access_code") + "\r\n"));
    BOOST_TEST(seen.status == 200);
}

BOOST_AUTO_TEST_CASE(a_backup_never_takes_the_place_of_a_file) {
    has_cases();
    std::ofstream(file) << "something dear";
    BOOST_TEST(huiyin({"backup", file, "--data", data}).status == 1);
    BOOST_TEST(fs::file_size(file) == 14U);
    BOOST_TEST(huiyin({"backup", folder.path("no/such/folder.db"), "--data", data}).status == 1);
    BOOST_TEST(huiyin({"backup", file, "--data", folder.path("nothing")}).status == 1);
    BOOST_TEST(!fs::exists(folder.path("nothing")));
}

BOOST_AUTO_TEST_CASE(a_backup_comes_back_only_where_it_fits) {
    has_cases();
    BOOST_REQUIRE(huiyin({"backup", file, "--data", data}).status == 0);
    BOOST_TEST(says(huiyin({"restore", file, "--data", data}).complaints, "there already"));
    BOOST_TEST(says(huiyin({"restore", file, "--data", elsewhere}).complaints, "secret"));
    // Another secret's directory.
    { ServeProcess other(folder.path("other")); }
    for (char const* end : {"", "-wal", "-shm"})
        fs::remove(folder.path("other") + "/huiyin.db" + end);
    Ended const refused = huiyin({"restore", file, "--data", folder.path("other")});
    BOOST_TEST(refused.status == 1);
    BOOST_TEST(says(refused.complaints, "another secret"));
    BOOST_TEST(!fs::exists(folder.path("other") + "/huiyin.db"));
    BOOST_TEST(!fs::exists(folder.path("other") + "/huiyin.db.partial"));
}

BOOST_AUTO_TEST_CASE(half_a_backup_is_refused) {
    has_cases();
    BOOST_REQUIRE(huiyin({"backup", file, "--data", data}).status == 0);
    has_secret_elsewhere();
    fs::resize_file(file, fs::file_size(file) / 2);
    BOOST_TEST(huiyin({"restore", file, "--data", elsewhere}).status == 1);
    BOOST_TEST(!fs::exists(elsewhere + "/huiyin.db"));
}

BOOST_AUTO_TEST_CASE(a_server_does_not_start_with_another_secret) {
    has_cases();
    fs::remove(data + "/secret");
    Ended const ended = huiyin({"case", "list", "--data", data});
    BOOST_TEST(ended.status == 1);
    BOOST_TEST(says(ended.complaints, "another secret"));
}

BOOST_AUTO_TEST_CASE(a_server_does_not_start_with_a_clock_behind_what_was_written) {
    has_cases();
    damages("UPDATE used_keys SET at = at + 7200000");
    Ended const ended = huiyin({"serve", "--port", "0", "--data", data});
    BOOST_TEST(ended.status == 1);
    BOOST_TEST(says(ended.complaints, "clock_behind"));
}

BOOST_AUTO_TEST_CASE(a_check_finds_nothing_in_what_the_program_wrote) {
    has_cases();
    Ended const ended = huiyin({"check", "--data", data});
    BOOST_TEST(ended.status == 0, ended.complaints);
    BOOST_TEST(ended.output == "3 cases, 3 events, 3 used keys, 0 files: nothing is wrong.\n");
}

BOOST_AUTO_TEST_CASE(a_check_names_each_damage) {
    std::pair<std::string, std::string_view> const damages_done[] = {
        {"UPDATE cases SET stage = 'closed'", "another stage"},
        {"UPDATE cases SET due_at = due_at + 1", "another due time"},
        {"UPDATE cases SET body = '{}'", "cannot be read"},
        {"UPDATE cases SET body = json_set(body, '$.submission.visibility', 'confidential')",
         "contact_missing"},
        {"DROP TRIGGER events_are_never_deleted; DELETE FROM events", "first_event"},
        {"DROP TRIGGER events_are_never_changed; UPDATE events SET position = 1", "an event is missing"},
        {"DROP TRIGGER events_are_never_deleted; PRAGMA foreign_keys = OFF; DELETE FROM cases",
         "points nowhere"},
        {"PRAGMA foreign_keys = OFF; DELETE FROM cases", "for no case"},
    };
    has_cases();
    for (auto const& [sql, words] : damages_done) {
        Folder copy;
        fs::copy(data, copy.path("data"));
        std::swap(data, elsewhere = copy.path("data"));
        damages(sql);
        Ended const ended = huiyin({"check", "--data", data});
        std::swap(data, elsewhere);
        BOOST_TEST(ended.status == 1, sql);
        BOOST_TEST(says(ended.complaints, words), sql << ": " << ended.complaints);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
