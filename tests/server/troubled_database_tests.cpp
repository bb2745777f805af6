// A database that somebody else has locked, or whose file is damaged, under a server at work.
#include "server/api/dispatcher.h"
#include "server/api/exchange.h"
#include "server/store/examination.h"
#include "tests/server/support/desk.h"
#include "tests/server/support/program.h"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <future>
#include <thread>

namespace huiyin::server::tests {

namespace {

namespace fs = std::filesystem;
using protocol::Method;

constexpr std::chrono::milliseconds little_patience{10};
constexpr std::uintmax_t page_bytes = 8192;

std::unique_ptr<SqliteStore> opened(std::string const& path) {
    return std::move(SqliteStore::open(path, little_patience)).value();
}

/// What a person is to see of trouble that is ours: that it passes, and when to come again.
void is_said_clearly(Response const& response) {
    BOOST_TEST(response.status == 503);
    BOOST_TEST(code_of(response) == "unavailable");
    BOOST_TEST(response.header("Content-Type").value_or("") == "application/problem+json");
    BOOST_TEST(response.header("Retry-After").has_value());
}

std::size_t cases_without_fault(SqliteStore& store) {
    auto const examination = examine(store);
    BOOST_REQUIRE(examination);
    for (std::string const& fault : examination->faults)
        BOOST_TEST_ERROR(fault);
    return static_cast<std::size_t>(examination->cases);
}

/// Another program that has the database to itself for a while.
class Locker {
public:
    explicit Locker(std::string const& path)
        : m_database(
              std::move(Database::open(path, OpenMode::ReadWrite, std::chrono::milliseconds(0))).value()) {}
    /// As soon as nobody is writing.
    void locks() {
        while (!m_database.execute("BEGIN EXCLUSIVE"))
            std::this_thread::yield();
    }
    void lets_go() { BOOST_REQUIRE(m_database.execute("ROLLBACK")); }

private:
    Database m_database;
};

struct Fixture {
    Folder folder;
    std::string path = folder.path("huiyin.db");
};

/// Citizens who send until they are told that their case is there, each case with one key.
class Crowd {
public:
    explicit Crowd(SqliteStore& store)
        : m_dispatcher(std::move(Dispatcher::make(office_with(m_clock), store)).value()) {
        for (int number = 0; number < 4; ++number)
            m_citizens.emplace_back([this, number] { sends_until_told_to_stop(number); });
    }
    ~Crowd() { goes_home(); }

    void goes_home() {
        m_is_over = true;
        for (std::thread& citizen : m_citizens)
            if (citizen.joinable()) citizen.join();
    }
    void waits_for_more(std::atomic<std::size_t> const& counted) {
        for (std::size_t const before = counted; counted < before + 4;)
            std::this_thread::yield();
    }

    std::atomic<std::size_t> acknowledged = 0;
    std::atomic<std::size_t> refused = 0;
    std::atomic<std::size_t> others = 0;

private:
    Response submits(CaseReader& reader, std::string const& key) {
        auto const answer = std::make_shared<std::promise<Response>>();
        auto ready = m_dispatcher->dispatch(
            reader,
            {Method::Post,
             "/api/v1/cases",
             {{"Content-Type", "application/json"}, {"Idempotency-Key", key}},
             good_submission()},
            "192.0.2.1", [answer](Answered answered) { answer->set_value(std::move(answered.response)); });
        return ready ? std::move(ready->response) : answer->get_future().get();
    }
    void sends_until_told_to_stop(int number) {
        auto const reader = std::move(m_dispatcher->reader()).value();
        for (int turn = 0; !m_is_over; ++turn) {
            std::string const key = std::to_string(number) + "-" + std::to_string(turn);
            for (int status = 0; status != 201;) {
                status = submits(*reader, key).status;
                ++(status == 201 ? acknowledged : status == 503 ? refused : others);
            }
        }
    }

    StoppedClock m_clock;
    std::unique_ptr<Dispatcher> m_dispatcher;
    std::atomic<bool> m_is_over = false;
    std::vector<std::thread> m_citizens;
};

enum class Damage { Zeros, Noise };

/// How much of what was asked.
struct Account {
    int done = 0;
    int refused = 0;
};

/// What opens a case.
struct Opening {
    std::string number;
    std::string code;
};

/// A sound file with pages of every kind, and what opens some of its cases.
struct Sound {
    Folder folder;
    std::string path = folder.path("huiyin.db");
    std::vector<Opening> known = {};
    protocol::Header signed_in;

    Sound() {
        {
            auto const store = opened(path);
            Desk desk(*store);
            for (int number = 0; number < 40; ++number) {
                Response const receipt = desk.submits("old-" + std::to_string(number));
                BOOST_REQUIRE_EQUAL(receipt.status, 201);
                if (number % 13 == 0)
                    known.push_back({field(receipt, "number"), field(receipt, "access_code")});
            }
            signed_in = desk.signed_in({"anna", "not used"});
        }
        Database raw = std::move(Database::open(path, OpenMode::ReadWrite)).value();
        BOOST_REQUIRE(raw.execute("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    std::uintmax_t pages() const { return fs::file_size(path) / page_bytes; }
};

/// A server at work over a file that somebody spoils.
class Spoiled {
public:
    Spoiled(Office& office, Sound const& sound) : m_office(office), m_sound(sound) {
        fs::copy_file(sound.path, path);
        m_store = opened(path);
        m_reader = std::move(m_store->reader()).value();
        m_writer = std::move(m_store->writer()).value();
        BOOST_REQUIRE(m_reader->check() && m_writer->check());
    }

    void damages(std::uintmax_t page, Damage damage) const {
        std::string bytes(page_bytes, '\0');
        for (std::size_t at = 0; damage == Damage::Noise && at < bytes.size(); ++at)
            bytes[at] = static_cast<char>((at * 2654435761U) >> 13);
        std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(static_cast<std::streamoff>(page * page_bytes));
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }

    bool is_found_out() const {
        auto const examination = examine(*m_store);
        return !examination || !examination->faults.empty();
    }

    /// Whatever is asked is done or, clearly, not done; and what was done is there.
    Account goes_on() {
        m_account = {};
        for (std::string const key : {"new-1", "new-2", "new-3"})
            if (auto const receipt = done(submission(key), 201))
                BOOST_TEST(
                    asks(tracking({field(*receipt, "number"), field(*receipt, "access_code")})).status ==
                    200);
        for (Opening const& opening : m_sound.known) {
            done(tracking(opening), 200);
            done(message(opening), 201);
        }
        done({Method::Get, "/api/v1/staff/cases", {m_sound.signed_in}, {}}, 200);
        done({Method::Get, "/readyz", {}, {}}, 200);
        return m_account;
    }

    Folder folder;
    std::string path = folder.path("huiyin.db");

private:
    static Request submission(std::string const& key) {
        return {Method::Post,
                "/api/v1/cases",
                {{"Content-Type", "application/json"}, {"Idempotency-Key", key}},
                good_submission()};
    }
    static Request tracking(Opening const& opening) {
        return {Method::Get, "/api/v1/cases/" + opening.number, {{"X-Access-Code", opening.code}}, {}};
    }
    static Request message(Opening const& opening) {
        return {Method::Post,
                "/api/v1/cases/" + opening.number + "/messages",
                {{"Content-Type", "application/json"}, {"X-Access-Code", opening.code}},
                R"({"text":"More."})"};
    }

    Response asks(Request const& request) {
        Started started = start(m_office, *m_reader, request, "192.0.2.1");
        if (auto* response = std::get_if<Response>(&started.next)) return std::move(*response);
        return perform(m_office, *m_writer, {&std::get<Change>(started.next)}).front();
    }
    /// The answer, if it was done.
    std::optional<Response> done(Request const& request, int status) {
        Response response = asks(request);
        ++(response.status == status ? m_account.done : m_account.refused);
        if (response.status == status) return response;
        is_said_clearly(response);
        return std::nullopt;
    }

    Office& m_office;
    Sound const& m_sound;
    Account m_account;
    std::unique_ptr<SqliteStore> m_store;
    std::unique_ptr<CaseReader> m_reader;
    std::unique_ptr<CaseWriter> m_writer;
};

bool says(std::string const& text, std::string_view words) { return text.find(words) != std::string::npos; }

} // namespace

BOOST_FIXTURE_TEST_SUITE(troubled_database_tests, Fixture)

BOOST_AUTO_TEST_CASE(while_the_database_is_locked_nothing_is_acknowledged_and_reading_goes_on) {
    auto const store = opened(path);
    Desk desk(*store);
    desk.has_a_case();
    Locker locker(path);
    locker.locks();
    is_said_clearly(desk.submits("key"));
    is_said_clearly(desk.asks(Method::Post, "/messages", R"({"text":"More."})"));
    BOOST_TEST(desk.sees().status == 200);
    locker.lets_go();
    BOOST_TEST(cases_without_fault(*store) == 1U);
    BOOST_TEST(desk.submits("key").status == 201);
    BOOST_TEST(desk.asks(Method::Post, "/messages", R"({"text":"More."})").status == 201);
    BOOST_TEST(cases_without_fault(*store) == 2U);
}

BOOST_AUTO_TEST_CASE(a_lock_that_comes_and_goes_under_load_loses_nothing_and_doubles_nothing) {
    auto const store = opened(path);
    Locker locker(path);
    Crowd crowd(*store);
    for (int round = 0; round < 4; ++round) {
        crowd.waits_for_more(crowd.acknowledged);
        locker.locks();
        crowd.waits_for_more(crowd.refused);
        locker.lets_go();
    }
    crowd.goes_home();
    BOOST_TEST(crowd.others == 0U);
    BOOST_TEST(cases_without_fault(*store) == crowd.acknowledged);
}

BOOST_AUTO_TEST_CASE(a_server_does_not_start_on_a_locked_database_and_does_afterwards) {
    opened(path);
    Locker locker(path);
    locker.locks();
    auto const refused = SqliteStore::open(path, little_patience);
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().code == "store_unavailable");
    BOOST_TEST(says(refused.error().detail, "locked"));
    locker.lets_go();
    BOOST_TEST(SqliteStore::open(path, little_patience).is_ok());
}

BOOST_AUTO_TEST_CASE(whichever_page_of_the_file_is_damaged_the_server_goes_on_or_says_that_it_cannot) {
    Sound const sound;
    StoppedClock clock;
    Office office = office_with(clock);
    BOOST_TEST_REQUIRE(sound.pages() > 20U);
    BOOST_TEST(Spoiled(office, sound).goes_on().refused == 0);
    int pages_with_work_done = 0;
    for (std::uintmax_t page = 0; page < sound.pages(); ++page)
        BOOST_TEST_CONTEXT("page " << page) {
            Spoiled spoiled(office, sound);
            spoiled.damages(page, page % 2 == 0 ? Damage::Zeros : Damage::Noise);
            BOOST_TEST(spoiled.is_found_out());
            if (spoiled.goes_on().done > 0) ++pages_with_work_done;
        }
    BOOST_TEST(pages_with_work_done > 0);
}

BOOST_AUTO_TEST_CASE(half_a_file_is_refused_as_clearly) {
    Sound const sound;
    StoppedClock clock;
    Office office = office_with(clock);
    Spoiled spoiled(office, sound);
    fs::resize_file(spoiled.path, fs::file_size(spoiled.path) / 2);
    BOOST_TEST(spoiled.is_found_out());
    BOOST_TEST(spoiled.goes_on().refused > 0);
}

BOOST_AUTO_TEST_CASE(the_program_says_what_is_wrong_with_a_damaged_file) {
    Sound const sound;
    std::string const data = folder.path("data");
    { ServeProcess const makes_the_secret(data); }
    std::string const secret_mark = "PRAGMA application_id";
    std::int64_t const mark =
        Database::open(data + "/huiyin.db", OpenMode::ReadOnly).value().integer(secret_mark).value();
    for (char const* end : {"-wal", "-shm"})
        fs::remove(data + "/huiyin.db" + end);
    fs::copy_file(sound.path, data + "/huiyin.db", fs::copy_options::overwrite_existing);
    BOOST_REQUIRE(
        Database::open(data + "/huiyin.db", OpenMode::ReadWrite)
            .value()
            .execute(secret_mark + " = " + std::to_string(mark) + "; PRAGMA wal_checkpoint(TRUNCATE)"));
    auto const overwrites = [&](std::uintmax_t from) {
        std::fstream file(data + "/huiyin.db", std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(static_cast<std::streamoff>(from));
        file << std::string(fs::file_size(data + "/huiyin.db") - from, 'x');
    };
    overwrites(page_bytes * (sound.pages() - 2));
    Ended const looked_at = run_huiyin({"check", "--data", data});
    BOOST_TEST(looked_at.status == 1);
    BOOST_TEST(says(looked_at.complaints, "(faulty)"), looked_at.complaints);
    overwrites(0);
    for (std::string const word : {"check", "serve"}) {
        Ended const refused = run_huiyin({word, "--data", data});
        BOOST_TEST(refused.status == 1);
        BOOST_TEST(says(refused.complaints, "huiyin.db: file is not a database"), refused.complaints);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
