#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huiyin::i18n {

/// Messages by key, in the order of the file.
using Catalogue = std::vector<std::pair<std::string, std::string>>;

/// Reads a catalogue: nested JSON objects of strings, whose keys are joined with dots.
/// Error: catalogue_malformed, for bad JSON, bad UTF-8, a value that is no string, or a key that stands
/// twice.
Result<Catalogue> read_catalogue(std::string_view json);

} // namespace huiyin::i18n
