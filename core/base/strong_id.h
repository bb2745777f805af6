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
    auto operator<=>(StrongId const&) const = default;
    friend std::ostream& operator<<(std::ostream& out, StrongId const& id) { return out << id.value; }
};

} // namespace huiyin
