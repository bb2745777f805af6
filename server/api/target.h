#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace huiyin::server {

/// "%20" becomes a space; a '%' without two hexadecimal digits stays.
std::string percent_decoded(std::string_view text);

/// The first value of a name in "a=1&b=2", decoded.
std::optional<std::string> query_value(std::string_view query, std::string_view name);

} // namespace huiyin::server
