#pragma once

#include "server/api/context.h"

#include <variant>

namespace huiyin::server {

struct Moved {
    Case subject;
    Page page;
};

/// Leaves a notice for the citizen in the same transaction, when the newest step is worth one.
Result<Done> tell_citizen(Office const& office, CaseWriter& cases, Case const& subject, Instant now);

/// Takes a step through the table and stores what became of the case; or the answer that says why not.
Result<std::variant<Moved, Response>> move(Office const& office, CaseWriter& cases, Case const& before,
                                           StepOrder const& order, Instant now);

} // namespace huiyin::server
