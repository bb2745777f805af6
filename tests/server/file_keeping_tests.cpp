// What becomes of citizens' files when the server ends, starts again, is copied and is looked through.
#include "server/store/sqlite.h"
#include "tests/server/support/client.h"
#include "tests/server/support/desk.h"
#include "tests/server/support/pictures.h"
#include "tests/server/support/program.h"

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

namespace huiyin::server::tests {

namespace {

namespace fs = std::filesystem;

std::string const picture = png(3'000);
// "image/png" and an id of 32 letters "a", in base64.
constexpr auto metadata =
    "Upload-Metadata: id YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=,filetype aW1hZ2UvcG5n\r\n";
constexpr auto id = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

struct Fixture {
    Folder folder;
    std::string data = folder.path("data");
    std::string file = folder.path("backup.db");
    std::string number = {};
    std::string code = {};

    static Response says(ServeProcess const& server, std::string const& method, std::string const& target,
                         std::string const& lines, std::string const& body = {}) {
        return Client(server.port())
            .asks(method + " " + target + " HTTP/1.1\r\nHost: h\r\nTus-Resumable: 1.0.0\r\nContent-Length: " +
                  std::to_string(body.size()) + "\r\n" + lines + "\r\n" + body);
    }

    static std::string begins(ServeProcess const& server) {
        Response const begun =
            says(server, "POST", "/api/v1/uploads", std::string("Upload-Length: 3000\r\n") + metadata);
        BOOST_REQUIRE_EQUAL(begun.status, 201);
        return std::string(begun.header("Location").value_or(""));
    }

    static int sends(ServeProcess const& server, std::string const& target, std::size_t offset,
                     std::size_t end) {
        return says(server, "PATCH", target,
                    "Content-Type: application/offset+octet-stream\r\nUpload-Offset: " +
                        std::to_string(offset) + "\r\n",
                    picture.substr(offset, end - offset))
            .status;
    }

    void submits(ServeProcess const& server) {
        std::string body = good_submission();
        body.pop_back();
        body += std::string(R"(,"attachments":[{"id":")") + id +
                R"(","name":"a.png","type":"image/png","bytes":3000}]})";
        Response const receipt =
            Client(server.port()).asks(post("/api/v1/cases", body, "Idempotency-Key: key\r\n"));
        BOOST_REQUIRE_EQUAL(receipt.status, 201);
        number = field(receipt, "number");
        code = field(receipt, "access_code");
    }

    Response opens(ServeProcess const& server) const {
        return Client(server.port())
            .asks(get("/api/v1/cases/" + number + "/attachments/" + id, "X-Access-Code: " + code + "\r\n"));
    }

    void has_a_case_with_a_picture() {
        ServeProcess server(data);
        BOOST_REQUIRE_EQUAL(sends(server, begins(server), 0, 3'000), 204);
        submits(server);
    }

    void changes_database(std::string const& sql) const {
        Database raw = std::move(Database::open(data + "/huiyin.db", OpenMode::ReadWrite)).value();
        BOOST_REQUIRE(raw.execute(sql));
    }

    std::string only_file() const { return fs::directory_iterator(data + "/files")->path().string(); }
    std::size_t files() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(data + "/files"), {}));
    }
    Ended check() const { return run_huiyin({"check", "--data", data}); }
};

bool has(std::string const& text, std::string_view words) { return text.find(words) != std::string::npos; }

void wait_until(auto const& is_so) {
    while (!is_so())
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(file_keeping_tests, Fixture)

BOOST_AUTO_TEST_CASE(an_upload_goes_on_behind_a_server_that_was_killed) {
    std::string target;
    {
        ServeProcess server(data);
        target = begins(server);
        BOOST_TEST(sends(server, target, 0, 1'000) == 204);
        server.end_by(SIGKILL);
    }
    ServeProcess server(data);
    BOOST_TEST(
        (says(server, "POST", target, "X-HTTP-Method-Override: HEAD\r\n").header("Upload-Offset") == "1000"));
    BOOST_TEST(sends(server, target, 1'000, 3'000) == 204);
    submits(server);
    BOOST_TEST((opens(server).body == picture));
}

BOOST_AUTO_TEST_CASE(a_file_that_was_whole_when_the_server_was_killed_is_stored_behind_it) {
    has_a_case_with_a_picture();
    changes_database("UPDATE uploads SET state = 'waiting', digest = NULL;"
                     "UPDATE cases SET body = json_remove(body, '$.submission.attachments[0].state')");
    ServeProcess server(data);
    wait_until([&] { return opens(server).status == 200; });
    BOOST_TEST((opens(server).body == picture));
}

BOOST_AUTO_TEST_CASE(an_upload_of_no_case_is_forgotten_when_its_time_is_over) {
    {
        ServeProcess server(data);
        sends(server, begins(server), 0, 3'000);
    }
    BOOST_TEST(files() == 1U);
    changes_database("UPDATE uploads SET expires_at = 0");
    ServeProcess server(data);
    wait_until([&] { return files() == 0; });
}

BOOST_AUTO_TEST_CASE(a_file_of_a_case_stays_however_old_it_is) {
    has_a_case_with_a_picture();
    changes_database("UPDATE uploads SET expires_at = 0");
    std::ofstream(data + "/files/nobodys") << "left behind";
    ServeProcess server(data);
    wait_until([&] { return files() == 1; });
    BOOST_TEST(opens(server).status == 200);
}

BOOST_AUTO_TEST_CASE(a_check_reads_every_file) {
    has_a_case_with_a_picture();
    Ended const well = check();
    BOOST_TEST(well.output == "1 cases, 1 events, 1 used keys, 1 files: nothing is wrong.\n",
               well.complaints);
    std::ofstream(data + "/files/nobodys") << "left behind";
    BOOST_TEST(has(check().complaints, "nobodys: it belongs to nothing"));
    fs::remove(data + "/files/nobodys");
    std::string const path = only_file();
    std::ofstream(path, std::ios::in | std::ios::out) << "x";
    BOOST_TEST(has(check().complaints, "it was changed"));
    fs::remove(path);
    BOOST_TEST(has(check().complaints, "it is missing"));
    changes_database("UPDATE uploads SET state = 'waiting'");
    BOOST_TEST(has(check().complaints, "its list of attachments says something else"));
}

BOOST_AUTO_TEST_CASE(a_check_that_breaks_off_calls_no_file_nobodys) {
    has_a_case_with_a_picture();
    changes_database("UPDATE cases SET stage = 'closed'; ALTER TABLE uploads RENAME COLUMN title TO words");
    Ended const broken_off = check();
    BOOST_TEST(broken_off.status == 1);
    BOOST_TEST(has(broken_off.complaints, "another stage"), broken_off.complaints);
    BOOST_TEST(has(broken_off.complaints, "no such column"), broken_off.complaints);
    BOOST_TEST(!has(broken_off.complaints, "it belongs to nothing"), broken_off.complaints);
}

BOOST_AUTO_TEST_CASE(a_file_of_an_upload_that_cannot_be_read_is_not_nobodys) {
    has_a_case_with_a_picture();
    changes_database("UPDATE uploads SET kind = 'of another world'");
    Ended const looked_at = check();
    BOOST_TEST(has(looked_at.complaints, "it cannot be read"), looked_at.complaints);
    BOOST_TEST(!has(looked_at.complaints, "it belongs to nothing"), looked_at.complaints);
}

BOOST_AUTO_TEST_CASE(a_backup_brings_the_files_of_its_cases_back) {
    has_a_case_with_a_picture();
    BOOST_REQUIRE(run_huiyin({"backup", file, "--data", data}).status == 0);
    std::string const elsewhere = folder.path("elsewhere");
    fs::create_directory(elsewhere);
    fs::copy_file(data + "/secret", elsewhere + "/secret");
    fs::permissions(elsewhere + "/secret", fs::perms::owner_read | fs::perms::owner_write);
    Ended const restored = run_huiyin({"restore", file, "--data", elsewhere});
    BOOST_REQUIRE_MESSAGE(restored.status == 0, restored.complaints);
    BOOST_TEST(has(restored.output, "1 files"));
    BOOST_TEST(run_huiyin({"check", "--data", elsewhere}).status == 0);
    ServeProcess server(elsewhere);
    BOOST_TEST((opens(server).body == picture));
}

BOOST_AUTO_TEST_CASE(a_backup_without_its_files_is_refused) {
    has_a_case_with_a_picture();
    BOOST_REQUIRE(run_huiyin({"backup", file, "--data", data}).status == 0);
    fs::remove(fs::directory_iterator(file + ".files")->path());
    std::string const elsewhere = folder.path("elsewhere");
    fs::create_directory(elsewhere);
    fs::copy_file(data + "/secret", elsewhere + "/secret");
    fs::permissions(elsewhere + "/secret", fs::perms::owner_read | fs::perms::owner_write);
    BOOST_TEST(run_huiyin({"restore", file, "--data", elsewhere}).status == 1);
    BOOST_TEST(!fs::exists(elsewhere + "/huiyin.db"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
