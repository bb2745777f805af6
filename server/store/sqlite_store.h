#pragma once

#include "server/store/case_store.h"
#include "server/store/sqlite.h"

#include <string>

namespace huiyin::server {

/// Cases in one SQLite file (WAL, synchronous=FULL). Several programs may use the file at once.
class SqliteStore final : public CaseStore {
public:
    /// Creates the file or brings it up to date. Its readers and its writer wait that long for a lock of
    /// another program, and fail then. Errors: store_unavailable, store_too_new.
    static Result<std::unique_ptr<SqliteStore>>
    open(std::string path, std::chrono::milliseconds patience = Database::usual_patience);

    /// Marks a database that has none, and refuses one with another mark: access codes and keys of another
    /// secret would never be found. Error: secret_wrong.
    Result<Done> claim(std::int32_t mark);
    /// A clock behind what was written would forget keys and let files expire when it is set right. Error:
    /// clock_behind.
    Result<Done> check_clock(Instant now);
    std::string const& path() const { return m_path; }

    Result<std::unique_ptr<CaseReader>> reader() override;
    Result<std::unique_ptr<CaseWriter>> writer() override;

private:
    SqliteStore(std::string path, std::chrono::milliseconds patience)
        : m_path(std::move(path)), m_patience(patience) {}
    std::string m_path;
    std::chrono::milliseconds m_patience;
};

} // namespace huiyin::server
