#pragma once

#include "core/domain/case.h"

#include <cstdint>

namespace huiyin::server {

/// The digits of the case number as one integer, so that cases lie in the store in the order they came.
std::int64_t case_id(CaseNumber const& number);

/// When the next clock runs out; the end of time when none runs.
Instant next_due(Case const& subject);
inline constexpr Instant never_due{std::int64_t{1} << 60};

/// Not withdrawn, merged or closed.
bool is_open(Stage stage);

} // namespace huiyin::server
