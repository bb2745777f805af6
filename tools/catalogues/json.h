#pragma once

#include "i18n/catalogue.h"

#include <string>

namespace huiyin::catalogues {

/// A catalogue as its file is written: nested objects in the order of the keys, two spaces a level.
std::string json_of(i18n::Catalogue const& catalogue);

} // namespace huiyin::catalogues
