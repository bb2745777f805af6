#pragma once

#include <string>

namespace huiyin::server {

/// Whose list: the hotline's has all cases, a unit's its own (parameter 5), the interpreters' those that need
/// one.
enum class ListOf { Hotline, Unit, Interpreters };

// Cases in the order "oldest due first", as (id, due_at, body). Parameters: 1 and 2 the due time and id that
// the list goes on behind, 3 how many.

/// All that are open: the open stages' lists side by side, which SQLite merges, reading no more of each than
/// it shows.
std::string list_of_open_cases(ListOf whose);
/// Those of one stage, parameter 4.
std::string list_of_stage(ListOf whose);

} // namespace huiyin::server
