#include "core/domain/case_number.h"

#include "core/domain/typed.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace huiyin {

namespace {

constexpr std::string_view prefix = "HY";
constexpr std::size_t day_digits = 8;
constexpr std::size_t least_sequence_digits = 6;
constexpr std::size_t most_sequence_digits = 9;
/// No I, L, O or U, which are misread or misheard, and no S, so that a prime number is left.
constexpr std::string_view check_alphabet = "0123456789ABCDEFGHJKMNPQRTVWXYZ";
constexpr int modulus = 31;
static_assert(check_alphabet.size() == modulus);

bool is_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number_in(std::string_view digits) {
    int value = 0;
    for (char digit : digits)
        value = value * 10 + (digit - '0');
    return value;
}

/// The sum over every digit times a power of 3, with the check character at power 0, is a multiple of 31.
/// 31 is prime and 3 a primitive root of it: neighbouring weights differ and none is 0, so that no single
/// substitution and no swap leaves the sum as it was. (ISO/IEC 7064 MOD 37,36 misses some swaps: the
/// digits 0 and 1 behind 18, say.)
char check_character(std::string_view digits) {
    int sum = 0;
    for (char digit : digits)
        sum = (sum + digit - '0') * 3 % modulus;
    return check_alphabet[static_cast<std::size_t>((modulus - sum) % modulus)];
}

bool is_date(std::string_view digits) {
    Date const date{number_in(digits.substr(0, 4)), number_in(digits.substr(4, 2)),
                    number_in(digits.substr(6, 2))};
    return date.month >= 1 && date.month <= 12 && date_from_days(days_from_date(date)) == date;
}

bool is_sequence(std::string_view digits) {
    if (digits.size() < least_sequence_digits || digits.size() > most_sequence_digits) return false;
    return (digits.size() == least_sequence_digits || digits.front() != '0') && number_in(digits) > 0;
}

std::string spelled(std::string_view digits) {
    std::string text(prefix);
    text.append(digits.substr(0, day_digits)).append("-");
    text.append(digits.substr(day_digits)).append("-");
    text.push_back(check_character(digits));
    return text;
}

} // namespace

CaseNumber CaseNumber::make(Date day, int sequence) {
    VERIFY(sequence > 0 && day.year >= 1000 && day.year <= 9999);
    std::array<char, 64> digits{};
    std::snprintf(digits.data(), digits.size(), "%04d%02d%02d%06d", day.year, day.month, day.day, sequence);
    return CaseNumber(spelled(digits.data()));
}

std::optional<CaseNumber> CaseNumber::read(std::string_view typed) {
    auto const plain = plain_code(typed);
    if (!plain || !plain->starts_with(prefix)) return std::nullopt;
    if (plain->size() < prefix.size() + day_digits + least_sequence_digits + 1) return std::nullopt;
    std::string_view const digits =
        std::string_view(*plain).substr(prefix.size(), plain->size() - prefix.size() - 1);
    if (!is_digits(digits) || plain->back() != check_character(digits)) return std::nullopt;
    if (!is_sequence(digits.substr(day_digits)) || !is_date(digits.substr(0, day_digits)))
        return std::nullopt;
    return CaseNumber(spelled(digits));
}

} // namespace huiyin
