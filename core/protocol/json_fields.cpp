#include "core/protocol/json_fields.h"

#include "core/base/utf8.h"

namespace huiyin::protocol::json {

namespace {

constexpr std::size_t most_members = 64;
/// A name that we do not know comes back in the answer, but not all of a long one.
constexpr std::size_t longest_name_shown = 64;

std::string shown_name(std::string_view name) {
    std::size_t end = 0;
    while (end < name.size() && end < longest_name_shown)
        next_code_point(name, end);
    return std::string(name.substr(0, end));
}

} // namespace

Fields::Fields(Value const& value, std::string_view path, Problems& problems)
    : m_members(value.as<Value::Object>()), m_path(path), m_problems(problems) {
    if (m_members) return;
    bool const is_nested = path.ends_with('.');
    m_problems.push_back({std::string(path.substr(0, path.size() - (is_nested ? 1 : 0))), "wrong_type"});
}

bool Fields::is_null(std::string_view name) {
    auto const* member = find(name);
    if (!member || !member->value.is_null()) return false;
    take(name);
    return true;
}

std::optional<std::string> Fields::text(std::string_view name) {
    auto const* text = take_as<std::string>(name);
    return text ? std::optional(*text) : std::nullopt;
}

std::optional<bool> Fields::boolean(std::string_view name) {
    auto const* value = take_as<bool>(name);
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<std::int64_t> Fields::integer(std::string_view name) {
    auto const* value = take_as<std::int64_t>(name);
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<double> Fields::number(std::string_view name) {
    auto const* value = take(name);
    if (!value) return std::nullopt;
    if (auto const* real = value->as<double>()) return *real;
    if (auto const* whole = value->as<std::int64_t>()) return static_cast<double>(*whole);
    add(name, "wrong_type");
    return std::nullopt;
}

std::optional<Instant> Fields::instant(std::string_view name) {
    auto const* text = take_as<std::string>(name);
    if (!text) return std::nullopt;
    auto const at = parse_rfc3339(*text);
    if (!at) add(name, "invalid");
    return at;
}

std::optional<CaseNumber> Fields::case_number(std::string_view name) {
    auto const* text = take_as<std::string>(name);
    if (!text) return add_required(name), std::nullopt;
    auto number = CaseNumber::read(*text);
    if (!number) add(name, "invalid");
    return number;
}

Value const* Fields::object(std::string_view name) {
    auto const* value = take(name);
    if (!value || value->as<Value::Object>()) return value;
    return add(name, "wrong_type"), nullptr;
}

Value::Array const* Fields::array(std::string_view name) { return take_as<Value::Array>(name); }

void Fields::add(std::string_view name, std::string_view code) {
    m_problems.push_back({path_of(name), std::string(code)});
}

void Fields::add_required(std::string_view name) {
    if (m_members && !has(name)) add(name, "required");
}

void Fields::finish() {
    if (!m_members) return;
    for (std::size_t i = 0; i < m_members->size(); ++i) {
        bool const was_read = i < most_members && (m_read >> i & 1) != 0;
        if (!was_read) add(shown_name((*m_members)[i].name), "unknown_field");
        if (i > most_members) return;
    }
}

Member const* Fields::find(std::string_view name) const {
    if (!m_members) return nullptr;
    for (auto const& member : *m_members)
        if (member.name == name) return &member;
    return nullptr;
}

Value const* Fields::take(std::string_view name) {
    auto const* member = find(name);
    if (!member) return nullptr;
    auto const index = static_cast<std::size_t>(member - m_members->data());
    if (index < most_members) m_read |= std::uint64_t{1} << index;
    return &member->value;
}

template <class T>
T const* Fields::take_as(std::string_view name) {
    auto const* value = take(name);
    if (!value) return nullptr;
    auto const* content = value->as<T>();
    if (!content) add(name, "wrong_type");
    return content;
}

} // namespace huiyin::protocol::json
