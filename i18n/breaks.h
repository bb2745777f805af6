#pragma once

#include "i18n/language.h"

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
    std::unique_ptr<icu::BreakIterator> m_lines;
    std::unique_ptr<icu::BreakIterator> m_graphemes;
};

} // namespace huiyin::i18n
