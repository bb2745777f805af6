#pragma once

#include "i18n/catalogue.h"
#include "tools/catalogues/finding.h"

#include <string_view>

namespace huiyin::catalogues {

/// How many times as long as English a text may be; the pseudo-language, in which every screen is drawn, is.
inline constexpr double longest_growth = 2.2;
/// In widths of half a Han letter: what fits one line of a phone may be as long as that, whatever English is.
inline constexpr int line_of_a_phone = 30;

inline constexpr std::string_view missing_key = "the key is missing";
inline constexpr std::string_view still_english = "the text is still English";

/// How many times as long as English a text is; 0 for one that fits a line of a phone or is never shown.
double growth(std::string_view key, std::string const& english, std::string const& translated);

/// A catalogue by itself: messages that do not parse, empty texts, plural forms that the language lacks or
/// has too many.
Findings check_messages(std::string_view tag, i18n::Catalogue const& catalogue);

/// A translation against English: missing and extra keys and their order, other arguments, texts that were
/// left in English, and texts that are so much longer that no screen was made for them.
Findings check_translation(std::string_view tag, i18n::Catalogue const& catalogue,
                           i18n::Catalogue const& english);

/// How a language is written: words in a foreign script or in two, letters of a sister language, quotation
/// marks that it does not use, markup, invisible characters, spaces too many.
Findings check_writing(std::string_view tag, i18n::Catalogue const& catalogue);

/// All of the above.
Findings check_language(std::string_view tag, i18n::Catalogue const& catalogue,
                        i18n::Catalogue const& english);

} // namespace huiyin::catalogues
