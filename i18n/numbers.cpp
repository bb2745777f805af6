#include "i18n/numbers.h"

#include <array>
#include <cstdio>

namespace huiyin::i18n {

namespace {

struct GroupSizes {
    std::size_t primary;
    std::size_t secondary;
};

/// Of a CLDR pattern like "#,##,##0.###" (UTS 35, Number Format Patterns).
GroupSizes group_sizes(std::string_view pattern) {
    std::string_view const integer = pattern.substr(0, pattern.find_first_of(".;"));
    std::size_t const last = integer.rfind(',');
    if (last == std::string_view::npos) return {integer.size() + 40, integer.size() + 40};
    std::size_t const primary = integer.size() - last - 1;
    std::size_t const before = integer.substr(0, last).rfind(',');
    return {primary, before == std::string_view::npos ? primary : last - before - 1};
}

} // namespace

Numbers::Numbers(LocaleData const& data)
    : m_group(data.get("NumberElements/latn/symbols/group")),
      m_decimal(data.get("NumberElements/latn/symbols/decimal")),
      m_minus(data.get("NumberElements/latn/symbols/minusSign")) {
    auto const sizes = group_sizes(data.get("NumberElements/latn/patterns/decimalFormat"));
    m_primary_group = sizes.primary;
    m_secondary_group = sizes.secondary;
    if (data.find("NumberElements/minimumGroupingDigits") == "2") m_least_before_group = 2;
}

std::string Numbers::format(std::int64_t value) const {
    std::string const digits = std::to_string(value);
    return value < 0 ? m_minus + grouped(std::string_view(digits).substr(1)) : grouped(digits);
}

std::string Numbers::format(double value) const {
    std::array<char, 400> buffer{};
    int const length = std::snprintf(buffer.data(), buffer.size(), "%.3f", value < 0 ? -value : value);
    std::string_view digits(buffer.data(), static_cast<std::size_t>(length));
    digits = digits.substr(0, digits.find_last_not_of('0') + 1);
    std::size_t const point = digits.find('.');
    std::string result = grouped(digits.substr(0, point));
    if (point != std::string_view::npos && point + 1 < digits.size())
        result += m_decimal + std::string(digits.substr(point + 1));
    bool const is_zero = result == "0";
    return value < 0 && !is_zero ? m_minus + result : result;
}

std::string Numbers::grouped(std::string_view digits) const {
    if (digits.size() < m_primary_group + m_least_before_group) return std::string(digits);
    std::string result;
    for (std::size_t at = 0; at < digits.size(); ++at) {
        std::size_t const left = digits.size() - at;
        bool const is_primary = left == m_primary_group;
        bool const is_secondary = left > m_primary_group && (left - m_primary_group) % m_secondary_group == 0;
        if (at > 0 && (is_primary || is_secondary)) result += m_group;
        result.push_back(digits[at]);
    }
    return result;
}

} // namespace huiyin::i18n
