#pragma once

#include "core/app/shell.h"
#include "core/screens/begun.h"

#include <string_view>
#include <vector>

namespace huiyin::app {

/// What was kept, newest first; a draft that is broken is left out.
std::vector<screens::BegunCase> begun_cases(std::vector<KeptDraft> const& kept);

/// A receipt that was known before is no longer waited for, though whoever keeps the case has not heard of
/// it.
void remember_receipts(std::vector<screens::BegunCase>& begun, std::vector<screens::BegunCase> const& before);

/// Null when there is none.
screens::BegunCase* find_by_key(std::vector<screens::BegunCase>& begun, std::string_view idempotency_key);

} // namespace huiyin::app
