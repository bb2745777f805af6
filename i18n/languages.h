#pragma once

#include "i18n/language.h"

#include <unicode/locid.h>

namespace huiyin::i18n {

/// The ICU locale that serves a language of the portal.
icu::Locale icu_locale(LanguageInfo const& language);

/// How a language writes a day, and a moment with 24 hours, in the letters of UTS 35: what ICU's generator
/// answers to "yMMMMEEEEd" and "yMMMMEEEEdHHmm", which a test compares. The city writes its dates in the
/// Gregorian calendar and with the digits 0–9.
struct DatePatterns {
    std::string_view date;
    std::string_view date_time;
};
DatePatterns date_patterns(LanguageInfo const& language);

} // namespace huiyin::i18n
