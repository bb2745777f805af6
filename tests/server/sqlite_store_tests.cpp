#include "server/store/examination.h"
#include "server/store/migrations.h"
#include "server/store/work_list_queries.h"
#include "tests/server/support/desk.h"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>

namespace huiyin::server::tests {

namespace {

struct Fixture {
    Folder folder;
    std::string path = folder.path("cases.db");
    std::unique_ptr<SqliteStore> store = std::move(SqliteStore::open(path)).value();

    Database database() { return std::move(Database::open(path, OpenMode::ReadWrite)).value(); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(sqlite_store_tests, Fixture)

BOOST_AUTO_TEST_CASE(a_new_database_has_the_newest_schema_and_a_write_ahead_log) {
    Database raw = database();
    BOOST_TEST(raw.integer("PRAGMA user_version").value() == newest_schema());
    BOOST_TEST(raw.text("PRAGMA journal_mode").value() == "wal");
}

BOOST_AUTO_TEST_CASE(opening_again_keeps_what_is_there) {
    Desk desk(*store);
    desk.has_a_case();
    auto again = SqliteStore::open(path);
    BOOST_REQUIRE(again);
    BOOST_TEST(!again.value()->reader().value()->is_empty().value());
}

BOOST_AUTO_TEST_CASE(a_database_of_each_older_schema_is_brought_up_to_date) {
    for (int version = 0; version < newest_schema(); ++version) {
        std::string const old = folder.path("old-" + std::to_string(version) + ".db");
        Database raw = std::move(Database::open(old, OpenMode::ReadWrite)).value();
        BOOST_REQUIRE(migrate(raw, version));
        BOOST_TEST(raw.integer("PRAGMA user_version").value() == version);
        BOOST_REQUIRE(SqliteStore::open(old));
        std::string_view const schema = "SELECT group_concat(sql, ';') FROM sqlite_schema ORDER BY name";
        BOOST_TEST(raw.text(schema).value() == database().text(schema).value());
    }
}

BOOST_AUTO_TEST_CASE(work_lists_are_read_from_an_index_and_never_sorted) {
    Database raw = database();
    std::vector<std::string> lists;
    for (ListOf const whose : {ListOf::Hotline, ListOf::Unit, ListOf::Interpreters}) {
        lists.push_back(list_of_open_cases(whose));
        lists.push_back(list_of_stage(whose));
    }
    for (std::string const& list : lists) {
        Statement explained = std::move(raw.prepare("EXPLAIN QUERY PLAN " + list)).value();
        Running row = explained.run();
        while (row.step().value()) {
            std::string const line(row.text(3));
            BOOST_TEST(line.find("SCAN") == std::string::npos, line);
            BOOST_TEST(line.find("TEMP B-TREE") == std::string::npos, line);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_database_of_a_newer_program_is_refused_and_left_alone) {
    Database raw = database();
    int const newer = newest_schema() + 1;
    BOOST_REQUIRE(raw.execute("PRAGMA user_version = " + std::to_string(newer)));
    auto const opened = SqliteStore::open(path);
    BOOST_REQUIRE(!opened);
    BOOST_TEST(opened.error().code == "store_too_new");
    BOOST_TEST(raw.integer("PRAGMA user_version").value() == newer);
}

BOOST_AUTO_TEST_CASE(what_is_no_database_is_refused) {
    std::string const other = folder.path("other.db");
    std::filesystem::copy_file(HUIYIN_SOURCE_DIR "/CMakeLists.txt", other);
    BOOST_TEST(!SqliteStore::open(other).is_ok());
    BOOST_TEST(!SqliteStore::open(folder.path("no/such/folder.db")).is_ok());
}

BOOST_AUTO_TEST_CASE(events_can_be_neither_changed_nor_deleted) {
    Desk desk(*store);
    desk.has_a_case();
    Database raw = database();
    BOOST_TEST(!raw.execute("UPDATE events SET text = 'something else'").is_ok());
    BOOST_TEST(!raw.execute("DELETE FROM events").is_ok());
    BOOST_TEST(raw.integer("SELECT count(*) FROM events").value() == 1);
}

BOOST_AUTO_TEST_CASE(neither_access_code_nor_key_nor_password_is_in_the_file) {
    Desk desk(*store);
    desk.has_a_case();
    Database raw = database();
    BOOST_REQUIRE(raw.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    std::ifstream file(path, std::ios::binary);
    std::string const bytes(std::istreambuf_iterator<char>(file), {});
    std::string plain;
    for (char character : desk.code)
        if (character != '-') plain.push_back(character);
    BOOST_TEST(bytes.find(desk.number) != std::string::npos);
    BOOST_TEST(bytes.find(desk.code) == std::string::npos);
    BOOST_TEST(bytes.find(plain) == std::string::npos);
    BOOST_TEST(bytes.find("the-first") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_case_that_cannot_be_read_leaves_the_work_list_as_it_is) {
    Desk desk(*store);
    for (std::string const key : {"1", "2", "3"})
        desk.submits(key);
    BOOST_REQUIRE(database().execute("UPDATE cases SET body = '{' WHERE id = (SELECT min(id) FROM cases)"));
    auto const reader = std::move(store->reader()).value();
    auto const whole = reader->work_list({});
    BOOST_REQUIRE(whole);
    BOOST_TEST(whole->cases.size() == 2U);
    BOOST_REQUIRE_EQUAL(whole->unreadable.size(), 1U);
    BOOST_TEST(whole->unreadable.front().detail == CaseNumber::make({2026, 11, 19}, 1).text());
    // Its place counts, so that a page of one goes on behind it.
    auto const first = reader->work_list({.limit = 1});
    BOOST_REQUIRE(first && first->next);
    BOOST_TEST(first->cases.empty());
    BOOST_TEST(reader->work_list({.after = first->next, .limit = 1})->cases.size() == 1U);
    Response const list =
        desk.sends(protocol::Method::Get, "/api/v1/staff/cases", {}, {desk.signed_in({"anna", ""})});
    BOOST_TEST(list.status == 200);
    Examination const found = std::move(examine(*store)).value();
    BOOST_REQUIRE_EQUAL(found.faults.size(), 1U);
    BOOST_TEST(found.faults.front() ==
               "case " + CaseNumber::make({2026, 11, 19}, 1).text() + ": it cannot be read");
}

BOOST_AUTO_TEST_CASE(members_of_an_older_database_work_for_the_hotline) {
    std::string const old = folder.path("old.db");
    Database raw = std::move(Database::open(old, OpenMode::ReadWrite)).value();
    BOOST_REQUIRE(migrate(raw, 4));
    BOOST_REQUIRE(raw.execute("INSERT INTO staff (name, password_hash) VALUES ('anna', 'hash')"));
    auto const opened = std::move(SqliteStore::open(old)).value();
    BOOST_TEST((opened->reader().value()->staff("anna").value() == StaffMember{"anna", "hash"}));
}

BOOST_AUTO_TEST_CASE(a_page_of_another_edition_is_written_anew) {
    Desk desk(*store);
    desk.has_a_case();
    std::string const before = desk.sees().body;
    BOOST_REQUIRE(database().execute("UPDATE cases SET page = 'old', page_edition = page_edition + 1"));
    BOOST_TEST(desk.sees().body == before);
}

BOOST_AUTO_TEST_CASE(a_page_in_time_is_shown_as_it_was_kept) {
    Desk desk(*store);
    desk.has_a_case();
    BOOST_REQUIRE(database().execute("UPDATE cases SET page = 'kept'"));
    BOOST_TEST(desk.sees().body == "kept");
    // The dispatch clock runs out after a day.
    desk.clock.now = opening + Duration::hours(25);
    BOOST_TEST(desk.sees().body.find("\"overdue\"") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
