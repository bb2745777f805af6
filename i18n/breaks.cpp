#include "i18n/breaks.h"

#include "core/base/utf8.h"
#include "core/base/verify.h"

#include <algorithm>
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

/// Bytes from … to, of text.
struct Run {
    std::size_t from;
    std::size_t to;
};

std::vector<Run> thai_runs(std::string_view text) {
    std::vector<Run> runs;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const from = at;
        if (!is_thai(next_code_point(text, at))) continue;
        if (!runs.empty() && runs.back().to == from)
            runs.back().to = at;
        else
            runs.push_back({from, at});
    }
    return runs;
}

bool is_inside(std::vector<Run> const& runs, std::size_t offset) {
    return std::any_of(runs.begin(), runs.end(),
                       [&](Run const& run) { return run.from < offset && offset < run.to; });
}

bool is_hangul(char32_t letter) { return letter >= 0xAC00 && letter <= 0xD7A3; }

bool is_letter_or_digit(char32_t letter) {
    return is_hangul(letter) || (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= 'a' && letter <= 'z');
}

char32_t code_point_before(std::string_view text, std::size_t at) {
    do
        --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    return next_code_point(text, at);
}

bool is_inside_korean_word(std::string_view text, std::size_t at) {
    if (at == 0 || at >= text.size() || !is_letter_or_digit(code_point_before(text, at))) return false;
    return is_hangul(next_code_point(text, at));
}

} // namespace

Breaks::Breaks(icu::Locale const& locale) : m_keeps_words(std::string_view(locale.getLanguage()) == "ko") {
    UErrorCode status = U_ZERO_ERROR;
    m_lines.reset(icu::BreakIterator::createLineInstance(locale, status));
    m_graphemes.reset(icu::BreakIterator::createCharacterInstance(locale, status));
    VERIFY(U_SUCCESS(status));
}

std::vector<Language::Break> Breaks::lines(std::string_view text) {
    if (!m_thai) return lines_by_rules(text);
    std::vector<Run> const runs = thai_runs(text);
    std::vector<Language::Break> result = lines_by_rules(text);
    // What ICU itself knows of Thai depends on how it was built.
    std::erase_if(result, [&](Language::Break const& each) { return is_inside(runs, each.at); });
    for (Run const& run : runs)
        for (std::size_t const start : m_thai->starts(text.substr(run.from, run.to - run.from)))
            result.push_back({run.from + start, false});
    std::sort(result.begin(), result.end(),
              [](Language::Break const& a, Language::Break const& b) { return a.at < b.at; });
    return result;
}

std::vector<Language::Break> Breaks::lines_by_rules(std::string_view text) {
    Utf8View view(text);
    view.give_to(*m_lines);
    view.give_to(*m_graphemes);
    std::vector<Language::Break> result;
    for (int32_t at = m_lines->next(); at != icu::BreakIterator::DONE; at = m_lines->next()) {
        bool const is_hard = m_lines->getRuleStatus() >= UBRK_LINE_HARD;
        auto const offset = static_cast<std::size_t>(at);
        if (m_keeps_words && is_inside_korean_word(text, offset)) continue;
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
