#include "server/api/target.h"

#include <charconv>

namespace huiyin::server {

namespace {

std::optional<char> decoded_byte(std::string_view two_digits) {
    unsigned value = 0;
    char const* const end = two_digits.data() + two_digits.size();
    auto const [stop, error] = std::from_chars(two_digits.data(), end, value, 16);
    bool const is_byte = two_digits.size() == 2 && error == std::errc() && stop == end;
    return is_byte ? std::optional(static_cast<char>(value)) : std::nullopt;
}

} // namespace

std::string percent_decoded(std::string_view text) {
    if (text.find('%') == std::string_view::npos) return std::string(text);
    std::string decoded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const byte = text[at] == '%' ? decoded_byte(text.substr(at + 1, 2)) : std::nullopt;
        decoded.push_back(byte.value_or(text[at]));
        if (byte) at += 2;
    }
    return decoded;
}

std::optional<std::string> query_value(std::string_view query, std::string_view name) {
    while (!query.empty()) {
        auto const end = query.find('&');
        std::string_view const pair = query.substr(0, end);
        auto const equals = pair.find('=');
        if (pair.substr(0, equals) == name)
            return equals == std::string_view::npos ? std::string()
                                                    : percent_decoded(pair.substr(equals + 1));
        query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
    }
    return std::nullopt;
}

} // namespace huiyin::server
