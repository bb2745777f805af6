#pragma once

#include "server/api/office.h"
#include "server/store/sqlite_store.h"

#include <memory>
#include <string>

namespace huiyin::server {

/// What a data directory holds: the database, the files of citizens and the secret.
struct Data {
    std::unique_ptr<SqliteStore> store;
    Secret secret;
    std::unique_ptr<UploadFiles> files;
};

std::string database_in(std::string const& directory);
/// Also where the system keeps it for the service.
std::string secret_in(std::string const& directory);
std::string files_in(std::string const& directory);

/// Makes the directory when there is none. Errors: data_unusable and those of its parts.
Result<Data> open_data(std::string const& directory);

Instant system_now();

inline constexpr std::string_view default_data = "data";

} // namespace huiyin::server
