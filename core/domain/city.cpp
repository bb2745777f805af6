#include "core/domain/city.h"

#include <algorithm>

namespace huiyin {

namespace {

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool are_alike(std::string_view left, std::string_view right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char one, char other) { return lower(one) == lower(other); });
}

std::string_view first_subtag(LanguageTag const& language) {
    return std::string_view(language.value).substr(0, language.value.find('-'));
}

} // namespace

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

bool City::reads(LanguageTag const& language) const {
    return std::any_of(desk_languages.begin(), desk_languages.end(), [&](LanguageTag const& each) {
        return are_alike(first_subtag(each), first_subtag(language));
    });
}

} // namespace huiyin
