#include "server/store/sqlite.h"
#include "tests/server/support/client.h"
#include "tests/server/support/desk.h"
#include "tests/server/support/program.h"

#include <boost/test/unit_test.hpp>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace huiyin::server::tests {

namespace {

/// What was acknowledged: the key with the receipt.
using Receipts = std::map<std::string, std::string>;

/// Receipts gathered by several clients.
class Gathered {
public:
    void add(std::string const& key, std::string receipt) {
        std::lock_guard const lock(m_mutex);
        m_receipts[key] = std::move(receipt);
        m_has_come.notify_all();
    }

    void wait_for(std::size_t count) {
        std::unique_lock lock(m_mutex);
        m_has_come.wait(lock, [&] { return m_receipts.size() >= count; });
    }

    Receipts take() { return std::move(m_receipts); }

private:
    std::mutex m_mutex;
    std::condition_variable m_has_come;
    Receipts m_receipts;
};

/// Submits one case after the other until the server is gone.
void submit_until_gone(Client client, std::string const& prefix, Gathered& gathered) {
    for (int turn = 0;; ++turn) {
        std::string const key = prefix + std::to_string(turn);
        Response const response =
            client.asks(post("/api/v1/cases", good_submission("Noise, as reported under " + key),
                             "Idempotency-Key: " + key + "\r\n"));
        if (response.status != 201) return;
        gathered.add(key, response.body);
    }
}

/// tools/test.sh --long asks for more.
int kills() {
    char const* const wanted = std::getenv("HUIYIN_KILLS");
    return wanted ? std::atoi(wanted) : 4;
}

Receipts load_and_end(std::string const& data, int round, int signal) {
    ServeProcess server(data);
    Gathered gathered;
    std::vector<std::thread> clients;
    for (int number = 0; number < 8; ++number)
        clients.emplace_back([&, number, client = Client(server.port())]() mutable {
            submit_until_gone(std::move(client),
                              "r" + std::to_string(round) + "c" + std::to_string(number) + "t", gathered);
        });
    // So that the end comes in the midst of work.
    gathered.wait_for(40);
    int const status = server.end_by(signal);
    for (std::thread& client : clients)
        client.join();
    BOOST_TEST(status == (signal == SIGKILL ? -SIGKILL : 0));
    return gathered.take();
}

} // namespace

BOOST_AUTO_TEST_SUITE(durability_tests)

BOOST_AUTO_TEST_CASE(what_was_acknowledged_outlives_a_kill_in_the_midst_of_work) {
    Folder folder;
    Receipts acknowledged;
    for (int round = 0; round < kills(); ++round)
        acknowledged.merge(load_and_end(folder.path("data"), round, SIGKILL));
    ServeProcess server(folder.path("data"));
    Client client(server.port());
    std::set<std::string> numbers;
    for (auto const& [key, receipt] : acknowledged) {
        // The same key again is the same receipt: it is stored, and once.
        Response const again =
            client.asks(post("/api/v1/cases", good_submission("Noise, as reported under " + key),
                             "Idempotency-Key: " + key + "\r\n"));
        BOOST_REQUIRE_EQUAL(again.status, 201);
        BOOST_REQUIRE_EQUAL(again.body, receipt);
        std::string const number = field(again, "number");
        BOOST_REQUIRE(numbers.insert(number).second);
        Response const seen = client.asks(
            get("/api/v1/cases/" + number, "X-Access-Code: " + field(again, "access_code") + "\r\n"));
        BOOST_REQUIRE_EQUAL(seen.status, 200);
        BOOST_REQUIRE(field(seen, "description").ends_with(key));
    }
    BOOST_TEST(server.end_by(SIGTERM) == 0);
    Database raw = std::move(Database::open(folder.path("data/huiyin.db"), OpenMode::ReadWrite)).value();
    BOOST_TEST(raw.text("PRAGMA integrity_check").value() == "ok");
    std::int64_t const cases = raw.integer("SELECT count(*) FROM cases").value();
    BOOST_TEST(raw.integer("SELECT count(*) FROM used_keys").value() == cases);
    BOOST_TEST(raw.integer("SELECT count(*) FROM events WHERE position = 0").value() == cases);
    BOOST_TEST(static_cast<std::size_t>(cases) >= acknowledged.size());
}

BOOST_AUTO_TEST_CASE(a_stop_in_the_midst_of_work_loses_nothing_either) {
    Folder folder;
    Receipts const acknowledged = load_and_end(folder.path("data"), 0, SIGTERM);
    ServeProcess server(folder.path("data"));
    Client client(server.port());
    for (auto const& [key, receipt] : acknowledged)
        BOOST_REQUIRE_EQUAL(
            client
                .asks(post("/api/v1/cases", good_submission("Noise, as reported under " + key),
                           "Idempotency-Key: " + key + "\r\n"))
                .body,
            receipt);
}

BOOST_AUTO_TEST_CASE(an_interrupt_ends_it_cleanly) {
    Folder folder;
    ServeProcess server(folder.path("data"));
    BOOST_TEST(Client(server.port()).asks(get("/healthz")).status == 200);
    BOOST_TEST(server.end_by(SIGINT) == 0);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
