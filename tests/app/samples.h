#pragma once

#include "core/app/model.h"

#include <string>
#include <vector>

namespace huiyin::tests {

/// A state of the portal worth looking at.
struct Sample {
    /// Name of its golden file.
    std::string name;
    app::Model model;
};

/// Every screen, and every state of it that looks different. Golden text, audit and the gallery loop over
/// this list.
std::vector<Sample> samples();

/// The moment at which they are looked at: Friday, 20 November 2026, 22:00 in the city.
inline constexpr Instant sample_now = {1'795'183'200'000};

} // namespace huiyin::tests
