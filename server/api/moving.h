#pragma once

#include "server/api/context.h"

#include <variant>

namespace huiyin::server {

struct Moved {
    Case subject;
    Page page;
};

/// What became of the case, with its page, or why the step is not taken.
struct Taken {
    StepOutcome outcome;
    Page page;
};

/// Leaves a notice for the citizen in the same transaction, when the newest step is worth one.
Result<Done> tell_citizen(Office const& office, CaseWriter& cases, Case const& subject, Instant now);

/// Takes a step through the table and stores what became of the case, or says why not.
Result<Taken> take_and_store(Office const& office, CaseWriter& cases, Case const& before,
                             StepOrder const& order, Instant now);

/// The same, with the answer that says why not.
Result<std::variant<Moved, Response>> move(Office const& office, CaseWriter& cases, Case const& before,
                                           StepOrder const& order, Instant now);

} // namespace huiyin::server
