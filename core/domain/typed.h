#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace huiyin {

/// A code as someone typed or pasted it, in plain capitals and digits: without spaces, dashes and direction
/// marks, full-width letters made narrow, Arabic digits made European, O read as 0, I and L as 1.
/// Nothing when another character is left, or when it is longer than any code.
std::optional<std::string> plain_code(std::string_view typed);

// What stands between the characters of a number or code and says nothing.

/// A hyphen, dash or minus of any kind.
bool is_dash(char32_t code_point);
/// A text copied from a page carries the isolates around it.
bool is_direction_mark(char32_t code_point);
/// Full-width characters made narrow, Arabic and Persian digits made European.
char32_t narrow(char32_t code_point);

} // namespace huiyin
