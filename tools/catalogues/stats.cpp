#include "tools/catalogues/stats.h"

#include "tools/catalogues/check.h"

#include <algorithm>
#include <map>

namespace huiyin::catalogues {

namespace {

std::size_t untranslated_in(std::string_view tag, i18n::Catalogue const& catalogue,
                            i18n::Catalogue const& english) {
    return static_cast<std::size_t>(
        std::ranges::count_if(check_translation(tag, catalogue, english), [](Finding const& finding) {
            return finding.what == missing_key || finding.what == still_english;
        }));
}

} // namespace

Stats stats(std::string_view tag, i18n::Catalogue const& catalogue, i18n::Catalogue const& english) {
    Stats result;
    result.messages = catalogue.size();
    if (tag != "en") result.untranslated = untranslated_in(tag, catalogue, english);
    std::map<std::string_view, std::string const*> messages;
    for (auto const& [key, message] : english)
        messages.emplace(key, &message);
    for (auto const& [key, message] : catalogue) {
        auto const found = messages.find(key);
        double const grown = found == messages.end() ? 0 : growth(key, *found->second, message);
        if (grown > result.growth) {
            result.growth = grown;
            result.grown_key = key;
        }
    }
    return result;
}

} // namespace huiyin::catalogues
