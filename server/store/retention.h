#pragma once

#include "server/store/sqlite_store.h"

#include <functional>

namespace huiyin::server {

/// What is taken out of a case: who the person is, or all of it.
enum class Erasure { Contact, Case };

struct Erased {
    std::int64_t contacts = 0;
    std::int64_t cases = 0;

    bool operator==(Erased const&) const = default;
};

/// How long a case of an ended stage is kept, in days after its newest event; 0 for ever.
struct Retention {
    Stage stage = Stage::Closed;
    int contact_days = 0;
    int case_days = 0;
};

/// The same for every stage in which a case ends.
std::vector<Retention> for_every_end(int contact_days, int case_days);

// The one sanctioned way to take something out of what happened. It also forgets the idempotency keys and the
// waiting notices of those cases, lets their files expire, and notes in the table `erasures` what was done
// and how often, and nothing of whom.

/// On request. False when there is no such case. Errors: store_unavailable, case_unreadable, case_newest.
Result<bool> erase(SqliteStore& store, CaseNumber const& number, Erasure erasure, Instant now);

/// Between the look for some cases and the transaction that takes them out, in which others write.
using Meanwhile = std::function<void()>;

/// Whatever ended longer ago than the city keeps it, some hundred cases in a transaction.
Result<Erased> erase_aged(
    SqliteStore& store, std::vector<Retention> const& rules, Instant now, Meanwhile const& meanwhile = [] {});

} // namespace huiyin::server
