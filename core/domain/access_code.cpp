#include "core/domain/access_code.h"

#include "core/domain/typed.h"

#include <algorithm>

namespace huiyin {

namespace {

/// Crockford's base 32: no I, L, O, U.
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t bits_per_character = 5;
constexpr std::size_t length = AccessCode::bytes * 8 / bits_per_character;
constexpr std::size_t group = 4;

} // namespace

AccessCode AccessCode::from_bytes(std::span<unsigned char const, bytes> secret) {
    std::string plain;
    unsigned held = 0;
    std::size_t held_bits = 0;
    for (unsigned char byte : secret) {
        held = held << 8 | byte;
        for (held_bits += 8; held_bits >= bits_per_character;) {
            held_bits -= bits_per_character;
            plain.push_back(alphabet[held >> held_bits & 0x1F]);
        }
    }
    return AccessCode(std::move(plain));
}

std::optional<AccessCode> AccessCode::read(std::string_view typed) {
    auto plain = plain_code(typed);
    if (!plain || plain->size() != length) return std::nullopt;
    bool const is_known = std::all_of(plain->begin(), plain->end(), [](char character) {
        return alphabet.find(character) != std::string_view::npos;
    });
    if (!is_known) return std::nullopt;
    return AccessCode(*std::move(plain));
}

std::string AccessCode::shown() const {
    std::string text;
    for (std::size_t at = 0; at < m_plain.size(); at += group) {
        if (at > 0) text.push_back('-');
        text.append(m_plain, at, group);
    }
    return text;
}

} // namespace huiyin
