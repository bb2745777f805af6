#include "server/cli/safekeeping.h"

#include "server/cli/complaints.h"
#include "server/cli/data.h"
#include "server/files/checksum.h"
#include "server/store/examination.h"
#include "server/store/sqlite.h"

#include <algorithm>
#include <fcntl.h>
#include <filesystem>
#include <iostream>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

namespace huiyin::server {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view backup_usage = R"(huiyin backup FILE [--data DIR]

  Copies the database as it stands at one moment into a new file, and what is attached to its cases into the
  folder FILE.files, while a server may be at work.
  The secret (DIR/secret) is not in it: keep a copy of that once, in another place. Without it no access
  code of the backup opens anything.

  --data DIR  where the cases are kept (data)
)";

constexpr std::string_view restore_usage = R"(huiyin restore FILE [--data DIR]

  Puts a backup, FILE with its folder FILE.files, into a data directory that has the secret and no database.
  The backup is checked first;
  one with a fault, or of another secret, is refused and nothing is changed.

  --data DIR  where the cases are to be kept (data)
)";

constexpr std::string_view check_usage = R"(huiyin check [--data DIR]

  Reads every case and every file attached to one, and says what is wrong with them, while a server may be
  at work.

  --data DIR  where the cases are kept (data)
)";

Error unusable(std::string const& path, std::string_view why) {
    return {"file_unusable", path + " " + std::string(why)};
}

/// A file that appears under its name when it is whole, and not at all otherwise.
class FileInTheMaking {
public:
    explicit FileInTheMaking(std::string path) : m_path(std::move(path)) { fs::remove(made_as(), m_error); }
    FileInTheMaking(FileInTheMaking const&) = delete;
    FileInTheMaking& operator=(FileInTheMaking const&) = delete;
    ~FileInTheMaking() {
        for (char const* end : {"", "-journal", "-wal", "-shm"})
            fs::remove(made_as() + end, m_error);
    }

    std::string made_as() const { return m_path + ".partial"; }

    Result<Done> appear() {
        // Unlike a renaming, a link never takes the place of a file that came meanwhile.
        if (link(made_as().c_str(), m_path.c_str()) != 0) return unusable(m_path, "cannot be written");
        std::string const folder = fs::absolute(m_path).parent_path().string();
        int const descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        bool const is_lasting = descriptor >= 0 && fsync(descriptor) == 0;
        if (descriptor >= 0) close(descriptor);
        if (!is_lasting) return unusable(folder, "cannot be brought to the disk");
        return Done{};
    }

private:
    std::string m_path;
    std::error_code m_error;
};

Result<Done> copy_database(std::string const& from, std::string const& to) {
    Database const source = TRY(Database::open(from, OpenMode::ReadOnly));
    Database copy = TRY(Database::open(to, OpenMode::ReadWrite));
    TRY(copy.execute("PRAGMA synchronous = FULL"));
    TRY(source.copy_to(copy));
    // One file, that needs no other beside it.
    return copy.execute("PRAGMA journal_mode = DELETE");
}

Result<Done> is_there(std::string const& path, std::string_view what) {
    if (!fs::is_regular_file(path)) return unusable(path, "is not there: " + std::string(what));
    return Done{};
}

Result<Done> is_free(std::string const& path) {
    if (fs::exists(path)) return unusable(path, "is there already; nothing was changed");
    return Done{};
}

bool holds(Digest const& digest, std::string_view content) {
    std::string const bytes = sha256_of(content);
    return std::equal(bytes.begin(), bytes.end(), digest.begin(), digest.end(),
                      [](char one, unsigned char other) { return static_cast<unsigned char>(one) == other; });
}

std::string counted(Examination const& found) {
    return std::to_string(found.cases) + " cases, " + std::to_string(found.events) + " events, " +
           std::to_string(found.used_keys) + " used keys, " + std::to_string(found.stored_uploads.size()) +
           " files";
}

/// What the database says of files holds of the files. `names` were there before the database was read: what
/// has come since is no fault.
void look_at_files(UploadFiles const& files, std::vector<std::string> const& names, Examination& found) {
    for (Upload const& upload : found.stored_uploads) {
        auto const content = files.content(upload.name);
        // A citizen may have taken it back meanwhile.
        if (!content && !upload.case_number) continue;
        bool const is_same = content && upload.digest && holds(*upload.digest, *content);
        if (!is_same)
            found.faults.push_back("file " + upload.name +
                                   (content ? ": it was changed" : ": it is missing"));
    }
    // Of a look that broke off, whose the others are is not known.
    if (!found.is_whole) return;
    std::set<std::string> const known(found.upload_names.begin(), found.upload_names.end());
    for (std::string const& name : names)
        if (!known.contains(name) && files.has(name))
            found.faults.push_back("file " + name + ": it belongs to nothing");
}

Result<Done> without_faults(Examination const& found) {
    if (found.faults.empty()) return Done{};
    for (std::string const& fault : found.faults)
        std::cerr << fault << "\n";
    return Error{"faulty", std::to_string(found.faults.size()) + " faults in " + counted(found)};
}

struct Order {
    std::string file;
    std::string data;
};

Result<Order> order_in(Arguments& arguments, bool names_a_file) {
    Order order{.file = {}, .data = arguments.option("--data").value_or(std::string(default_data))};
    if (names_a_file) {
        auto const file = arguments.next_word();
        if (!file) return Error{"usage", "Say which file."};
        order.file = *file;
    }
    if (auto const complaint = arguments.complaint()) return Error{"usage", *complaint};
    return order;
}

/// Only what belongs to a case and is whole: the rest is sent again, or nobody's.
Result<std::vector<std::string>> keep_files_of_cases(std::string const& database) {
    Database copy = TRY(Database::open(database, OpenMode::ReadWrite));
    TRY(copy.execute("DELETE FROM uploads WHERE case_id IS NULL"));
    Statement whole = TRY(copy.prepare("SELECT name FROM uploads WHERE state IN ('stored', 'checking')"));
    std::vector<std::string> names;
    Running row = whole.run();
    while (TRY(row.step()))
        names.emplace_back(row.text(0));
    return names;
}

Result<Done> bring_to_the_disk(std::string const& path) {
    int const file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    bool const is_lasting = file >= 0 && fsync(file) == 0;
    if (file >= 0) close(file);
    return is_lasting ? Result<Done>(Done{}) : unusable(path, "cannot be brought to the disk");
}

Result<Done> copy_files(std::string const& from, std::string const& to,
                        std::vector<std::string> const& names) {
    if (names.empty()) return Done{};
    std::error_code error;
    fs::create_directories(to, error);
    for (std::string const& name : names) {
        fs::copy_file(from + "/" + name, to + "/" + name, fs::copy_options::overwrite_existing, error);
        if (error) return unusable(to + "/" + name, "cannot be written: " + error.message());
        TRY(bring_to_the_disk(to + "/" + name));
    }
    return bring_to_the_disk(to);
}

std::string files_of_backup(std::string const& file) { return file + ".files"; }

Result<Done> back_up(Arguments& arguments) {
    Order const order = TRY(order_in(arguments, true));
    std::string const database = database_in(order.data);
    TRY(is_there(database, "there is nothing to back up"));
    TRY(is_free(order.file));
    TRY(is_free(files_of_backup(order.file)));
    FileInTheMaking file(order.file);
    TRY(copy_database(database, file.made_as()));
    auto const names = TRY(keep_files_of_cases(file.made_as()));
    TRY(copy_files(files_in(order.data), files_of_backup(order.file), names));
    TRY(file.appear());
    std::cout << "The backup is in " << order.file << ". It needs the secret " << secret_in(order.data)
              << ", which is not in it.\n";
    return Done{};
}

Result<Done> bring_back(Arguments& arguments) {
    Order const order = TRY(order_in(arguments, true));
    std::string const database = database_in(order.data);
    TRY(is_there(order.file, "it should be a backup"));
    TRY(is_there(secret_in(order.data), "the access codes of the backup would open nothing"));
    TRY(is_free(database));
    FileInTheMaking file(database);
    TRY(copy_database(order.file, file.made_as()));
    {
        auto const store = TRY(SqliteStore::open(file.made_as()));
        Secret const secret = TRY(Secret::load_or_create(secret_in(order.data)));
        TRY(store->claim(secret.mark()));
        Examination found = TRY(examine(*store));
        auto const names = TRY(keep_files_of_cases(file.made_as()));
        TRY(copy_files(files_of_backup(order.file), files_in(order.data), names));
        look_at_files(*TRY(UploadFiles::open(files_in(order.data))), {}, found);
        TRY(without_faults(found));
        std::cout << counted(found) << "\n";
    }
    TRY(file.appear());
    std::cout << "The backup is in place in " << order.data << ".\n";
    return Done{};
}

Result<Done> look(Arguments& arguments) {
    Order const order = TRY(order_in(arguments, false));
    TRY(is_there(database_in(order.data), "there is nothing to check"));
    Data const data = TRY(open_data(order.data));
    auto const names = data.files->names();
    Examination found = TRY(examine(*data.store));
    look_at_files(*data.files, names, found);
    TRY(without_faults(found));
    std::cout << counted(found) << ": nothing is wrong.\n";
    return Done{};
}

int carried_out(Arguments arguments, std::string_view usage, Result<Done> (*command)(Arguments&)) {
    if (arguments.flag("--help")) return std::cout << usage, 0;
    // What citizens write is for nobody else on the machine.
    umask(077);
    auto const done = command(arguments);
    return done ? 0 : complain(done.error(), usage);
}

} // namespace

int backup(Arguments arguments) { return carried_out(std::move(arguments), backup_usage, back_up); }
int restore(Arguments arguments) { return carried_out(std::move(arguments), restore_usage, bring_back); }
int check(Arguments arguments) { return carried_out(std::move(arguments), check_usage, look); }

} // namespace huiyin::server
