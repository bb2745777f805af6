#include "server/api/second_factor.h"

#include "core/base/verify.h"

#include <liboath/oath.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>

namespace huiyin::server {

namespace {

constexpr unsigned step_seconds = 30;
constexpr unsigned digits = 6;
constexpr std::size_t factor_bytes = 20;
constexpr std::int64_t steps_beside = 1;

/// Only letters and digits stay as they are (RFC 3986, 2.1).
std::string percent_encoded(std::string_view text) {
    constexpr std::string_view hexadecimal = "0123456789ABCDEF";
    std::string encoded;
    for (char const character : text) {
        auto const byte = static_cast<unsigned char>(character);
        bool const is_plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                              (byte >= 'a' && byte <= 'z') || byte == '-' || byte == '_';
        if (is_plain)
            encoded.push_back(character);
        else
            encoded.append({'%', hexadecimal[byte >> 4], hexadecimal[byte & 15]});
    }
    return encoded;
}

std::string base32(std::string const& bytes) {
    char* text = nullptr;
    std::size_t size = 0;
    VERIFY(oath_base32_encode(bytes.data(), bytes.size(), &text, &size) == OATH_OK);
    std::string result(text, size);
    free(text);
    std::erase(result, '=');
    return result;
}

/// Equal or not in the same time wherever the two differ.
bool is_code_of(std::string const& factor, std::int64_t step, std::string const& code) {
    std::array<char, digits + 1> right{};
    int const outcome = oath_totp_generate(factor.data(), factor.size(),
                                           static_cast<time_t>(step) * static_cast<time_t>(step_seconds),
                                           step_seconds, OATH_TOTP_DEFAULT_START_TIME, digits, right.data());
    VERIFY(outcome == OATH_OK);
    return code.size() == digits && sodium_memcmp(right.data(), code.data(), digits) == 0;
}

} // namespace

std::string new_second_factor() {
    std::string bytes(factor_bytes, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string otpauth_uri(std::string_view name, std::string const& factor) {
    return "otpauth://totp/Huiyin:" + percent_encoded(name) + "?secret=" + base32(factor) + "&issuer=Huiyin";
}

std::optional<std::int64_t> time_step_of(std::string const& factor, std::string const& code, Instant now,
                                         std::int64_t after) {
    std::int64_t const present = now.unix_ms / 1000 / step_seconds;
    std::optional<std::int64_t> found;
    for (std::int64_t step = present - steps_beside; step <= present + steps_beside; ++step)
        if (is_code_of(factor, step, code) && step > after) found = step;
    return found;
}

} // namespace huiyin::server
