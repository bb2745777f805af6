#pragma once

#include "core/domain/case.h"

#include <cstdint>

namespace huiyin::server {

/// The digits of the case number as one integer, so that cases lie in the store in the order they came.
std::int64_t case_id(CaseNumber const& number);

/// The number that an id was made from.
CaseNumber number_of(std::int64_t case_id);

/// No case of a day has a greater id.
std::int64_t last_case_id(Date day);
/// The sequence within the day; nothing positive for a case of another day.
int sequence_in(std::int64_t case_id, Date day);

/// When the next clock runs out; the end of time when none runs.
Instant next_due(Case const& subject);
inline constexpr Instant never_due{std::int64_t{1} << 60};

/// Not withdrawn, merged or closed.
bool is_open(Stage stage);

} // namespace huiyin::server
