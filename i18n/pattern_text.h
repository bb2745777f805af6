#pragma once

#include <span>
#include <string>
#include <string_view>

namespace huiyin::i18n {

/// Fills CLDR's simple patterns, "in {0} hours" or "{1}, {0}".
std::string filled(std::string_view pattern, std::span<std::string const> values);

} // namespace huiyin::i18n
