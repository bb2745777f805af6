#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace huiyin {

/// A small task that a device does before the backend takes what it sends, when very many send: to find a
/// number that, behind the challenge and a colon, has a SHA-256 with so many zero bits in front.
struct Work {
    std::string challenge;
    int bits = 0;

    bool operator==(Work const&) const = default;
};

/// What a device can do while a person waits.
inline constexpr int most_work_bits = 22;

bool is_done_by(Work const& work, std::string_view number);

/// The first of `count` numbers from `first` on that does it.
std::optional<std::uint64_t> number_among(Work const& work, std::uint64_t first, std::uint64_t count);

} // namespace huiyin
