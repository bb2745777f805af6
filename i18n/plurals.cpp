#include "i18n/plurals.h"

#include "core/base/verify.h"
#include "i18n/unicode.h"

#include <algorithm>

namespace huiyin::i18n {

Plurals::Plurals(std::string_view icu_locale) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale const locale(std::string(icu_locale).c_str());
    m_rules.reset(icu::PluralRules::forLocale(locale, UPLURAL_TYPE_CARDINAL, status));
    VERIFY(U_SUCCESS(status) && m_rules);
}

std::string Plurals::category(double value) const { return to_utf8(m_rules->select(value)); }

std::vector<std::string> Plurals::categories() const {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::StringEnumeration> const keywords(m_rules->getKeywords(status));
    VERIFY(U_SUCCESS(status));
    std::vector<std::string> result;
    while (icu::UnicodeString const* const keyword = keywords->snext(status))
        result.push_back(to_utf8(*keyword));
    std::sort(result.begin(), result.end());
    return result;
}

} // namespace huiyin::i18n
