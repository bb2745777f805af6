#include "core/base/utf8.h"
#include "core/base/verify.h"
#include "i18n/language.h"
#include "i18n/unicode.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

namespace huiyin::i18n {

namespace {

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

} // namespace

std::string search_key(std::string_view text) {
    std::string const letters = decomposed(trimmed(text));
    std::string key;
    for (std::size_t at = 0; at < letters.size();) {
        auto const letter = static_cast<UChar32>(next_code_point(letters, at));
        if (u_charType(letter) == U_NON_SPACING_MARK) continue;
        append_utf8(key, static_cast<char32_t>(u_foldCase(letter, U_FOLD_CASE_DEFAULT)));
    }
    return key;
}

} // namespace huiyin::i18n
