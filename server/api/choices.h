#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace huiyin::server {

/// Without the blanks that HTTP allows around an item of a list.
std::string_view without_space(std::string_view text);

/// One choice of an Accept-* header with its weight.
struct Choice {
    std::string value;
    double weight = 1;
};

/// "br;q=1.0, gzip;q=0.8": the choices in their order; malformed weights count as 0 (RFC 9110, 12.4.2).
std::vector<Choice> choices_in(std::string_view header);

/// The language tags of Accept-Language, best first, without those that are refused and without
/// what is none: "*", or bytes that a stranger sends.
std::vector<std::string> wished_languages(std::string_view accept_language);

} // namespace huiyin::server
