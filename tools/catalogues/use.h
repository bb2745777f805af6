#pragma once

#include "i18n/catalogue.h"
#include "tools/catalogues/finding.h"

#include <set>
#include <string>
#include <string_view>

namespace huiyin::catalogues {

/// Keys that a source file hands to tr() and English lacks. A literal that ends in '.' begins a family of
/// keys
/// ("stage." + name), one that begins with '.' ends it; some key of that family must exist.
Findings check_use(std::string_view file, std::string_view source, i18n::Catalogue const& english);

/// The words of which the sources can make keys.
class Names {
public:
    /// Every run of small letters, digits, '_' and '.' that stands between two of these signs.
    void add(std::string_view source, std::string_view signs);
    /// The key stands somewhere, or begins with what stands somewhere with a '.' at its end ("stage.") and
    /// goes on with words that stand somewhere, or is made of two parts ("receipt.none" + ".title", or
    /// "privacy.asked" and "matter").
    bool spell(std::string_view key) const;

private:
    bool are_words(std::string_view rest) const;

    std::set<std::string, std::less<>> m_literals;
    std::set<std::string, std::less<>> m_words;
};

/// Keys that nothing can name. Words of the domain are kept whether or not a screen shows them.
Findings check_unused(i18n::Catalogue const& english, Names const& names);

} // namespace huiyin::catalogues
