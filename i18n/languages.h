#pragma once

#include "i18n/language.h"

#include <unicode/locid.h>

namespace huiyin::i18n {

/// The ICU locale that serves a language of the portal, with the digits 0–9 and the Gregorian calendar, in
/// which the city writes its numbers, codes and dates.
icu::Locale icu_locale(LanguageInfo const& language);

} // namespace huiyin::i18n
