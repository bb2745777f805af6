#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace huiyin {

/// 查询码: 80 bits as 16 characters of Crockford base 32 in groups of four. Secret of the case.
class AccessCode {
public:
    static constexpr std::size_t bytes = 10;

    static AccessCode from_bytes(std::span<unsigned char const, bytes> secret);
    /// Forgives case, O for 0, I and L for 1, spaces, dashes and full-width letters.
    static std::optional<AccessCode> read(std::string_view typed);

    /// "7Q4M-0K9T-…" as it is shown.
    std::string shown() const;
    /// Sixteen characters without dashes, as it is hashed.
    std::string const& plain() const { return m_plain; }

    bool operator==(AccessCode const&) const = default;

private:
    explicit AccessCode(std::string plain) : m_plain(std::move(plain)) {}
    std::string m_plain;
};

} // namespace huiyin
