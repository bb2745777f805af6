#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace huiyin::fuzz {

inline std::string_view text_of(std::uint8_t const* data, std::size_t size) {
    return {reinterpret_cast<char const*>(data), size};
}

/// What must be so of every input; libFuzzer keeps the one of which it is not.
inline void holds(bool condition) {
    if (!condition) std::abort();
}

} // namespace huiyin::fuzz
