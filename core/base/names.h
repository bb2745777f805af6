#pragma once

#include "core/base/verify.h"

#include <array>
#include <optional>
#include <ostream>
#include <string_view>
#include <type_traits>
#include <utility>

namespace huiyin {

/// The stable names of an enum's values, in their order: specialise with
/// `static constexpr auto all = named_values<E>({{E::A, "a"}, …});`
template <class E>
struct Names;

template <class E, std::size_t N>
constexpr std::array<std::pair<E, std::string_view>, N>
named_values(std::pair<E, std::string_view> const (&list)[N]) {
    return std::to_array(list);
}

template <class E>
concept Named = requires {
    Names<E>::all;
};

/// The stable name that stands on the wire and in the store.
template <Named E>
constexpr std::string_view name_of(E value) {
    for (auto const& [candidate, name] : Names<E>::all)
        if (candidate == value) return name;
    VERIFY(false && "an enum value without a name");
    return {};
}

template <Named E>
constexpr std::optional<E> named(std::string_view name) {
    for (auto const& [candidate, candidate_name] : Names<E>::all)
        if (candidate_name == name) return candidate;
    return std::nullopt;
}

template <Named E>
std::ostream& operator<<(std::ostream& out, E value) {
    return out << name_of(value);
}

} // namespace huiyin
