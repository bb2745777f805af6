#pragma once

#include "i18n/language.h"

#include <unicode/locid.h>

namespace huiyin::i18n {

/// The ICU locale that serves a language of the portal.
icu::Locale icu_locale(LanguageInfo const& language);

/// How a language writes days, moments with 24 hours, and numbers. Patterns have the letters of UTS 35; they
/// are what ICU's generator answers to "yMMMMEEEEd" and "yMMMMEEEEdHHmm" where no word for the hour is
/// wanted.
struct Conventions {
    std::string_view date;
    std::string_view date_time;
    /// CLDR's name of the digits.
    std::string_view digits = "latn";
    /// Where days are counted by the Persian calendar: the day of the Gregorian one, by which the city
    /// counts.
    std::string_view gregorian = {};
};
Conventions conventions(LanguageInfo const& language);

} // namespace huiyin::i18n
