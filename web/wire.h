#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace huiyin::web {

/// Writes values one behind the other for the JavaScript side: little-endian numbers, texts as length and
/// UTF-8.
class WireWriter {
public:
    void byte(std::uint8_t value) { m_bytes.push_back(value); }
    void flag(bool value) { byte(value ? 1 : 0); }
    void number(std::uint32_t value);
    void real(float value);
    void moment(double value);
    void text(std::string_view value);
    /// A word of the shell's own that comes again and again (a tag, an attribute's name): its letters travel
    /// once, then its number.
    void word(std::string_view value);

    std::span<std::uint8_t const> bytes() const { return m_bytes; }
    /// Keeps the words that the other side has learnt.
    void clear() { m_bytes.clear(); }

private:
    void raw(void const* data, std::size_t size);

    std::vector<std::uint8_t> m_bytes;
    std::unordered_map<std::string, std::uint32_t> m_words;
};

/// Reads what a WireWriter of the other side wrote. Reading beyond the end is a bug.
class WireReader {
public:
    explicit WireReader(std::span<std::uint8_t const> bytes) : m_bytes(bytes) {}

    std::uint8_t byte();
    bool flag() { return byte() != 0; }
    std::uint32_t number();
    float real();
    double moment();
    std::string text();
    bool is_at_end() const { return m_at == m_bytes.size(); }

private:
    void raw(void* data, std::size_t size);

    std::span<std::uint8_t const> m_bytes;
    std::size_t m_at = 0;
};

} // namespace huiyin::web
