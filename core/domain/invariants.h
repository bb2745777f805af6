#pragma once

#include "core/domain/case.h"

#include <string_view>
#include <vector>

namespace huiyin {

/// What holds of every case that moved by the table alone, as the names of what does not:
/// first_event, time_runs_back, step_not_in_table, stage, merged_without_a_case, unit_missing, reply_missing,
/// grounds_missing, anonymous_contact, contact_missing, clock_missing, clock_runs_back.
std::vector<std::string_view> broken_invariants(Case const& subject);

} // namespace huiyin
