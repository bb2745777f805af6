#pragma once

#include "core/base/time.h"

#include <optional>
#include <string>
#include <string_view>

namespace huiyin {

/// The key that makes a submission happen once, in the form of a UUID of version 7 (RFC 9562): keys of the
/// same hour stand together in an index, so that the store need not touch a page of its own for each.
/// `random_hex`: at least 15 digits; with `counter`, 0 … 4095, for the next key of the same visit.
std::string submission_key(Instant now, int counter, std::string_view random_hex);

/// When a key of that form was made, as it says itself; keys of other forms are as good, only slower.
std::optional<Instant> time_in(std::string_view submission_key);

} // namespace huiyin
