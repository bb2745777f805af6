#include "core/domain/submission_key.h"

#include <cstdint>

namespace huiyin {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";
/// 8-4-4-4-12 digits.
constexpr std::size_t key_size = 36;

std::string hex(std::uint64_t value, int digits) {
    std::string text;
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        text.push_back(hex_digits[(value >> shift) & 0xF]);
    return text;
}

bool is_hyphen_place(std::size_t index) { return index == 8 || index == 13 || index == 18 || index == 23; }

bool has_form(std::string_view key) {
    if (key.size() != key_size || key[14] != '7') return false;
    for (std::size_t index = 0; index < key.size(); ++index) {
        bool const is_right = is_hyphen_place(index) ? key[index] == '-'
                                                     : hex_digits.find(key[index]) != std::string_view::npos;
        if (!is_right) return false;
    }
    return true;
}

} // namespace

std::string submission_key(Instant now, int counter, std::string_view random_hex) {
    std::string const time = hex(static_cast<std::uint64_t>(now.unix_ms), 12);
    std::string key = time.substr(0, 8) + "-" + time.substr(8) + "-7";
    key += hex(static_cast<std::uint64_t>(counter), 3) + "-8";
    key.append(random_hex.substr(0, 3)).append("-").append(random_hex.substr(3, 12));
    return key;
}

std::optional<Instant> time_in(std::string_view submission_key) {
    if (!has_form(submission_key)) return std::nullopt;
    std::int64_t ms = 0;
    for (char character : submission_key.substr(0, 13))
        if (character != '-') ms = ms * 16 + static_cast<std::int64_t>(hex_digits.find(character));
    return Instant{ms};
}

} // namespace huiyin
