#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace huiyin {

/// A code as someone typed or pasted it, in plain capitals and digits: without spaces, dashes and direction
/// marks, full-width letters made narrow, Arabic digits made European, O read as 0, I and L as 1.
/// Nothing when another character is left, or when it is longer than any code.
std::optional<std::string> plain_code(std::string_view typed);

} // namespace huiyin
