#include "server/store/retention.h"

#include "server/store/examination.h"
#include "server/store/sqlite.h"
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
    Desk desk{*store};
    int keys = 0;

    Database database() { return std::move(Database::open(path, OpenMode::ReadWrite)).value(); }
    std::int64_t count(std::string const& table) {
        return database().integer("SELECT count(*) FROM " + table).value();
    }

    CaseNumber has_a_case() {
        std::string const body = R"({"nature":"complaint","category":"environment.noise",)"
                                 R"("district":"dongcheng","visibility":"confidential",)"
                                 R"("description":"Xdescription every night.","contact":)"
                                 R"({"name":"Xname","phone":"+861065123456","email":"x@example.org"}})";
        Response const receipt = desk.submits("key-" + std::to_string(++keys), body);
        BOOST_REQUIRE_EQUAL(receipt.status, 201);
        desk.number = field(receipt, "number"), desk.code = field(receipt, "access_code");
        return CaseNumber::read(desk.number).value();
    }
    CaseNumber has_a_withdrawn_case() {
        CaseNumber const number = has_a_case();
        BOOST_REQUIRE_EQUAL(desk.asks(protocol::Method::Post, "/withdraw").status, 200);
        return number;
    }
    std::optional<Case> found(CaseNumber const& number) {
        return store->reader().value()->find(number).value();
    }
    bool is_sound() {
        Examination const examined = std::move(examine(*store)).value();
        for (std::string const& fault : examined.faults)
            BOOST_TEST_MESSAGE(fault);
        return examined.faults.empty();
    }
    bool is_in_the_file(std::string_view words) {
        BOOST_REQUIRE(database().execute("PRAGMA wal_checkpoint(TRUNCATE)"));
        std::ifstream file(path, std::ios::binary);
        std::string const bytes(std::istreambuf_iterator<char>(file), {});
        return bytes.find(words) != std::string::npos;
    }
};

Instant days_later(int days) { return opening + Duration::days(days); }

} // namespace

BOOST_FIXTURE_TEST_SUITE(retention_tests, Fixture)

BOOST_AUTO_TEST_CASE(an_anonymised_case_says_nowhere_who_the_person_is) {
    CaseNumber const number = has_a_case();
    BOOST_TEST(is_in_the_file("Xname"));
    BOOST_TEST(erase(*store, number, Erasure::Contact, opening).value());
    for (std::string_view const words : {"Xname", "+861065123456", "x@example.org"})
        BOOST_TEST(!is_in_the_file(words), words);
    BOOST_TEST(!found(number)->submission.contact.has_value());
    BOOST_TEST(found(number)->submission.description == "Xdescription every night.");
    BOOST_TEST(desk.sees().status == 200);
    BOOST_TEST(is_sound());
}

BOOST_AUTO_TEST_CASE(a_deleted_case_leaves_nothing_but_that_one_was_deleted) {
    CaseNumber const number = has_a_case();
    std::string const code = desk.code;
    CaseNumber const other = has_a_case();
    BOOST_TEST(erase(*store, number, Erasure::Case, opening).value());
    BOOST_TEST(!found(number).has_value());
    BOOST_TEST(!is_in_the_file(number.text()));
    BOOST_TEST(count("cases") == 1);
    BOOST_TEST(count("events") == 1);
    BOOST_TEST(count("used_keys") == 1);
    BOOST_TEST(count("erasing") == 0);
    BOOST_TEST(database().text("SELECT what || ' ' || why || ' ' || cases FROM erasures").value() ==
               "case request 1");
    BOOST_TEST(found(other).has_value());
    BOOST_TEST(desk.sees().status == 200);
    desk.number = number.text(), desk.code = code;
    BOOST_TEST(code_of(desk.sees()) == "case_not_found");
    BOOST_TEST(is_sound());
    BOOST_TEST(!erase(*store, number, Erasure::Case, opening).value());
}

BOOST_AUTO_TEST_CASE(a_key_is_forgotten_with_its_case_among_very_many) {
    BOOST_REQUIRE(database().execute(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000) "
        "INSERT INTO used_keys (key, body, at, receipt) SELECT randomblob(32), randomblob(32), 0, "
        "iif(i % 2, '{\"number\":\"HY20200101-000001-X\"}', 'damaged') FROM n"));
    CaseNumber const number = has_a_case();
    has_a_case();
    BOOST_TEST(erase(*store, number, Erasure::Case, opening).value());
    BOOST_TEST(count("used_keys") == 12'001);
    BOOST_TEST(database()
                   .integer("SELECT count(*) FROM used_keys WHERE receipt LIKE '%" + number.text() + "%'")
                   .value() == 0);
}

BOOST_AUTO_TEST_CASE(the_newest_case_stays_so_that_no_number_is_given_twice) {
    CaseNumber const number = has_a_case();
    auto const refused = erase(*store, number, Erasure::Case, opening);
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().code == "case_newest");
    BOOST_TEST(found(number).has_value());
}

BOOST_AUTO_TEST_CASE(what_ended_long_enough_ago_is_taken_out_and_nothing_else) {
    CaseNumber const withdrawn = has_a_withdrawn_case();
    CaseNumber const open = has_a_case();
    std::vector<Retention> const rules = {{Stage::Withdrawn, 30, 90}, {Stage::Closed, 1, 1}};
    BOOST_TEST((erase_aged(*store, rules, days_later(30)).value() == Erased{0, 0}));
    BOOST_TEST((erase_aged(*store, rules, days_later(31)).value() == Erased{1, 0}));
    BOOST_TEST(!found(withdrawn)->submission.contact.has_value());
    BOOST_TEST((erase_aged(*store, rules, days_later(60)).value() == Erased{0, 0}));
    BOOST_TEST((erase_aged(*store, rules, days_later(91)).value() == Erased{0, 1}));
    BOOST_TEST(!found(withdrawn).has_value());
    BOOST_TEST(found(open)->submission.contact.has_value());
    BOOST_TEST(is_sound());
}

BOOST_AUTO_TEST_CASE(a_case_that_somebody_writes_to_after_it_was_found_stays) {
    CaseNumber const spoken_to = has_a_withdrawn_case();
    CaseNumber const silent = has_a_withdrawn_case();
    has_a_case();
    // To the first of them, behind the first look.
    auto const somebody_writes = [&](Instant at) {
        return [this, at, looks = 0]() mutable {
            if (++looks == 1)
                BOOST_REQUIRE(database().execute(
                    "INSERT INTO events (case_id, position, at, step, actor, stage, text) "
                    "SELECT case_id, position + 1, " +
                    std::to_string(at.unix_ms) +
                    ", step, actor, stage, 'late' FROM events "
                    "WHERE case_id = (SELECT min(id) FROM cases) ORDER BY position DESC LIMIT 1"));
        };
    };
    BOOST_TEST(
        (erase_aged(*store, for_every_end(30, 0), days_later(91), somebody_writes(days_later(90))).value() ==
         Erased{1, 0}));
    BOOST_TEST(found(spoken_to)->submission.contact.has_value());
    BOOST_TEST(!found(silent)->submission.contact.has_value());
    BOOST_TEST((
        erase_aged(*store, for_every_end(0, 90), days_later(201), somebody_writes(days_later(200))).value() ==
        Erased{0, 1}));
    BOOST_TEST(found(spoken_to).has_value());
    BOOST_TEST(!found(silent).has_value());
}

BOOST_AUTO_TEST_CASE(a_damaged_case_stays_and_keeps_no_other_from_going) {
    CaseNumber const damaged = has_a_withdrawn_case();
    CaseNumber const sound = has_a_withdrawn_case();
    BOOST_REQUIRE(database().execute("UPDATE cases SET body = json_set(body, '$.urgency', 'never') "
                                     "WHERE id = (SELECT min(id) FROM cases)"));
    BOOST_TEST(!store->reader().value()->find(damaged));
    BOOST_TEST((erase_aged(*store, for_every_end(30, 90), days_later(31)).value() == Erased{1, 0}));
    BOOST_TEST(!found(sound)->submission.contact.has_value());
    BOOST_TEST((erase_aged(*store, for_every_end(30, 90), days_later(91)).value() == Erased{0, 1}));
    BOOST_TEST(!found(sound).has_value());
    BOOST_TEST(count("cases") == 1);
}

BOOST_AUTO_TEST_CASE(there_is_no_other_way_to_take_an_event_out) {
    has_a_case();
    Database raw = database();
    BOOST_REQUIRE(raw.execute("PRAGMA foreign_keys = ON"));
    BOOST_TEST(!raw.execute("DELETE FROM events").is_ok());
    BOOST_TEST(!raw.execute("DELETE FROM cases").is_ok());
    BOOST_TEST(!raw.execute("UPDATE events SET text = ''").is_ok());
    BOOST_TEST(count("events") == 1);
}

BOOST_AUTO_TEST_CASE(a_case_that_cannot_be_read_is_deleted_all_the_same) {
    CaseNumber const number = has_a_withdrawn_case();
    has_a_case();
    BOOST_REQUIRE(database().execute("UPDATE cases SET body = '{' WHERE stage = 'withdrawn'"));
    BOOST_TEST((erase_aged(*store, {{Stage::Withdrawn, 1, 0}}, days_later(2)).value() == Erased{0, 0}));
    BOOST_TEST(!erase(*store, number, Erasure::Contact, opening).is_ok());
    BOOST_TEST(erase(*store, number, Erasure::Case, opening).value());
    BOOST_TEST(is_sound());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
