#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace huiyin::server {

// Codes by the clock (RFC 6238: SHA-1, 30 seconds, 6 digits), which every authenticator app makes.

/// 160 random bits (RFC 4226, 4).
std::string new_second_factor();

/// What an app reads, "otpauth://totp/Huiyin:anna?secret=…".
std::string otpauth_uri(std::string_view name, std::string const& factor);

/// The time step of a right code, of now or one step beside; nothing for a wrong one, or one of `after` or
/// earlier.
std::optional<std::int64_t> time_step_of(std::string const& factor, std::string const& code, Instant now,
                                         std::int64_t after);

} // namespace huiyin::server
