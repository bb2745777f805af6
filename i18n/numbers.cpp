#include "i18n/numbers.h"

#include "core/base/match.h"
#include "core/base/utf8.h"
#include "core/base/verify.h"
#include "i18n/bundle.h"
#include "i18n/unicode.h"

#include <algorithm>
#include <cmath>

namespace huiyin::i18n {

namespace {

/// Digits in the groups of a pattern such as "#,##,##0.###": the last group's, and the others'.
std::pair<std::size_t, std::size_t> group_sizes(std::string const& pattern) {
    std::size_t const end = std::min(pattern.find('.'), pattern.size());
    std::size_t const last = pattern.rfind(',', end);
    if (last == std::string::npos || last == 0) return {0, 0};
    std::size_t const before = pattern.rfind(',', last - 1);
    std::size_t const first_group = end - last - 1;
    return {first_group, before == std::string::npos ? first_group : last - before - 1};
}

std::string digits_of(std::uint64_t value) { return std::to_string(value); }

struct Thousandths {
    std::uint64_t whole;
    std::string decimals;
};

/// As ICU rounds: to three decimals, halves to the even one.
Thousandths thousandths_of(double value) {
    double const rounded = std::nearbyint(value * 1000);
    VERIFY(rounded < 1e18);
    auto const count = static_cast<std::uint64_t>(rounded);
    std::string decimals = digits_of(1000 + count % 1000).substr(1);
    decimals.erase(decimals.find_last_not_of('0') + 1);
    return {count / 1000, decimals};
}

double as_double(Number const& number) {
    return match(number, [](auto value) { return static_cast<double>(value); });
}

} // namespace

Numbers::Numbers(icu::Locale const& locale, std::string_view digits) : m_is_persian(digits == "arabext") {
    VERIFY(m_is_persian || digits == "latn");
    Bundle const bundle(locale);
    std::string const elements = "NumberElements/" + std::string(digits);
    m_minus = bundle.text(elements + "/symbols/minusSign");
    m_decimal = bundle.text(elements + "/symbols/decimal");
    m_group = bundle.text(elements + "/symbols/group");
    // All digits are grouped alike.
    std::string const pattern = bundle.text("NumberElements/latn/patterns/decimalFormat");
    std::tie(m_first_group, m_next_groups) = group_sizes(pattern);
    std::string const least = bundle.text("NumberElements/minimumGroupingDigits");
    m_least_before_groups = static_cast<std::size_t>(least[0] - '0');
    UErrorCode status = U_ZERO_ERROR;
    m_plurals.reset(icu::PluralRules::forLocale(locale, status));
    VERIFY(U_SUCCESS(status));
}

std::string Numbers::written(Number const& number) const {
    return match(
        number,
        [&](std::int64_t value) {
            auto const bits = static_cast<std::uint64_t>(value);
            return (value < 0 ? m_minus : "") + in_digits(grouped(digits_of(value < 0 ? 0 - bits : bits)));
        },
        [&](double value) {
            auto const [whole, decimals] = thousandths_of(std::fabs(value));
            std::string const fraction = decimals.empty() ? "" : m_decimal + decimals;
            return (std::signbit(value) ? m_minus : "") + in_digits(grouped(digits_of(whole)) + fraction);
        });
}

std::string Numbers::in_digits(std::string words) const {
    if (!m_is_persian) return words;
    std::string result;
    for (char const sign : words) {
        if (sign >= '0' && sign <= '9')
            append_utf8(result, U'\u06F0' + static_cast<char32_t>(sign - '0'));
        else
            result.push_back(sign);
    }
    return result;
}

std::string Numbers::plural(Number const& number) const {
    return to_utf8(m_plurals->select(as_double(number)));
}

std::string Numbers::grouped(std::string const& digits) const {
    if (m_first_group == 0 || digits.size() < m_first_group + m_least_before_groups) return digits;
    std::string result = digits;
    std::size_t at = digits.size() - m_first_group;
    while (true) {
        result.insert(at, m_group);
        if (at <= m_next_groups) return result;
        at -= m_next_groups;
    }
}

} // namespace huiyin::i18n
