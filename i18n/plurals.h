#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unicode/plurrule.h>
#include <vector>

namespace huiyin::i18n {

/// The plural categories of a language: zero, one, two, few, many, other.
class Plurals {
public:
    explicit Plurals(std::string_view icu_locale);

    std::string category(double value) const;
    /// Every category that the language distinguishes.
    std::vector<std::string> categories() const;

private:
    std::unique_ptr<icu::PluralRules> m_rules;
};

} // namespace huiyin::i18n
