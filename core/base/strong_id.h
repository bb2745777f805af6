#pragma once

#include <compare>
#include <ostream>
#include <string>

namespace huiyin {

/// A string that means one thing only: `using UnitName = StrongId<struct UnitNameTag>`.
template <class Tag>
struct StrongId {
    std::string value;

    bool empty() const { return value.empty(); }
    bool operator==(StrongId const&) const = default;
    /// Emscripten's library has no <=> for strings.
    std::strong_ordering operator<=>(StrongId const& other) const { return value.compare(other.value) <=> 0; }
    friend std::ostream& operator<<(std::ostream& out, StrongId const& id) { return out << id.value; }
};

} // namespace huiyin
