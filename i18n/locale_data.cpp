#include "i18n/locale_data.h"

#include "core/base/verify.h"
#include "i18n/unicode.h"

#include <algorithm>
#include <charconv>

namespace huiyin::i18n {

namespace {

int32_t index_of(std::string_view step) {
    int32_t index = -1;
    std::from_chars(step.data(), step.data() + step.size(), index);
    return index;
}

} // namespace

std::optional<LocaleData> LocaleData::open(std::string_view icu_locale) {
    LocaleData data;
    for (std::string name(icu_locale); !name.empty();) {
        UErrorCode status = U_ZERO_ERROR;
        Bundle bundle(ures_openDirect(nullptr, name.c_str(), &status));
        if (U_FAILURE(status)) return std::nullopt;
        data.m_bundles.push_back(std::move(bundle));
        std::size_t const underscore = name.rfind('_');
        name.resize(underscore == std::string::npos ? 0 : underscore);
    }
    return data;
}

std::optional<std::string> LocaleData::find(std::string_view path) const {
    for (Bundle const& bundle : m_bundles)
        if (auto found = find_in(*bundle, path)) return found;
    return std::nullopt;
}

std::string LocaleData::get(std::string_view path) const {
    auto found = find(path);
    VERIFY(found.has_value());
    return *std::move(found);
}

std::optional<std::string> LocaleData::find_in(UResourceBundle const& bundle, std::string_view path) {
    UErrorCode status = U_ZERO_ERROR;
    Bundle current;
    for (std::string_view rest = path; !rest.empty();) {
        std::string const step(rest.substr(0, rest.find('/')));
        rest.remove_prefix(std::min(rest.size(), step.size() + 1));
        UResourceBundle const* const from = current ? current.get() : &bundle;
        bool const is_array = ures_getType(from) == URES_ARRAY;
        Bundle next(is_array ? ures_getByIndex(from, index_of(step), nullptr, &status)
                             : ures_getByKey(from, step.c_str(), nullptr, &status));
        if (U_FAILURE(status)) return std::nullopt;
        current = std::move(next);
    }
    int32_t length = 0;
    UChar const* const string = ures_getString(current.get(), &length, &status);
    if (U_FAILURE(status)) return std::nullopt;
    return to_utf8(icu::UnicodeString(false, string, length));
}

} // namespace huiyin::i18n
