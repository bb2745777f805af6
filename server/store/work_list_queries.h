#pragma once

#include <string>

namespace huiyin::server {

// Cases in the order "oldest due first", as (id, due_at, body). Parameters: 1 and 2 the due time and id that
// the list goes on behind, 3 how many.

/// All that are open: the open stages' lists side by side, which SQLite merges, reading no more of each than
/// it shows.
std::string list_of_open_cases();
/// Those of one stage, parameter 4.
std::string list_of_stage();

} // namespace huiyin::server
