#pragma once

#include <utility>
#include <variant>

namespace huiyin {

template <class... Arms>
struct Overloaded : Arms... {
    using Arms::operator()...;
};
template <class... Arms>
Overloaded(Arms...) -> Overloaded<Arms...>;

/// Calls the one arm that takes what the variant holds; a missing arm does not compile.
template <class Variant, class... Arms>
decltype(auto) match(Variant&& variant, Arms&&... arms) {
    return std::visit(Overloaded{std::forward<Arms>(arms)...}, std::forward<Variant>(variant));
}

} // namespace huiyin
