#include "server/cli/data.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <sys/stat.h>

namespace huiyin::server {

std::string database_in(std::string const& directory) { return directory + "/huiyin.db"; }
std::string secret_in(std::string const& directory) {
    // Where systemd lays what LoadCredential= names.
    char const* const credentials = std::getenv("CREDENTIALS_DIRECTORY");
    std::string const given = credentials ? std::string(credentials) + "/huiyin-secret" : "";
    return !given.empty() && std::filesystem::exists(given) ? given : directory + "/secret";
}
std::string files_in(std::string const& directory) { return directory + "/files"; }

Result<Data> open_data(std::string const& directory) {
    namespace fs = std::filesystem;
    std::error_code error;
    // What citizens write is for nobody else on the machine.
    umask(077);
    fs::create_directories(directory, error);
    if (error) return Error{"data_unusable", directory + ": " + error.message()};
    Secret secret = TRY(Secret::load_or_create(secret_in(directory)));
    auto store = TRY(SqliteStore::open(database_in(directory)));
    TRY(store->claim(secret.mark()));
    auto files = TRY(UploadFiles::open(files_in(directory)));
    return Data{std::move(store), secret, std::move(files)};
}

Instant system_now() {
    auto const since = std::chrono::system_clock::now().time_since_epoch();
    return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

} // namespace huiyin::server
