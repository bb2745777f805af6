#pragma once

#include <algorithm>
#include <functional>
#include <iterator>

namespace huiyin {

/// std::ranges::find, which Emscripten's standard library does not have yet.
template <class Range, class Value, class Projection = std::identity>
auto find_in(Range& range, Value const& value, Projection projection = {}) {
    return std::find_if(std::begin(range), std::end(range),
                        [&](auto const& each) { return std::invoke(projection, each) == value; });
}

} // namespace huiyin
