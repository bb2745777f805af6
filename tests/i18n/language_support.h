#pragma once

#include "i18n/language.h"

#include <memory>
#include <string>
#include <string_view>

namespace huiyin::tests {

/// The whole text of a file.
std::string read_file(std::string const& path);

/// A language with a catalogue of the test's own. In WebAssembly its data package is added first.
std::unique_ptr<i18n::Language> speaking(std::string_view tag, std::string_view catalogue_json = "{}");

/// A language with the portal's own catalogue.
std::unique_ptr<i18n::Language> speaking_as_published(std::string_view tag);

} // namespace huiyin::tests
