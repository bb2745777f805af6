#pragma once

#include <optional>
#include <string>
#include <unicode/resbund.h>

namespace huiyin::i18n {

/// The data of a language, from ICU; what a language does not say, its parents do.
class Bundle {
public:
    explicit Bundle(icu::Locale const& locale);

    /// What stands at a path, "NumberElements/latn/symbols/group"; there must be something.
    std::string text(std::string const& path) const;
    std::optional<std::string> find_text(std::string const& path) const;
    /// The text at a place of a list.
    std::string text(std::string const& path, int place) const;

private:
    /// Looking something up is not const for ICU.
    mutable icu::ResourceBundle m_bundle;
};

} // namespace huiyin::i18n
