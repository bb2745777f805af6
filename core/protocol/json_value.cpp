#include "core/protocol/json_value.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace huiyin::protocol::json {

namespace {

/// Below this, comparing each name with each other is quicker than sorting.
constexpr std::size_t few_members = 16;

bool has_duplicate_among_few(Value::Object const& members) {
    for (std::size_t i = 1; i < members.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (members[i].name == members[j].name) return true;
    return false;
}

bool has_duplicate(Value::Object const& members) {
    if (members.size() <= few_members) return has_duplicate_among_few(members);
    std::vector<std::string_view> names;
    for (auto const& member : members)
        names.push_back(member.name);
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) != names.end();
}

/// Builds a Value from what the library reads; a `false` ends the reading.
/// An open container is the last of its parent, which does not grow meanwhile, so pointers stay valid.
class Builder {
public:
    bool null() { return add({}); }
    bool boolean(bool value) { return add({value}); }
    bool number_integer(std::int64_t value) { return add({value}); }
    bool number_unsigned(std::uint64_t value) {
        if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            return add({static_cast<double>(value)});
        return add({static_cast<std::int64_t>(value)});
    }
    bool number_float(double value, std::string const&) { return add({value}); }
    bool string(std::string& value) { return add({std::move(value)}); }
    bool binary(nlohmann::json::binary_t&) { return false; }

    bool start_object(std::size_t) { return open({Value::Object{}}); }
    bool start_array(std::size_t) { return open({Value::Array{}}); }
    bool end_array() { return close(); }
    bool end_object() {
        if (has_duplicate(std::get<Value::Object>(m_open.back()->content))) return fail("duplicate_key");
        return close();
    }
    bool key(std::string& name) {
        std::get<Value::Object>(m_open.back()->content).push_back({std::move(name), {}});
        return true;
    }

    template <class Exception>
    bool parse_error(std::size_t, std::string const&, Exception const&) {
        return fail("malformed_json");
    }

    std::string const& fault() const { return m_fault; }
    Value take() { return std::move(m_root); }

private:
    bool fail(std::string_view code) {
        if (m_fault.empty()) m_fault = code;
        return false;
    }

    Value& place(Value&& value) {
        if (m_open.empty()) return m_root = std::move(value);
        auto& parent = m_open.back()->content;
        if (auto* object = std::get_if<Value::Object>(&parent))
            return object->back().value = std::move(value);
        return std::get<Value::Array>(parent).emplace_back(std::move(value));
    }

    bool add(Value&& value) {
        place(std::move(value));
        return true;
    }

    bool open(Value&& container) {
        if (m_open.size() == deepest) return fail("too_deep");
        m_open.push_back(&place(std::move(container)));
        return true;
    }

    bool close() {
        m_open.pop_back();
        return true;
    }

    Value m_root;
    std::vector<Value*> m_open;
    std::string m_fault;
};

} // namespace

std::variant<Value, Malformed> parse(std::string_view text) {
    // The library takes a NUL byte for the end of the text and would not see what follows.
    if (text.find('\0') != std::string_view::npos) return Malformed{"malformed_json"};
    Builder builder;
    if (nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) return builder.take();
    return Malformed{builder.fault()};
}

} // namespace huiyin::protocol::json
