#include "core/domain/typed.h"

#include "core/base/utf8.h"

namespace huiyin {

namespace {

constexpr std::size_t longest_code_bytes = 200;

bool is_between(char32_t code_point, char32_t first, char32_t last) {
    return code_point >= first && code_point <= last;
}

bool is_dropped(char32_t code_point) {
    return is_dash(code_point) || is_space(code_point) || is_direction_mark(code_point);
}

char32_t without_lookalikes(char32_t code_point) {
    char32_t const capital = is_between(code_point, 'a', 'z') ? code_point - 'a' + 'A' : code_point;
    if (capital == 'O') return '0';
    return capital == 'I' || capital == 'L' ? '1' : capital;
}

} // namespace

bool is_dash(char32_t code_point) {
    return code_point == '-' || is_between(code_point, 0x2010, 0x2015) || code_point == 0x2212 ||
           code_point == 0xFE58 || code_point == 0xFE63 || code_point == 0xFF0D || code_point == 0xAD;
}

bool is_direction_mark(char32_t code_point) {
    return code_point == 0x061C || code_point == 0x200E || code_point == 0x200F ||
           is_between(code_point, 0x202A, 0x202E) || is_between(code_point, 0x2066, 0x2069);
}

char32_t narrow(char32_t code_point) {
    if (is_between(code_point, 0xFF01, 0xFF5E)) return code_point - 0xFF01 + '!';
    if (is_between(code_point, 0x0660, 0x0669)) return code_point - 0x0660 + '0';
    if (is_between(code_point, 0x06F0, 0x06F9)) return code_point - 0x06F0 + '0';
    return code_point;
}

std::optional<std::string> plain_code(std::string_view typed) {
    if (typed.size() > longest_code_bytes) return std::nullopt;
    std::string plain;
    for (std::size_t at = 0; at < typed.size();) {
        char32_t const code_point = next_code_point(typed, at);
        if (is_dropped(code_point)) continue;
        char32_t const character = without_lookalikes(narrow(code_point));
        if (!is_between(character, '0', '9') && !is_between(character, 'A', 'Z')) return std::nullopt;
        plain.push_back(static_cast<char>(character));
    }
    return plain;
}

} // namespace huiyin
