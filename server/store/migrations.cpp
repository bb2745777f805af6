#include "server/store/migrations.h"

#include "embedded/migrations.h"

#include <iterator>
#include <string>

namespace huiyin::server {

namespace {

/// In their order; a migration that was released is never edited, the next one is appended.
constexpr auto& migrations = embedded::migrations::all;
constexpr std::size_t newest = std::size(migrations);

Result<Done> apply_from(Database& database, std::size_t version) {
    for (std::size_t index = version; index < newest; ++index)
        TRY(database.execute(std::string(migrations[index].text)));
    return database.execute("PRAGMA user_version = " + std::to_string(newest));
}

} // namespace

int newest_schema() { return static_cast<int>(newest); }

Result<Done> migrate(Database& database) {
    TRY(database.execute("BEGIN IMMEDIATE"));
    std::int64_t const version = TRY(database.integer("PRAGMA user_version"));
    if (version > newest_schema())
        return Error{"store_too_new", "the database has schema " + std::to_string(version) +
                                          ", this program knows up to " + std::to_string(newest_schema()) +
                                          ": start the newer program"};
    if (version == newest_schema()) return database.execute("COMMIT");
    // An error leaves the transaction open; closing the connection rolls it back.
    TRY(apply_from(database, static_cast<std::size_t>(version)));
    return database.execute("COMMIT");
}

} // namespace huiyin::server
