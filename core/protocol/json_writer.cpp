#include "core/protocol/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace huiyin::protocol::json {

namespace {

bool must_be_escaped(char character) {
    return static_cast<unsigned char>(character) < 0x20 || character == '"' || character == '\\';
}

constexpr std::size_t block_size = 32;

/// Without a way out half-way, so that the compiler compares many bytes at once.
bool has_escapes(std::string_view block) {
    unsigned found = 0;
    for (char character : block)
        found |= static_cast<unsigned>(must_be_escaped(character));
    return found != 0;
}

/// Where the first block with something to escape begins.
std::size_t passed_over(std::string_view text, std::size_t from) {
    while (from + block_size <= text.size() && !has_escapes(text.substr(from, block_size)))
        from += block_size;
    return from;
}

/// The shorter form when it reads back as the same number.
std::string digits(double value) {
    std::array<char, 32> buffer{};
    for (int precision : {15, 17}) {
        std::snprintf(buffer.data(), buffer.size(), "%.*g", precision, value);
        if (std::strtod(buffer.data(), nullptr) == value) break;
    }
    return buffer.data();
}

} // namespace

void Writer::field(std::string_view name, std::int64_t value) {
    std::array<char, 32> buffer{};
    auto const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    key(name), bare({buffer.data(), static_cast<std::size_t>(end - buffer.data())});
}

void Writer::field(std::string_view name, double value) {
    if (!std::isfinite(value)) return null_field(name);
    key(name), bare(digits(value));
}

void Writer::field(std::string_view name, Instant at) {
    key(name);
    m_out.push_back('"');
    append_rfc3339(m_out, at);
    bare("\"");
}

/// Names are ours and need no escapes.
void Writer::key(std::string_view name) {
    separate();
    m_out.append("\"").append(name).append("\":");
}

void Writer::quoted(std::string_view text) {
    m_out.push_back('"');
    std::size_t copied = 0;
    for (std::size_t at = passed_over(text, 0); at < text.size(); ++at) {
        if (!must_be_escaped(text[at])) continue;
        m_out.append(text.substr(copied, at - copied));
        escaped(text[at]);
        copied = at + 1;
    }
    m_out.append(text.substr(copied));
    bare("\"");
}

void Writer::escaped(char character) {
    static constexpr std::string_view hex = "0123456789abcdef";
    switch (character) {
    case '"': m_out.append("\\\""); return;
    case '\\': m_out.append("\\\\"); return;
    case '\n': m_out.append("\\n"); return;
    case '\r': m_out.append("\\r"); return;
    case '\t': m_out.append("\\t"); return;
    default: break;
    }
    auto const byte = static_cast<unsigned char>(character);
    m_out.append("\\u00");
    m_out.push_back(hex[byte >> 4]);
    m_out.push_back(hex[byte & 0xF]);
}

} // namespace huiyin::protocol::json
