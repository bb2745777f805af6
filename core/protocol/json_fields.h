#pragma once

#include "core/base/names.h"
#include "core/base/strong_id.h"
#include "core/base/time.h"
#include "core/domain/case_number.h"
#include "core/domain/problem.h"
#include "core/protocol/json_value.h"

#include <optional>
#include <string>
#include <string_view>

namespace huiyin::protocol::json {

/// Reads an object's fields and collects what is wrong with them: wrong_type, unknown, required, invalid,
/// unknown_field. A field that is absent is nothing; null is a wrong type unless asked for.
class Fields {
public:
    /// `path` stands before the names of nested fields, "contact."; it must live as long as the Fields.
    Fields(Value const& value, std::string_view path, Problems& problems);

    bool has(std::string_view name) const { return find(name) != nullptr; }
    /// True, and the field counts as read, when it is there and null.
    bool is_null(std::string_view name);

    std::optional<std::string> text(std::string_view name);
    std::optional<bool> boolean(std::string_view name);
    std::optional<std::int64_t> integer(std::string_view name);
    /// An integer is a number too.
    std::optional<double> number(std::string_view name);
    /// RFC 3339.
    std::optional<Instant> instant(std::string_view name);
    std::optional<CaseNumber> case_number(std::string_view name);
    Value const* object(std::string_view name);
    Value::Array const* array(std::string_view name);

    template <Named E>
    std::optional<E> choice(std::string_view name) {
        auto const given = text(name);
        if (!given) return std::nullopt;
        auto const value = named<E>(*given);
        if (!value) add(name, "unknown");
        return value;
    }

    template <class Tag>
    void id(std::string_view name, StrongId<Tag>& into) {
        if (auto given = text(name)) into.value = *std::move(given);
    }

    /// What was read, or a fresh value and a problem when the field is absent.
    template <class T>
    T required(std::string_view name, std::optional<T> read) {
        if (!read) add_required(name);
        return std::move(read).value_or(T{});
    }

    /// The field's full name, as a problem calls it.
    std::string path_of(std::string_view name) const { return std::string(m_path).append(name); }
    void add(std::string_view name, std::string_view code);
    /// Says "required" only when the field is really absent.
    void add_required(std::string_view name);
    Problems& problems() { return m_problems; }

    /// Refuses the fields that nobody read.
    void finish();

private:
    Member const* find(std::string_view name) const;
    /// The field's value, which from now on counts as read.
    Value const* take(std::string_view name);
    template <class T>
    T const* take_as(std::string_view name);

    Value::Object const* m_members = nullptr;
    std::string_view m_path;
    Problems& m_problems;
    /// A bit for each member that was read; no object of ours has more than 64.
    std::uint64_t m_read = 0;
};

} // namespace huiyin::protocol::json
