#include "tools/catalogues/pattern.h"

#include "core/base/verify.h"
#include "i18n/unicode.h"

#include <unicode/uchar.h>

namespace huiyin::catalogues {

namespace {

icu::MessagePattern read(std::string_view message) {
    UErrorCode status = U_ZERO_ERROR;
    icu::MessagePattern pattern(i18n::from_utf8(message), nullptr, status);
    VERIFY(U_SUCCESS(status));
    return pattern;
}

bool is_sign(UMessagePatternPartType type) {
    return type == UMSGPAT_PART_TYPE_REPLACE_NUMBER || type == UMSGPAT_PART_TYPE_SKIP_SYNTAX ||
           type == UMSGPAT_PART_TYPE_INSERT_CHAR;
}

bool has_branches(UMessagePatternArgType type) {
    return type == UMSGPAT_ARG_TYPE_PLURAL || type == UMSGPAT_ARG_TYPE_SELECT;
}

int columns(icu::UnicodeString const& text) {
    int result = 0;
    for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        UChar32 const letter = text.char32At(at);
        bool const is_mark = u_charType(letter) == U_NON_SPACING_MARK || u_charType(letter) == U_FORMAT_CHAR;
        auto const width = u_getIntPropertyValue(letter, UCHAR_EAST_ASIAN_WIDTH);
        bool const is_wide = width == U_EA_WIDE || width == U_EA_FULLWIDTH;
        result += is_mark ? 0 : is_wide ? 2 : 1;
    }
    return result;
}

} // namespace

int columns(std::string_view text) { return columns(i18n::from_utf8(text)); }

Pattern::Pattern(std::string_view message) : m_pattern(read(message)) {}

std::string Pattern::longest() const { return i18n::to_utf8(longest_message(0)); }

icu::UnicodeString Pattern::longest_message(int32_t start) const {
    icu::UnicodeString words;
    int32_t from = m_pattern.getPart(start).getLimit();
    for (int32_t part = start + 1;; ++part) {
        words.append(m_pattern.getPatternString(), from, m_pattern.getPatternIndex(part) - from);
        UMessagePatternPartType const type = m_pattern.getPartType(part);
        if (type == UMSGPAT_PART_TYPE_MSG_LIMIT) return words;
        if (type == UMSGPAT_PART_TYPE_REPLACE_NUMBER) words.append(u'#');
        if (type == UMSGPAT_PART_TYPE_ARG_START) {
            words.append(longest_branch(part));
            part = m_pattern.getLimitPartIndex(part);
        }
        from = m_pattern.getPart(part).getLimit();
    }
}

icu::UnicodeString Pattern::longest_branch(int32_t start) const {
    icu::UnicodeString longest;
    if (!has_branches(m_pattern.getPart(start).getArgType())) return longest;
    for (int32_t part = start; part < m_pattern.getLimitPartIndex(start); ++part) {
        if (m_pattern.getPartType(part) != UMSGPAT_PART_TYPE_MSG_START) continue;
        icu::UnicodeString const branch = longest_message(part);
        if (columns(branch) > columns(longest)) longest = branch;
        part = m_pattern.getLimitPartIndex(part);
    }
    return longest;
}

std::string Pattern::with_words(std::function<std::string(std::string const&)> const& replaced) const {
    icu::UnicodeString const& pattern = m_pattern.getPatternString();
    icu::UnicodeString result;
    int32_t done = 0;
    for (int32_t part = 0; part + 1 < m_pattern.countParts(); ++part) {
        int32_t const from = m_pattern.getPart(part).getLimit();
        int32_t const to = m_pattern.getPatternIndex(part + 1);
        bool const is_words = ends_syntax(part) && begins_syntax(part + 1) && from < to;
        if (!is_words) continue;
        std::string const words = i18n::to_utf8(icu::UnicodeString(pattern, from, to - from));
        result.append(pattern, done, from - done).append(i18n::from_utf8(replaced(words)));
        done = to;
    }
    return i18n::to_utf8(result.append(pattern, done, pattern.length() - done));
}

bool Pattern::ends_syntax(int32_t part) const {
    UMessagePatternPartType const type = m_pattern.getPartType(part);
    return type == UMSGPAT_PART_TYPE_MSG_START || type == UMSGPAT_PART_TYPE_ARG_LIMIT || is_sign(type);
}

bool Pattern::begins_syntax(int32_t part) const {
    UMessagePatternPartType const type = m_pattern.getPartType(part);
    return type == UMSGPAT_PART_TYPE_MSG_LIMIT || type == UMSGPAT_PART_TYPE_ARG_START || is_sign(type);
}

} // namespace huiyin::catalogues
