#pragma once

#include "i18n/language.h"

namespace huiyin::i18n {

/// The ICU locale whose data serves a language of the portal. English is the international one (en_001: day
/// before month, 24 hours), for its readers come from everywhere.
std::string_view icu_locale(LanguageInfo const& language);

} // namespace huiyin::i18n
