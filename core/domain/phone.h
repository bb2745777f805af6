#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace huiyin {

/// A telephone number as it was typed, without what only divides it: spaces, dashes, brackets, direction
/// marks. Digits of any width, and those of Arabic and Persian, are 0–9.
struct TypedPhone {
    /// With "+" or "00" before the country calling code, which are left out.
    bool is_international = false;
    std::string digits = {};
    /// Behind "ext.", "x", "#", "转" or "分机".
    std::string extension = {};

    bool operator==(TypedPhone const&) const = default;
};

/// Nothing when something else than a number was typed, or too much of it.
std::optional<TypedPhone> typed_phone(std::string_view typed);

/// How people of a city dial each other.
struct Telephony {
    /// Of numbers that are typed without one.
    std::string country_code = "86";
    /// Of land lines that are typed without one.
    std::string area_code = "10";
    /// Of land lines, without the area code.
    std::size_t local_digits = 8;

    bool operator==(Telephony const&) const = default;
};

} // namespace huiyin
