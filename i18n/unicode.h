#pragma once

#include <string>
#include <string_view>
#include <unicode/stringpiece.h>
#include <unicode/unistr.h>

namespace huiyin::i18n {

inline icu::StringPiece piece(std::string_view text) {
    return {text.data(), static_cast<int32_t>(text.size())};
}

inline icu::UnicodeString from_utf8(std::string_view text) {
    return icu::UnicodeString::fromUTF8(piece(text));
}

inline std::string to_utf8(icu::UnicodeString const& text) {
    std::string result;
    return text.toUTF8String(result);
}

} // namespace huiyin::i18n
