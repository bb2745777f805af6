#include "core/domain/city.h"

#include <algorithm>

namespace huiyin {

UrgencyLimits const& City::limits_for(Urgency urgency) const {
    switch (urgency) {
    case Urgency::LifeSafety: return life_safety;
    case Urgency::BasicLivelihood: return basic_livelihood;
    case Urgency::General: break;
    }
    return general;
}

Category const* City::find(CategoryId const& id) const {
    for (auto const& top : categories) {
        if (top.id == id) return &top;
        for (auto const& leaf : top.children)
            if (leaf.id == id) return &leaf;
    }
    return nullptr;
}

bool City::is_leaf(CategoryId const& id) const {
    auto const* category = find(id);
    return category && category->children.empty();
}

bool City::has(DistrictId const& id) const {
    return std::find(districts.begin(), districts.end(), id) != districts.end();
}

} // namespace huiyin
