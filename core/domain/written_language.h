#pragma once

#include "core/domain/words.h"

#include <optional>
#include <string_view>

namespace huiyin {

/// Who says in which language a text is.
enum class LanguageSource { Detected, Person };
template <>
struct Names<LanguageSource> {
    static constexpr auto all = named_values<LanguageSource>(
        {{LanguageSource::Detected, "detected"}, {LanguageSource::Person, "person"}});
};

/// The language of a text, and how sure that is.
struct WrittenLanguage {
    /// "und" when nobody can tell (BCP 47).
    LanguageTag tag = {"und"};
    /// 0 … 1, in hundredths.
    double confidence = 0;
    LanguageSource source = LanguageSource::Detected;

    bool operator==(WrittenLanguage const&) const = default;
};

/// The person's word goes before what was detected.
WrittenLanguage written_language(std::optional<LanguageTag> const& said, WrittenLanguage const& detected);

/// The shape of BCP 47: subtags of one to eight letters or digits, the first of two or three letters at
/// least.
bool is_language_tag(std::string_view tag);

} // namespace huiyin
