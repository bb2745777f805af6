#pragma once

#include "server/api/routes.h"

#include <string_view>
#include <variant>
#include <vector>

namespace huiyin::server {

/// To be checked by Slow::prepare on a thread that may wait.
struct SlowTask {
    Slow lane;
};

/// How far a request got without waiting for anything.
struct Started {
    std::variant<Response, Change, SlowTask, DiskTask> next;
    /// The pattern, not the path: for the log.
    std::string_view route;
};
Started start(Office& office, CaseReader& cases, Request const& request, std::string_view caller);

std::variant<Response, Change> check_slowly(Office& office, CaseReader& cases, SlowTask const& task,
                                            Request const& request, std::string_view caller);

/// Waits for the disk.
Response answered(Office& office, DiskTask const& task);

using Changes = std::vector<Change const*>;

/// Runs the changes in their order inside one transaction and commits it; when one of them fails half-way,
/// each in a transaction of its own. When this returns, what is answered with less than 400 is durable; the
/// rest left nothing behind.
std::vector<Response> perform(Office& office, CaseWriter& cases, Changes const& changes);

/// Idempotency keys are kept for 90 days.
Change forgetting_old_keys(Office const& office);

} // namespace huiyin::server
