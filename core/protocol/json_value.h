#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace huiyin::protocol::json {

struct Member;

/// One JSON value; objects keep their order and hold no name twice.
struct Value {
    using Array = std::vector<Value>;
    using Object = std::vector<Member>;

    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> content;

    template <class T>
    T const* as() const {
        return std::get_if<T>(&content);
    }
    bool is_null() const { return content.index() == 0; }
};

struct Member {
    std::string name;
    Value value;
};

/// Why a text is no JSON that we read: malformed_json, duplicate_key, too_deep.
struct Malformed {
    std::string code;
};

inline constexpr std::size_t deepest = 16;

/// Strict: RFC 8259, well-formed UTF-8, no lone surrogates, nothing behind the value.
std::variant<Value, Malformed> parse(std::string_view text);

} // namespace huiyin::protocol::json
