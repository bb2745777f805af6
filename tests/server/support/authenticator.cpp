#include "tests/server/support/authenticator.h"

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <ctime>
#include <liboath/oath.h>

namespace huiyin::server::tests {

namespace {

constexpr unsigned step_seconds = 30;

} // namespace

Authenticator::Authenticator(std::string_view shown) {
    constexpr std::string_view name = "secret=";
    auto const begin = shown.find(name) + name.size();
    std::string const text(shown.substr(begin, shown.find('&', begin) - begin));
    char* bytes = nullptr;
    std::size_t size = 0;
    BOOST_REQUIRE(oath_base32_decode(text.data(), text.size(), &bytes, &size) == OATH_OK);
    m_factor.assign(bytes, size);
    free(bytes);
}

std::string Authenticator::next_code() {
    m_step = std::max(m_step + 1, static_cast<std::int64_t>(std::time(nullptr)) / step_seconds);
    std::array<char, 7> code{};
    BOOST_REQUIRE(oath_totp_generate(m_factor.data(), m_factor.size(), m_step * step_seconds, step_seconds,
                                     OATH_TOTP_DEFAULT_START_TIME, 6, code.data()) == OATH_OK);
    return code.data();
}

} // namespace huiyin::server::tests
