#include "core/domain/work.h"

#include "core/base/sha256.h"

#include <bit>

namespace huiyin {

namespace {

int zero_bits_in_front(std::string_view text) {
    int bits = 0;
    for (std::uint8_t const byte : sha256(text)) {
        bits += std::countl_zero(byte);
        if (byte != 0) break;
    }
    return bits;
}

} // namespace

bool is_done_by(Work const& work, std::string_view number) {
    return zero_bits_in_front(std::string(work.challenge).append(":").append(number)) >= work.bits;
}

std::optional<std::uint64_t> number_among(Work const& work, std::uint64_t first, std::uint64_t count) {
    for (std::uint64_t number = first; number < first + count; ++number)
        if (is_done_by(work, std::to_string(number))) return number;
    return std::nullopt;
}

} // namespace huiyin
