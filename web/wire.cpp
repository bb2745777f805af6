#include "web/wire.h"

#include "core/base/verify.h"

#include <bit>
#include <cstring>

namespace huiyin::web {

static_assert(std::endian::native == std::endian::little);

void WireWriter::raw(void const* data, std::size_t size) {
    auto const* bytes = static_cast<std::uint8_t const*>(data);
    m_bytes.insert(m_bytes.end(), bytes, bytes + size);
}

void WireWriter::number(std::uint32_t value) { raw(&value, sizeof value); }

void WireWriter::real(float value) { raw(&value, sizeof value); }

void WireWriter::moment(double value) { raw(&value, sizeof value); }

void WireWriter::text(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    raw(value.data(), value.size());
}

void WireWriter::word(std::string_view value) {
    auto const next = static_cast<std::uint32_t>(m_words.size());
    auto const [known, is_new] = m_words.try_emplace(std::string(value), next);
    number(known->second);
    if (is_new) text(value);
}

void WireReader::raw(void* data, std::size_t size) {
    VERIFY(size <= m_bytes.size() - m_at);
    std::memcpy(data, m_bytes.data() + m_at, size);
    m_at += size;
}

std::uint8_t WireReader::byte() {
    std::uint8_t value = 0;
    raw(&value, sizeof value);
    return value;
}

std::uint32_t WireReader::number() {
    std::uint32_t value = 0;
    raw(&value, sizeof value);
    return value;
}

float WireReader::real() {
    float value = 0;
    raw(&value, sizeof value);
    return value;
}

double WireReader::moment() {
    double value = 0;
    raw(&value, sizeof value);
    return value;
}

std::string WireReader::text() {
    std::uint32_t const size = number();
    VERIFY(size <= m_bytes.size() - m_at);
    std::string value(reinterpret_cast<char const*>(m_bytes.data()) + m_at, size);
    m_at += size;
    return value;
}

} // namespace huiyin::web
