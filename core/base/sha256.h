#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace huiyin {

/// SHA-256 (FIPS 180-4).
std::array<std::uint8_t, 32> sha256(std::string_view text);

} // namespace huiyin
