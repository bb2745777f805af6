#pragma once

#include "i18n/catalogue.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace huiyin::catalogues {

struct Stats {
    std::size_t messages = 0;
    /// Missing, or the same as in English.
    std::size_t untranslated = 0;
    /// The text that has grown most against English, of those that fill more than a line of a phone.
    double growth = 0;
    std::string grown_key;
};

Stats stats(std::string_view tag, i18n::Catalogue const& catalogue, i18n::Catalogue const& english);

} // namespace huiyin::catalogues
