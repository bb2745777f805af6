#pragma once

#include "i18n/catalogue.h"

namespace huiyin::catalogues {

enum class Mirrored { No, Yes };

/// A language that nobody speaks, to see what translations could do to a screen: English with accents, in
/// brackets that must both be seen, as long as the longest translation that check allows, and, when mirrored,
/// with every word running from right to left. Arguments, plurals and selects stay as they are.
i18n::Catalogue pseudo(i18n::Catalogue const& english, Mirrored mirrored);

} // namespace huiyin::catalogues
