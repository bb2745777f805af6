#include "i18n/bundle.h"

#include "core/base/verify.h"
#include "i18n/unicode.h"

namespace huiyin::i18n {

namespace {

icu::ResourceBundle opened(icu::Locale const& locale) {
    UErrorCode status = U_ZERO_ERROR;
    icu::ResourceBundle bundle(nullptr, locale, status);
    VERIFY(U_SUCCESS(status));
    return bundle;
}

} // namespace

Bundle::Bundle(icu::Locale const& locale) : m_bundle(opened(locale)) {}

std::string Bundle::text(std::string const& path) const {
    auto found = find_text(path);
    VERIFY(found);
    return *std::move(found);
}

std::optional<std::string> Bundle::find_text(std::string const& path) const {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString const words = m_bundle.getWithFallback(path.c_str(), status).getString(status);
    if (U_FAILURE(status)) return std::nullopt;
    return to_utf8(words);
}

std::string Bundle::text(std::string const& path, int place) const {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString const words =
        m_bundle.getWithFallback(path.c_str(), status).getStringEx(static_cast<int32_t>(place), status);
    VERIFY(U_SUCCESS(status));
    return to_utf8(words);
}

} // namespace huiyin::i18n
