#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace huiyin {

/// True for well-formed UTF-8: no surrogates, no overlong forms, nothing above U+10FFFF.
bool is_utf8(std::string_view text);

/// Code points of well-formed text.
std::size_t count_code_points(std::string_view text);

/// The code point that starts at `at` and steps `at` behind it; U+FFFD for a malformed byte. `at` <
/// text.size().
char32_t next_code_point(std::string_view text, std::size_t& at);

void append_utf8(std::string& text, char32_t code_point);

/// White space of any script, and U+200B and U+FEFF, which look like nothing.
bool is_space(char32_t code_point);

/// Without white space (also U+3000 and U+00A0) at both ends.
std::string_view trimmed(std::string_view text);

/// True when there is a control character (C0, DEL, C1) other than line feed and tab.
bool has_control_characters(std::string_view text);

} // namespace huiyin
