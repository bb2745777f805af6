#include "core/base/sha256.h"

#include <bit>

namespace huiyin {

namespace {

// The names are those of FIPS 180-4.

using Words = std::array<std::uint32_t, 8>;
using Block = std::array<std::uint8_t, 64>;

/// 4.2.2
constexpr std::array<std::uint32_t, 64> K = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

/// 6.2.2, step 1
std::array<std::uint32_t, 64> schedule(Block const& block) {
    std::array<std::uint32_t, 64> W{};
    for (std::size_t t = 0; t < 16; ++t)
        for (std::size_t byte = 0; byte < 4; ++byte)
            W[t] = W[t] << 8 | block[4 * t + byte];
    for (std::size_t t = 16; t < 64; ++t) {
        std::uint32_t const sigma0 = std::rotr(W[t - 15], 7) ^ std::rotr(W[t - 15], 18) ^ W[t - 15] >> 3;
        std::uint32_t const sigma1 = std::rotr(W[t - 2], 17) ^ std::rotr(W[t - 2], 19) ^ W[t - 2] >> 10;
        W[t] = sigma1 + W[t - 7] + sigma0 + W[t - 16];
    }
    return W;
}

/// 6.2.2, steps 2 to 4
void add(Words& H, Block const& block) {
    auto const W = schedule(block);
    auto [a, b, c, d, e, f, g, h] = H;
    for (std::size_t t = 0; t < 64; ++t) {
        std::uint32_t const Sigma1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
        std::uint32_t const Ch = (e & f) ^ (~e & g);
        std::uint32_t const T1 = h + Sigma1 + Ch + K[t] + W[t];
        std::uint32_t const Sigma0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
        std::uint32_t const Maj = (a & b) ^ (a & c) ^ (b & c);
        h = g, g = f, f = e, e = d + T1, d = c, c = b, b = a, a = T1 + Sigma0 + Maj;
    }
    Words const changed = {a, b, c, d, e, f, g, h};
    for (std::size_t word = 0; word < H.size(); ++word)
        H[word] += changed[word];
}

} // namespace

std::array<std::uint8_t, 32> sha256(std::string_view text) {
    // 5.3.3
    Words H = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
               0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    // 5.1.1: the text, a one, zeros, and the number of its bits.
    std::size_t const size = text.size();
    std::uint64_t const bits = std::uint64_t{size} * 8;
    std::size_t const blocks = (size + 9 + 63) / 64;
    for (std::size_t start = 0; start < blocks * 64; start += 64) {
        Block block{};
        for (std::size_t at = 0; at < 64; ++at) {
            std::size_t const place = start + at;
            std::size_t const from_end = blocks * 64 - 1 - place;
            if (place < size)
                block[at] = static_cast<std::uint8_t>(text[place]);
            else if (place == size)
                block[at] = 0x80;
            else if (from_end < 8)
                block[at] = static_cast<std::uint8_t>(bits >> (8 * from_end));
        }
        add(H, block);
    }
    std::array<std::uint8_t, 32> digest{};
    for (std::size_t at = 0; at < digest.size(); ++at)
        digest[at] = static_cast<std::uint8_t>(H[at / 4] >> (24 - 8 * (at % 4)));
    return digest;
}

} // namespace huiyin
