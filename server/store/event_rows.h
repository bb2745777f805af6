#pragma once

#include "core/domain/case.h"
#include "server/store/sqlite.h"

namespace huiyin::server {

/// Selects the events of one case, by its id, in their order.
inline constexpr std::string_view events_of_a_case =
    "SELECT at, step, actor, stage, text, unit, language, taken_by FROM events WHERE case_id = ? ORDER BY "
    "position";

/// All events of a case. Errors: store_unavailable, case_unreadable.
Result<std::vector<Event>> events_in(Running rows);

} // namespace huiyin::server
