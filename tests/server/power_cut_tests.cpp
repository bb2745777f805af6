#include "server/store/examination.h"
#include "tests/server/support/desk.h"
#include "tests/server/support/disk.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

namespace huiyin::server::tests {

namespace {

std::unique_ptr<SqliteStore> opened(std::string const& path) {
    auto store = SqliteStore::open(path);
    BOOST_TEST_REQUIRE(bool(store), "the database opens");
    return std::move(store).value();
}

std::int64_t cases_without_fault(SqliteStore& store) {
    auto const examination = examine(store);
    BOOST_REQUIRE(examination);
    for (std::string const& fault : examination->faults)
        BOOST_TEST_REQUIRE(false, fault);
    return examination->cases;
}

/// What a citizen was told: that a case is stored, with so many events, and what opens it.
struct Acknowledged {
    std::size_t at;
    CaseNumber number;
    Digest code;
    std::size_t events;
};

/// A day at the hotline that ends in a power cut.
struct Day {
    Folder folder;
    Disk disk;
    std::vector<Acknowledged> acknowledged = {};
    /// When each case was sent.
    std::vector<std::size_t> attempted = {};

    void submits(Desk& desk, std::string const& key) {
        attempted.push_back(disk.now());
        Response const receipt = desk.submits(key);
        BOOST_REQUIRE_EQUAL(receipt.status, 201);
        desk.number = field(receipt, "number");
        desk.code = field(receipt, "access_code");
        is_told_of(desk, 1);
    }

    void is_told_of(Desk const& desk, std::size_t events) {
        CaseNumber const number = CaseNumber::read(desk.number).value();
        Digest const code =
            desk.api->office().secret.digest_of_code(number, AccessCode::read(desk.code).value());
        acknowledged.push_back({disk.now(), number, code, events});
    }

    /// From opening to closing, with everything that is written between.
    void works(std::string const& name) {
        auto const store = opened(folder.path("huiyin.db"));
        Desk desk(*store);
        submits(desk, name + "-first");
        submits(desk, name + "-second");
        BOOST_REQUIRE_EQUAL(desk.asks(protocol::Method::Post, "/messages", R"({"text":"More."})").status,
                            201);
        is_told_of(desk, 2);
        BOOST_REQUIRE_EQUAL(desk.staff_takes(R"({"step":"dispatch","unit":"Noise Office"})").status, 200);
        is_told_of(desk, 3);
        submits(desk, name + "-third");
    }

    void is_all_there_after(std::size_t moment, Loss loss) {
        Folder left;
        disk.leave_files_of(moment, loss, left.path("data"));
        auto const store = opened(left.path("data/huiyin.db"));
        auto const sent_by_then =
            std::count_if(attempted.begin(), attempted.end(), [&](std::size_t at) { return at <= moment; });
        BOOST_TEST(cases_without_fault(*store) <= sent_by_then);
        auto const reader = std::move(store->reader()).value();
        for (auto const& [at, number, code, events] : acknowledged) {
            if (at > moment) continue;
            auto const stored = reader->opened(number, code);
            BOOST_REQUIRE(stored);
            BOOST_TEST_REQUIRE(stored->has_value(), number << " is lost");
            BOOST_TEST((*stored)->events.size() >= events);
        }
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(power_cut_tests)

BOOST_AUTO_TEST_CASE(what_was_acknowledged_is_there_after_a_power_cut_around_every_sync) {
    Day day;
    day.works("morning");
    day.works("evening");
    auto const moments = day.disk.moments_around_syncs();
    BOOST_TEST_REQUIRE(moments.size() > 20U);
    for (std::size_t const moment : moments)
        for (Loss const loss : {Loss::All, Loss::None, Loss::Torn, Loss::Scattered})
            BOOST_TEST_CONTEXT("deed " << moment << ", loss " << static_cast<int>(loss))
    day.is_all_there_after(moment, loss);
}

BOOST_AUTO_TEST_CASE(a_disk_that_fails_at_any_point_acknowledges_nothing_that_is_not_stored) {
    Folder folder;
    Disk disk;
    auto const store = opened(folder.path("huiyin.db"));
    Desk desk(*store);
    int sent = 0;
    for (Trouble const trouble :
         {Trouble::Full, Trouble::WriteError, Trouble::SyncError, Trouble::ReadError}) {
        int refused = 0;
        bool was_met = true;
        for (int point = 0; was_met; ++point) {
            std::string const key = "key-" + std::to_string(sent++);
            disk.fails(trouble, point);
            Response const first = desk.submits(key);
            disk.works_again();
            was_met = disk.has_failed();
            if (first.status != 201) {
                BOOST_TEST(first.status == 503);
                BOOST_TEST(code_of(first) == "unavailable");
                ++refused;
            }
            Response const again = desk.submits(key);
            BOOST_REQUIRE_EQUAL(again.status, 201);
            if (first.status == 201) BOOST_TEST(again.body == first.body);
            BOOST_TEST_REQUIRE(cases_without_fault(*store) == sent);
        }
        if (trouble != Trouble::ReadError) BOOST_TEST(refused > 0);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
