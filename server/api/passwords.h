#pragma once

#include "core/base/time.h"
#include "core/domain/city.h"

#include <optional>
#include <string>
#include <string_view>

namespace huiyin::server {

namespace passwords {
/// OWASP ASVS 5.0, 6.2.1.
inline constexpr std::size_t shortest = 8;
/// How long a first password waits to be changed.
inline constexpr Duration first_life = Duration::days(3);
} // namespace passwords

/// 80 random bits, as people read them out and type them; whoever gets it changes it for one of their own.
std::string new_first_password();

/// Why somebody may not have a password: "too_short", "too_common" (it stands in a list of those that were
/// stolen elsewhere) or "too_close" (without words of the city, the portal and one's name, little is left of
/// it); nothing when they may.
std::optional<std::string_view> fault_of_password(std::string_view password, std::string_view name,
                                                  City const& city);

} // namespace huiyin::server
