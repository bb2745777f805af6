#include "core/base/utf8.h"
#include "core/base/verify.h"
#include "i18n/language.h"
#include "i18n/unicode.h"

#include <algorithm>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

namespace huiyin::i18n {

namespace {

constexpr UChar32 pop_isolate = 0x2069;

bool opens_isolate(UCharDirection kind) {
    return kind == U_LEFT_TO_RIGHT_ISOLATE || kind == U_RIGHT_TO_LEFT_ISOLATE ||
           kind == U_FIRST_STRONG_ISOLATE;
}

/// Holds no ends of lines and nothing that NFC would change.
bool is_printable_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char byte) { return byte >= ' ' && byte <= '~'; });
}

std::string with_line_feeds(std::string_view typed) {
    std::string result;
    result.reserve(typed.size());
    for (std::size_t at = 0; at < typed.size(); ++at) {
        if (typed[at] != '\r') {
            result.push_back(typed[at]);
        } else if (at + 1 == typed.size() || typed[at + 1] != '\n') {
            result.push_back('\n');
        }
    }
    return result;
}

std::string in_nfc(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Normalizer2 const* const nfc = icu::Normalizer2::getNFCInstance(status);
    VERIFY(U_SUCCESS(status));
    std::string result;
    icu::StringByteSink<std::string> sink(&result, static_cast<int32_t>(text.size()));
    nfc->normalizeUTF8(0, piece(text), sink, nullptr, status);
    VERIFY(U_SUCCESS(status));
    return result;
}

bool is_between(char32_t code_point, char32_t first, char32_t last) {
    return code_point >= first && code_point <= last;
}

bool is_kana(char32_t letter) {
    return is_between(letter, 0x3041, 0x30FF) || is_between(letter, 0xFF66, 0xFF9F);
}
bool is_thai(char32_t letter) { return is_between(letter, 0x0E01, 0x0E5B); }
bool is_hangul(char32_t letter) {
    return is_between(letter, 0xAC00, 0xD7A3) || is_between(letter, 0x1100, 0x11FF) ||
           is_between(letter, 0x3131, 0x318E);
}
bool is_han(char32_t letter) {
    return is_between(letter, 0x4E00, 0x9FFF) || is_between(letter, 0x3400, 0x4DBF) ||
           is_between(letter, 0xF900, 0xFAFF) || is_between(letter, 0x20000, 0x323AF);
}

} // namespace

std::string_view language_by_script(std::string_view text) {
    bool has_han = false;
    for (std::size_t at = 0; at < text.size();) {
        char32_t const letter = next_code_point(text, at);
        if (is_kana(letter)) return "ja";
        if (is_hangul(letter)) return "ko";
        if (is_thai(letter)) return "th";
        has_han |= is_han(letter);
    }
    return has_han ? "zh" : "";
}

Direction direction_of(std::string_view text, Direction otherwise) {
    int isolates = 0;
    bool has_number = false;
    for (std::size_t at = 0; at < text.size();) {
        auto const code_point = static_cast<UChar32>(next_code_point(text, at));
        UCharDirection const kind = u_charDirection(code_point);
        if (opens_isolate(kind)) ++isolates;
        if (code_point == pop_isolate && isolates > 0) --isolates;
        if (isolates > 0) continue;
        if (kind == U_LEFT_TO_RIGHT) return Direction::LeftToRight;
        if (kind == U_EUROPEAN_NUMBER) has_number = true;
        if (kind == U_RIGHT_TO_LEFT || kind == U_RIGHT_TO_LEFT_ARABIC) return Direction::RightToLeft;
    }
    // A telephone number of several groups would be shown from its end.
    return has_number ? Direction::LeftToRight : otherwise;
}

std::string cleaned(std::string_view typed) {
    if (is_printable_ascii(typed)) return std::string(trimmed(typed));
    return std::string(trimmed(in_nfc(with_line_feeds(typed))));
}

} // namespace huiyin::i18n
