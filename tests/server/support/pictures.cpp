#include "tests/server/support/pictures.h"

namespace huiyin::server::tests {

namespace {

std::string big_endian(unsigned value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<char>(value >> shift & 0xFF));
    return bytes;
}

} // namespace

std::string png(std::size_t bytes, unsigned width, unsigned height) {
    std::string made("\x89PNG\r\n\x1A\n", 8);
    made += big_endian(13) + "IHDR" + big_endian(width) + big_endian(height);
    for (unsigned seed = 1; made.size() < bytes; seed = seed * 1'103'515'245U + 12'345U)
        made.push_back(static_cast<char>(seed >> 16 & 0xFF));
    return made;
}

} // namespace huiyin::server::tests
