#include "core/base/utf8.h"

#include <algorithm>

namespace huiyin {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// Most bytes of most texts; they are not worth the whole decoding.
bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

struct Lead {
    int continuation_bytes;
    char32_t bits;
    char32_t least;
};

std::optional<Lead> lead_of(unsigned char byte) {
    if (byte < 0x80) return Lead{0, byte, 0};
    if (byte >= 0xC2 && byte < 0xE0) return Lead{1, byte & 0x1FU, 0x80};
    if (byte >= 0xE0 && byte < 0xF0) return Lead{2, byte & 0x0FU, 0x800};
    if (byte >= 0xF0 && byte < 0xF5) return Lead{3, byte & 0x07U, 0x10000};
    return std::nullopt;
}

std::optional<char32_t> decode(std::string_view text, std::size_t& at) {
    auto const lead = lead_of(static_cast<unsigned char>(text[at++]));
    if (!lead) return std::nullopt;
    char32_t code_point = lead->bits;
    for (int left = lead->continuation_bytes; left > 0; --left) {
        if (at >= text.size()) return std::nullopt;
        auto const byte = static_cast<unsigned char>(text[at]);
        if ((byte & 0xC0) != 0x80) return std::nullopt;
        code_point = (code_point << 6) | (byte & 0x3FU);
        ++at;
    }
    bool const is_surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (code_point < lead->least || code_point > 0x10FFFF || is_surrogate) return std::nullopt;
    return code_point;
}

bool is_control(char32_t code_point) {
    bool const is_layout = code_point == '\n' || code_point == '\t';
    return !is_layout && (code_point < 0x20 || (code_point >= 0x7F && code_point <= 0x9F));
}

std::string_view without_leading_space(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const start = at;
        if (!is_space(next_code_point(text, at))) return text.substr(start);
    }
    return {};
}

std::size_t start_of_last_code_point(std::string_view text) {
    std::size_t at = text.size() - 1;
    while (at > 0 && (text[at] & 0xC0) == 0x80)
        --at;
    return at;
}

std::string_view without_trailing_space(std::string_view text) {
    while (!text.empty()) {
        std::size_t at = start_of_last_code_point(text);
        std::size_t const start = at;
        // Bytes that are left over belong to something malformed, which is no space.
        if (!is_space(next_code_point(text, at)) || at != text.size()) return text;
        text = text.substr(0, start);
    }
    return text;
}

} // namespace

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (is_ascii(text[at]))
            ++at;
        else if (!decode(text, at))
            return false;
    }
    return true;
}

std::size_t count_code_points(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    if (is_ascii(text[at])) return static_cast<char32_t>(text[at++]);
    return decode(text, at).value_or(replacement);
}

void append_utf8(std::string& text, char32_t code_point) {
    auto const add = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (code_point < 0x80) return add(code_point);
    if (code_point < 0x800) return add(0xC0 | code_point >> 6), add(0x80 | (code_point & 0x3F));
    if (code_point < 0x10000) {
        add(0xE0 | code_point >> 12), add(0x80 | (code_point >> 6 & 0x3F));
        return add(0x80 | (code_point & 0x3F));
    }
    add(0xF0 | code_point >> 18), add(0x80 | (code_point >> 12 & 0x3F));
    add(0x80 | (code_point >> 6 & 0x3F)), add(0x80 | (code_point & 0x3F));
}

bool is_space(char32_t code_point) {
    return (code_point >= 0x09 && code_point <= 0x0D) || code_point == 0x20 || code_point == 0xA0 ||
           code_point == 0x3000 || code_point == 0xFEFF || (code_point >= 0x2000 && code_point <= 0x200B) ||
           code_point == 0x2028 || code_point == 0x2029;
}

std::string_view trimmed(std::string_view text) {
    return without_trailing_space(without_leading_space(text));
}

bool has_control_characters(std::string_view text) {
    // In UTF-8 the controls behind ASCII are C2 80 … C2 9F.
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const byte = static_cast<unsigned char>(text[at]);
        bool const may_be_control = byte < 0x20 || byte == 0x7F || byte == 0xC2;
        std::size_t start = at;
        if (may_be_control && is_control(next_code_point(text, start))) return true;
    }
    return false;
}

} // namespace huiyin
