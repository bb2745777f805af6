#pragma once

#include "server/store/sqlite_store.h"

#include <string>
#include <vector>

namespace huiyin::server {

/// What does not hold, and of what: "case HY20261120-000123-K: stage", "database: row 7 missing from index".
struct Examination {
    std::int64_t cases = 0;
    std::int64_t events = 0;
    std::int64_t used_keys = 0;
    /// Those whose bytes must be there.
    std::vector<Upload> stored_uploads;
    /// Names that a file may have.
    std::vector<std::string> upload_names;
    std::vector<std::string> faults;
    /// Nothing kept it from looking at everything.
    bool is_whole = false;
};

/// Reads everything there is: that the file is sound, that no row points nowhere, that columns say what the
/// case says, and that every case keeps the invariants of the domain. A server may be at work meanwhile.
Result<Examination> examine(SqliteStore& store);

} // namespace huiyin::server
