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

#include "chinese_letters.inc"

std::string decomposed(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Normalizer2 const* const nfd = icu::Normalizer2::getNFDInstance(status);
    VERIFY(U_SUCCESS(status));
    std::string result;
    icu::StringByteSink<std::string> sink(&result, static_cast<int32_t>(text.size()));
    nfd->normalizeUTF8(0, piece(text), sink, nullptr, status);
    VERIFY(U_SUCCESS(status));
    return result;
}

struct Spelling {
    char32_t letter;
    std::string_view plain;
};

/// Letters that no decomposition makes plain, as people write them who lack the key or the habit: without a
/// stroke, without the other script's variant.
constexpr Spelling spellings[] = {
    {U'ß', "ss"},     {U'æ', "ae"},     {U'œ', "oe"},     {U'ø', "o"},      {U'đ', "d"},
    {U'ð', "d"},      {U'þ', "th"},     {U'ł', "l"},      {U'ı', "i"},      {U'\u0643', "ک"},
    {U'\u064A', "ی"}, {U'\u0649', "ی"}, {U'\u0629', "ه"}, {U'\u0671', "ا"}, {U'\u06C1', "ه"},
    {U'\u06BE', "ه"}, {U'\u06D5', "ه"}, {U'\u0640', ""},  {U'\u2019', ""},  {U'\u02BC', ""},
    {U'\'', ""},
};

/// Katakana of half the width, U+FF66 to U+FF9D.
constexpr std::u32string_view half_width_kana = U"ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツ"
                                                U"テトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

char32_t of_usual_width(char32_t letter) {
    if (letter >= 0xFF01 && letter <= 0xFF5E) return letter - 0xFEE0;
    if (letter >= 0xFF66 && letter <= 0xFF9D) return half_width_kana[letter - 0xFF66];
    return letter;
}

char32_t simplified(char32_t letter) {
    if (letter < traditional_letters.front()) return letter;
    auto const found = std::lower_bound(traditional_letters.begin(), traditional_letters.end(), letter);
    if (found == traditional_letters.end() || *found != letter) return letter;
    return simplified_letters[static_cast<std::size_t>(found - traditional_letters.begin())];
}

/// Of letters that differ in width, katakana and hiragana, traditional and simplified, and digits, one.
char32_t without_variant(char32_t typed) {
    char32_t const letter = simplified(of_usual_width(typed));
    if (letter >= 0x30A1 && letter <= 0x30F6) return letter - 0x60;
    int const digit = u_charDigitValue(static_cast<UChar32>(letter));
    return digit >= 0 ? U'0' + static_cast<char32_t>(digit) : letter;
}

void append_plain(std::string& key, char32_t letter) {
    auto const found = std::find_if(std::begin(spellings), std::end(spellings),
                                    [&](Spelling const& each) { return each.letter == letter; });
    if (found != std::end(spellings))
        key += found->plain;
    else
        append_utf8(key, letter);
}

/// Accents and marks, those of half the width too, and what joins or parts letters without being one.
bool is_passed_over(UChar32 letter) {
    auto const kind = u_charType(letter);
    bool const is_half_width_mark = letter == 0xFF9E || letter == 0xFF9F;
    return kind == U_NON_SPACING_MARK || kind == U_FORMAT_CHAR || is_half_width_mark;
}

} // namespace

std::string search_key(std::string_view text) {
    std::string const letters = decomposed(trimmed(text));
    std::string key;
    for (std::size_t at = 0; at < letters.size();) {
        auto const letter = static_cast<UChar32>(without_variant(next_code_point(letters, at)));
        if (is_passed_over(letter)) continue;
        append_plain(key, static_cast<char32_t>(u_foldCase(letter, U_FOLD_CASE_DEFAULT)));
    }
    return key;
}

} // namespace huiyin::i18n
