#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unicode/ures.h>
#include <vector>

namespace huiyin::i18n {

/// What CLDR knows of a language, read straight from ICU's resource bundles. ICU's own date and number
/// formats would bring every calendar, time zone and currency along: about as much code as all the rest of
/// the portal.
class LocaleData {
public:
    /// Nothing when the package of the language was not added.
    static std::optional<LocaleData> open(std::string_view icu_locale);

    /// The string at a path like "calendar/gregorian/DateTimePatterns/4"; what "en_001" lacks comes from
    /// "en".
    std::optional<std::string> find(std::string_view path) const;
    /// The string at a path that CLDR has for every language.
    std::string get(std::string_view path) const;

private:
    struct Closer {
        void operator()(UResourceBundle* bundle) const { ures_close(bundle); }
    };
    using Bundle = std::unique_ptr<UResourceBundle, Closer>;

    static std::optional<std::string> find_in(UResourceBundle const& bundle, std::string_view path);
    /// The locale itself first, then its parents.
    std::vector<Bundle> m_bundles;
};

} // namespace huiyin::i18n
