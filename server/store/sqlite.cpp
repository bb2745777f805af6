#include "server/store/sqlite.h"

#include <sqlite3.h>

namespace huiyin::server {

namespace {

Error failure(sqlite3* database) {
    return {"store_unavailable", database ? sqlite3_errmsg(database) : "out of memory"};
}

Error failure(sqlite3_stmt* statement) { return failure(sqlite3_db_handle(statement)); }

/// Counting all of its memory costs SQLite a lock in every allocation of every thread.
void without_statistics() {
    static bool const done = [] {
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        return true;
    }();
    static_cast<void>(done);
}

} // namespace

Running::~Running() {
    if (m_statement) sqlite3_reset(m_statement);
}

Result<bool> Running::step() {
    int const outcome = sqlite3_step(m_statement);
    if (outcome == SQLITE_ROW) return true;
    if (outcome == SQLITE_DONE) return false;
    return failure(m_statement);
}

std::int64_t Running::integer(int column) const { return sqlite3_column_int64(m_statement, column); }

std::string_view Running::text(int column) const {
    auto const* bytes = static_cast<char const*>(sqlite3_column_blob(m_statement, column));
    auto const size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
    return bytes ? std::string_view(bytes, size) : std::string_view();
}

bool Running::is_null(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }

int Bound::bind_to(sqlite3_stmt* statement, int index) const {
    auto const size = m_bytes.size();
    // A null pointer would bind NULL instead of an empty value.
    char const* const bytes = m_bytes.data() ? m_bytes.data() : "";
    switch (m_kind) {
    case Kind::Null: return sqlite3_bind_null(statement, index);
    case Kind::Integer: return sqlite3_bind_int64(statement, index, m_integer);
    case Kind::Text: return sqlite3_bind_text64(statement, index, bytes, size, SQLITE_STATIC, SQLITE_UTF8);
    case Kind::Blob: return sqlite3_bind_blob64(statement, index, bytes, size, SQLITE_STATIC);
    }
    return SQLITE_MISUSE;
}

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Running Statement::run(std::initializer_list<Bound> values) {
    int index = 0;
    for (Bound const& value : values)
        VERIFY(value.bind_to(m_statement.get(), ++index) == SQLITE_OK);
    return Running(m_statement.get());
}

Result<Done> Statement::execute(std::initializer_list<Bound> values) {
    TRY(run(values).step());
    return Done{};
}

void Database::Closer::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Result<Database> Database::open(std::string const& path, OpenMode mode, std::chrono::milliseconds patience) {
    without_statistics();
    int const access =
        mode == OpenMode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3* raw = nullptr;
    int const outcome = sqlite3_open_v2(path.c_str(), &raw, access | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(raw);
    if (outcome != SQLITE_OK) return failure(raw);
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_busy_timeout(raw, static_cast<int>(patience.count()));
    return database;
}

Result<Statement> Database::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    int const outcome = sqlite3_prepare_v3(m_database.get(), sql.data(), static_cast<int>(sql.size()),
                                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (outcome != SQLITE_OK) return failure(m_database.get());
    return Statement(statement);
}

Result<Done> Database::execute(std::string const& sql) {
    if (sqlite3_exec(m_database.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return failure(m_database.get());
    return Done{};
}

Result<std::int64_t> Database::integer(std::string_view sql) {
    Statement statement = TRY(prepare(sql));
    Running running = statement.run();
    if (!TRY(running.step())) return Error{"store_unavailable", "no row from: " + std::string(sql)};
    return running.integer(0);
}

Result<Done> Database::copy_to(Database& empty) const {
    sqlite3_backup* const copying =
        sqlite3_backup_init(empty.m_database.get(), "main", m_database.get(), "main");
    if (!copying) return failure(empty.m_database.get());
    int const outcome = sqlite3_backup_step(copying, -1);
    sqlite3_backup_finish(copying);
    if (outcome != SQLITE_DONE) return Error{"store_unavailable", sqlite3_errstr(outcome)};
    return Done{};
}

std::int64_t Database::changes() const { return sqlite3_total_changes64(m_database.get()); }

Result<std::string> Database::text(std::string_view sql) {
    Statement statement = TRY(prepare(sql));
    Running running = statement.run();
    if (!TRY(running.step())) return Error{"store_unavailable", "no row from: " + std::string(sql)};
    return std::string(running.text(0));
}

} // namespace huiyin::server
