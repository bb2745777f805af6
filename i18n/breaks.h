#pragma once

#include "i18n/language.h"
#include "i18n/thai_words.h"

#include <memory>
#include <unicode/brkiter.h>

namespace huiyin::i18n {

/// Where lines and graphemes of a language end. Not for several threads at once.
class Breaks {
public:
    explicit Breaks(icu::Locale const& locale);

    std::vector<Language::Break> lines(std::string_view text);
    std::vector<std::size_t> graphemes(std::string_view text);

private:
    std::vector<Language::Break> lines_by_rules(std::string_view text);

    /// Korean keeps its words whole, as its printed and public pages do.
    bool m_keeps_words;
    std::unique_ptr<icu::BreakIterator> m_lines;
    std::unique_ptr<icu::BreakIterator> m_graphemes;
    std::optional<ThaiWords> m_thai = ThaiWords::load();
};

} // namespace huiyin::i18n
