// Fills a data directory with very many cases, as if they had come over more than a year, for benchmarks.
// Usage: case_filler DIR CASES; prints what the database takes, and what opens the last case, as JSON.
#include "core/domain/submission_key.h"
#include "server/api/exchange.h"
#include "server/cli/data.h"
#include "server/store/sqlite.h"

#include <filesystem>
#include <iostream>

using namespace huiyin;
using namespace huiyin::server;

namespace {

constexpr int cases_a_day = 2'000;
constexpr int cases_a_group = 500;

constexpr std::string_view body =
    R"({"nature":"complaint","category":"environment.noise","district":"dongcheng",)"
    R"("address":"12 Gulou East Street","visibility":"confidential","channel":"web",)"
    R"("language":"en","contact":{"name":"A. Citizen","phone":"+86 10 5555 0100",)"
    R"("preferred":"phone","language":"en"},"description":"The construction site )"
    R"(behind our building works with drills every night until two. We have asked )"
    R"(the foreman three times and were told to wait. Children cannot sleep."})";

class Filler {
public:
    Filler(Data data, Instant now, int days) : m_data(std::move(data)), m_now(now - Duration::days(days)) {}

    Result<Done> prepare() {
        m_office.emplace(TRY(make_office({.secret = m_data.secret, .now = [this] { return m_now; }})));
        m_reader = TRY(m_data.store->reader());
        m_writer = TRY(m_data.store->writer());
        return Done{};
    }

    Result<Done> fill(int cases) {
        while (m_sent < cases) {
            TRY(send(std::min(cases_a_group, cases - m_sent)));
            // Keys are forgotten as the server does it, so that there are as many as on a usual day.
            Change const forgetting = forgetting_old_keys(*m_office);
            perform(*m_office, *m_writer, {&forgetting});
            m_now = m_now + Duration{Duration::days(1).ms * cases_a_group / cases_a_day};
        }
        return Done{};
    }

    Response const& last() const { return m_last; }
    SqliteStore& store() const { return *m_data.store; }

private:
    Result<Done> send(int count) {
        std::vector<Change> group;
        for (int turn = 0; turn < count; ++turn, ++m_sent) {
            std::string digits = std::to_string(m_sent);
            std::string const key = submission_key(m_now, turn, digits.insert(0, 15 - digits.size(), '0'));
            protocol::Request const request{protocol::Method::Post,
                                            "/api/v1/cases",
                                            {{"Content-Type", "application/json"}, {"Idempotency-Key", key}},
                                            std::string(body)};
            auto started = start(*m_office, *m_reader, request, "192.0.2.1");
            auto* change = std::get_if<Change>(&started.next);
            if (!change) return Error{"refused", std::get<Response>(started.next).body};
            group.push_back(std::move(*change));
        }
        Changes changes;
        for (Change const& change : group)
            changes.push_back(&change);
        m_last = perform(*m_office, *m_writer, changes).back();
        return m_last.status == 201 ? Result<Done>(Done{}) : Error{"refused", m_last.body};
    }

    Data m_data;
    Instant m_now;
    std::optional<Office> m_office;
    std::unique_ptr<CaseReader> m_reader;
    std::unique_ptr<CaseWriter> m_writer;
    Response m_last;
    int m_sent = 0;
};

Result<Done> filled(std::string const& directory, int cases) {
    Filler filler(TRY(open_data(directory)), system_now(), cases / cases_a_day + 1);
    TRY(filler.prepare());
    TRY(filler.fill(cases));
    Database database = TRY(Database::open(filler.store().path(), OpenMode::ReadWrite));
    TRY(database.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    std::cout << R"({"cases":)" << cases << R"(,"bytes":)"
              << std::filesystem::file_size(filler.store().path()) << R"(,"receipt":)" << filler.last().body
              << "}\n";
    return Done{};
}

} // namespace

int main(int count, char** words) {
    if (count != 3) return std::cerr << "Usage: case_filler DIR CASES\n", 2;
    auto const done = filled(words[1], std::stoi(words[2]));
    if (!done) std::cerr << done.error().detail << "\n";
    return done ? 0 : 1;
}
