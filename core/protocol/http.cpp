#include "core/protocol/http.h"

#include <algorithm>

namespace huiyin::protocol {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::optional<std::string_view> find_header(std::vector<Header> const& headers, std::string_view name) {
    for (auto const& header : headers)
        if (is_same_name(header.name, name)) return header.value;
    return std::nullopt;
}

} // namespace

bool is_same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char left, char right) { return lower(left) == lower(right); });
}

std::optional<std::string_view> Request::header(std::string_view name) const {
    return find_header(headers, name);
}

std::optional<std::string_view> Response::header(std::string_view name) const {
    return find_header(headers, name);
}

} // namespace huiyin::protocol
