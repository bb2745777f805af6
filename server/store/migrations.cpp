#include "server/store/migrations.h"

#include "embedded/migrations.h"

#include <iterator>
#include <string>

namespace huiyin::server {

namespace {

/// In their order; a migration that was released is never edited, the next one is appended.
constexpr auto& migrations = embedded::migrations::all;
Result<Done> apply(Database& database, std::size_t from, std::size_t to) {
    for (std::size_t index = from; index < to; ++index)
        TRY(database.execute(std::string(migrations[index].text)));
    return database.execute("PRAGMA user_version = " + std::to_string(to));
}

} // namespace

int newest_schema() { return static_cast<int>(std::size(migrations)); }

Result<Done> migrate(Database& database, int to) {
    TRY(database.execute("BEGIN IMMEDIATE"));
    std::int64_t const version = TRY(database.integer("PRAGMA user_version"));
    if (version > newest_schema())
        return Error{"store_too_new", "the database has schema " + std::to_string(version) +
                                          ", this program knows up to " + std::to_string(newest_schema()) +
                                          ": start the newer program"};
    if (version >= to) return database.execute("COMMIT");
    // An error leaves the transaction open; closing the connection rolls it back.
    TRY(apply(database, static_cast<std::size_t>(version), static_cast<std::size_t>(to)));
    return database.execute("COMMIT");
}

} // namespace huiyin::server
