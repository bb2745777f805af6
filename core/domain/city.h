#pragma once

#include "core/base/time.h"
#include "core/domain/phone.h"
#include "core/domain/words.h"

#include <optional>
#include <vector>

namespace huiyin {

/// One of two levels: a top category has children, a leaf has none.
struct Category {
    CategoryId id;
    Urgency urgency = Urgency::General;
    std::vector<Category> children = {};
};

/// How long a clock may run.
struct Limit {
    int amount = 0;
    ClockBasis basis = ClockBasis::Hours;

    bool operator==(Limit const&) const = default;
};

struct UrgencyLimits {
    Limit dispatch;
    Limit reply;
};

/// How long an ended case is kept, in days after its newest event.
struct KeptFor {
    /// Who the person is.
    int contact_days = 0;
    /// All of it; not shorter.
    int case_days = 0;

    bool operator==(KeptFor const&) const = default;
};

/// What differs from city to city; read from assets/city.json.
struct City {
    Duration utc_offset = Duration::hours(8);
    std::vector<Category> categories = {};
    std::vector<DistrictId> districts = {};
    UrgencyLimits life_safety = {};
    UrgencyLimits basic_livelihood = {};
    UrgencyLimits general = {};
    /// After the reply.
    int feedback_days = 14;
    /// After the reply.
    int reopen_days = 10;
    /// That desks read; by their first subtag, so that "zh" is Chinese in every script.
    std::vector<LanguageTag> desk_languages = {};
    Telephony telephony = {};
    /// Without it nothing is taken out by itself.
    std::optional<KeptFor> kept_for = {};
    /// Who signs in only with a second factor; an admin always does.
    std::vector<Role> second_factor = {};

    UrgencyLimits const& limits_for(Urgency urgency) const;
    /// A leaf or a top category; nothing for an unknown id.
    Category const* find(CategoryId const& id) const;
    /// A case may be filed under a leaf only.
    bool is_leaf(CategoryId const& id) const;
    bool has(DistrictId const& id) const;
    bool reads(LanguageTag const& language) const;
};

} // namespace huiyin
