#include "i18n/breaks.h"

#include "core/base/verify.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

namespace huiyin::i18n {

namespace {

/// ICU's view of UTF-8, so that its offsets are ours.
class Utf8View {
public:
    explicit Utf8View(std::string_view text) {
        UErrorCode status = U_ZERO_ERROR;
        utext_openUTF8(&m_view, text.data(), static_cast<int64_t>(text.size()), &status);
        VERIFY(U_SUCCESS(status));
    }
    ~Utf8View() { utext_close(&m_view); }
    Utf8View(Utf8View const&) = delete;
    Utf8View& operator=(Utf8View const&) = delete;

    void give_to(icu::BreakIterator& iterator) {
        UErrorCode status = U_ZERO_ERROR;
        iterator.setText(&m_view, status);
        VERIFY(U_SUCCESS(status));
    }

private:
    UText m_view = UTEXT_INITIALIZER;
};

bool is_ascii(std::string_view text, std::size_t at) {
    return at >= text.size() || static_cast<unsigned char>(text[at]) < 0x80;
}

} // namespace

Breaks::Breaks(icu::Locale const& locale) {
    UErrorCode status = U_ZERO_ERROR;
    m_lines.reset(icu::BreakIterator::createLineInstance(locale, status));
    m_graphemes.reset(icu::BreakIterator::createCharacterInstance(locale, status));
    VERIFY(U_SUCCESS(status));
}

std::vector<Language::Break> Breaks::lines(std::string_view text) {
    Utf8View view(text);
    view.give_to(*m_lines);
    view.give_to(*m_graphemes);
    std::vector<Language::Break> result;
    for (int32_t at = m_lines->next(); at != icu::BreakIterator::DONE; at = m_lines->next()) {
        bool const is_hard = m_lines->getRuleStatus() >= UBRK_LINE_HARD;
        auto const offset = static_cast<std::size_t>(at);
        // UAX 14 lets a line end before a combining mark that follows a space; the two are one grapheme.
        if (is_ascii(text, offset) || m_graphemes->isBoundary(at)) result.push_back({offset, is_hard});
    }
    return result;
}

std::vector<std::size_t> Breaks::graphemes(std::string_view text) {
    Utf8View view(text);
    view.give_to(*m_graphemes);
    std::vector<std::size_t> result;
    for (int32_t at = m_graphemes->next(); at != icu::BreakIterator::DONE; at = m_graphemes->next())
        result.push_back(static_cast<std::size_t>(at));
    return result;
}

} // namespace huiyin::i18n
