#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unicode/plurrule.h>
#include <variant>

namespace huiyin::i18n {

using Number = std::variant<std::int64_t, double>;

/// How a language writes numbers, and which of its plural forms they take (CLDR).
class Numbers {
public:
    /// `digits` as CLDR names them: "latn" or "arabext".
    Numbers(icu::Locale const& locale, std::string_view digits);

    /// "1,234,567"; a fraction has at most three decimals.
    std::string written(Number const& number) const;
    /// The words with each 0–9 in the language's own digits.
    std::string in_digits(std::string words) const;
    /// "one", "few", "other".
    std::string plural(Number const& number) const;

private:
    std::string grouped(std::string const& digits) const;

    bool m_is_persian = false;
    std::string m_minus;
    std::string m_decimal;
    std::string m_group;
    std::size_t m_first_group = 0;
    std::size_t m_next_groups = 0;
    std::size_t m_least_before_groups = 1;
    std::unique_ptr<icu::PluralRules> m_plurals;
};

} // namespace huiyin::i18n
