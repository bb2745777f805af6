#pragma once

#include "core/base/result.h"
#include "i18n/catalogue.h"

#include <compare>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace huiyin::i18n_check {

/// Something that is wrong with a catalogue or with its use.
struct Finding {
    /// The language's tag, or the source file.
    std::string where;
    /// Empty when the whole file is meant.
    std::string key;
    std::string what;

    auto operator<=>(Finding const&) const = default;
    friend std::ostream& operator<<(std::ostream& out, Finding const& finding) {
        return out << finding.where << ": " << finding.key << (finding.key.empty() ? "" : ": ")
                   << finding.what;
    }
};
using Findings = std::vector<Finding>;

/// A catalogue by itself: messages that do not parse, empty texts, plural forms that the language lacks or
/// has too many.
Findings check_messages(std::string_view tag, i18n::Catalogue const& catalogue);

/// A translation against English: missing and extra keys, other arguments, texts that were left in English.
Findings check_translation(std::string_view tag, i18n::Catalogue const& catalogue,
                           i18n::Catalogue const& english);

/// Keys that a source file hands to tr() and English lacks. A literal that ends in '.' begins a family of
/// keys
/// ("stage." + name), one that begins with '.' ends it; some key of that family must exist.
Findings check_use(std::string_view file, std::string_view source, i18n::Catalogue const& english);

} // namespace huiyin::i18n_check
