#pragma once

#include "core/app/shell.h"
#include "core/screens/begun.h"
#include "core/screens/receipt/receipt.h"

#include <string_view>
#include <vector>

namespace huiyin::app {

/// What was kept, newest first; a draft that is broken is left out.
std::vector<screens::BegunCase> begun_cases(std::vector<KeptDraft> const& kept);

/// A receipt that was known before is no longer waited for, though whoever keeps the case has not heard of
/// it.
void remember_receipts(std::vector<screens::BegunCase>& begun, std::vector<screens::BegunCase> const& before);

/// The case that was written last here or, for who comes to the form, the newest that is not sent; else the
/// end.
std::vector<screens::BegunCase>::const_iterator used_case(std::vector<screens::BegunCase> const& begun,
                                                          std::string_view id, bool is_at_form);

/// An earlier text has arrived and its answer was lost: asking again with that text gives its receipt.
/// Whether the case was changed so.
bool turn_to_earlier(screens::BegunCase& begun);

/// What was sent last may stay on the device; else it is not left there to be sent either.
bool keeps_newest(Draft const& draft);

/// What stays on the device until the receipt is left.
Draft left_with_receipt(Draft draft);

/// Name and contact, which may never have been kept, stay as the form has them.
Draft with_contact(Draft kept, Draft const& form);

/// The receipt as its page shows it; an earlier text than the one that stands here may have had other files.
screens::receipt::Model shown_receipt(Receipt const& receipt, Draft const& draft);

/// Null when there is none.
screens::BegunCase* find_by_key(std::vector<screens::BegunCase>& begun, std::string_view idempotency_key);

} // namespace huiyin::app
