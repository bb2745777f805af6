#pragma once

#include <string>
#include <variant>

namespace huiyin::screens {

struct NotAsked {
    bool operator==(NotAsked const&) const = default;
};
struct Loading {
    bool operator==(Loading const&) const = default;
};
/// `code` has a sentence in every catalogue: `error.<code>`.
struct Failed {
    std::string code;
    bool operator==(Failed const&) const = default;
};
template <class T>
struct Ready {
    T value;
    bool operator==(Ready const&) const = default;
};

/// Data from outside; every view draws all four.
template <class T>
using Remote = std::variant<NotAsked, Loading, Failed, Ready<T>>;

} // namespace huiyin::screens
