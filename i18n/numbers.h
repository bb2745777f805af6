#pragma once

#include "i18n/locale_data.h"

#include <cstdint>

namespace huiyin::i18n {

/// Numbers in Latin digits, grouped as the language does: "12,345", "12 345", "1,23,456".
class Numbers {
public:
    explicit Numbers(LocaleData const& data);

    std::string format(std::int64_t value) const;
    /// At most three decimals.
    std::string format(double value) const;

private:
    std::string grouped(std::string_view digits) const;

    std::string m_group;
    std::string m_decimal;
    std::string m_minus;
    std::size_t m_primary_group = 3;
    std::size_t m_secondary_group = 3;
    /// Spanish and Polish leave "1234" ungrouped: this many digits must stand before the first separator.
    std::size_t m_least_before_group = 1;
};

} // namespace huiyin::i18n
