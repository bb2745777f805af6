#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace huiyin::server {

/// A prepared statement with its parameters bound, ready to be stepped; resets itself when it goes.
class Running {
public:
    explicit Running(sqlite3_stmt* statement) : m_statement(statement) {}
    Running(Running&& other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)) {}
    Running& operator=(Running&&) = delete;
    ~Running();

    /// True for a row, false at the end.
    Result<bool> step();

    std::int64_t integer(int column) const;
    /// Valid until the next step.
    std::string_view text(int column) const;
    bool is_null(int column) const;

private:
    sqlite3_stmt* m_statement;
};

/// A value on its way into a statement; what it points to must live until the statement has run.
class Bound {
public:
    enum class Kind { Null, Integer, Text, Blob };

    Bound(std::nullopt_t) : m_kind(Kind::Null) {}
    Bound(int value) : m_kind(Kind::Integer), m_integer(value) {}
    Bound(std::int64_t value) : m_kind(Kind::Integer), m_integer(value) {}
    Bound(Instant at) : m_kind(Kind::Integer), m_integer(at.unix_ms) {}
    Bound(std::string_view text) : m_kind(Kind::Text), m_bytes(text) {}
    Bound(std::string const& text) : m_kind(Kind::Text), m_bytes(text) {}
    template <std::size_t N>
    Bound(std::array<unsigned char, N> const& blob)
        : m_kind(Kind::Blob), m_bytes(reinterpret_cast<char const*>(blob.data()), blob.size()) {}

    int bind_to(sqlite3_stmt* statement, int index) const;

private:
    Kind m_kind;
    std::int64_t m_integer = 0;
    std::string_view m_bytes = {};
};

/// A statement, prepared once and run many times.
class Statement {
public:
    Statement() = default;
    explicit Statement(sqlite3_stmt* statement) : m_statement(statement) {}

    Running run(std::initializer_list<Bound> values = {});
    /// For statements that return no rows.
    Result<Done> execute(std::initializer_list<Bound> values = {});

private:
    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
};

enum class OpenMode { ReadWrite, ReadOnly };

/// One connection, for one thread.
class Database {
public:
    /// For another program's lock.
    static constexpr std::chrono::milliseconds usual_patience{5'000};

    static Result<Database> open(std::string const& path, OpenMode mode,
                                 std::chrono::milliseconds patience = usual_patience);

    Result<Statement> prepare(std::string_view sql);
    /// Several statements; rows are ignored.
    Result<Done> execute(std::string const& sql);
    /// The first column of the first row.
    Result<std::int64_t> integer(std::string_view sql);
    Result<std::string> text(std::string_view sql);
    /// Rows written since the connection was opened.
    std::int64_t changes() const;
    /// Everything as it stands at one moment, into an empty database; writers go on meanwhile.
    Result<Done> copy_to(Database& empty) const;

private:
    struct Closer {
        void operator()(sqlite3* database) const;
    };
    explicit Database(sqlite3* database) : m_database(database) {}
    std::unique_ptr<sqlite3, Closer> m_database;
};

} // namespace huiyin::server
