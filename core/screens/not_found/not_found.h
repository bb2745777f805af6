#pragma once

#include "core/screens/effect.h"

#include <functional>
#include <variant>

namespace huiyin::screens::not_found {

/// No page has this address.
struct Model {
    bool operator==(Model const&) const = default;
};

struct HomeFollowed {
    bool operator==(HomeFollowed const&) const = default;
};
using Intent = std::variant<HomeFollowed>;
using Emit = std::function<void(Intent)>;

Step<Model> update(Model model, Intent const& intent);

} // namespace huiyin::screens::not_found
