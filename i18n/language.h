#pragma once

#include "core/base/result.h"
#include "i18n/text.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace huiyin::i18n {

enum class Direction { LeftToRight, RightToLeft };

enum class Script { Latin, Cyrillic, Arabic, Devanagari, Thai, Hangul, Han };

/// A language of the portal.
struct LanguageInfo {
    /// BCP 47, as in the catalogue's file name.
    std::string_view tag;
    /// In its own words.
    std::string_view name;
    Direction direction;
    /// In which its name is written.
    Script script;
};

/// Every language of the portal.
std::span<LanguageInfo const> languages();
/// Sorted for a reader: their own language, those in its script, the others.
std::vector<LanguageInfo const*> languages_for(std::string_view reader);
LanguageInfo const* find_language(std::string_view tag);

/// The best language of the portal for a list of wishes, best first (BCP 47 lookup, RFC 4647 3.4;
/// zh-TW, zh-HK and zh-MO are traditional). English when nothing fits.
LanguageInfo const& negotiate(std::span<std::string const> wishes);

/// One language at work: its catalogue, its formats, its line breaks. Costly to make, cheap to use, and safe
/// to use from several threads.
class Language {
public:
    /// `catalogue_json` is the text of i18n/locales/<tag>.json. Errors: catalogue_malformed, data_missing,
    /// unknown_language.
    static Result<std::unique_ptr<Language>> load(std::string_view tag, std::string_view catalogue_json,
                                                  Duration utc_offset);
    virtual ~Language() = default;

    virtual LanguageInfo const& info() const = 0;
    /// The finished words. A key that the catalogue lacks is a bug and fails VERIFY.
    virtual std::string format(Text const& text) const = 0;
    virtual bool has(std::string_view key) const = 0;
    /// A date and time of the city, "Friday, 20 November 2026 at 14:00", with 24 hours and the digits 0–9.
    virtual std::string date_time(Instant at) const = 0;
    virtual std::string date(Instant at) const = 0;
    /// "in 3 hours", "2 days ago": the largest unit that fits, from minutes to days, rounded; at least one
    /// minute.
    virtual std::string relative(Instant at, Instant now) const = 0;
    virtual std::string number(std::int64_t value) const = 0;
    /// Byte offsets behind which a line may end, ascending, the end of the text last (UAX 14 as ICU tailors
    /// it for the language; never inside a grapheme). `must` marks a hard break. None for an empty text.
    struct Break {
        std::size_t at;
        bool must;
    };
    virtual std::vector<Break> line_breaks(std::string_view text) const = 0;
    /// Byte offsets of grapheme boundaries, the end of the text last.
    virtual std::vector<std::size_t> graphemes(std::string_view text) const = 0;
};

/// The direction of a person's text by its first strong character (UAX 9, P2 and P3); numbers without a word
/// run left to right.
Direction direction_of(std::string_view text, Direction otherwise);

/// The language that a text's letters alone tell: "zh", "ja", "ko" or "th"; nothing for letters that many
/// languages share.
std::string_view language_by_script(std::string_view text);

/// What is compared when somebody searches: without the difference of capital and small letters, without
/// accents and vowel marks.
std::string search_key(std::string_view text);

/// What a person typed, made ready: line ends as LF, trimmed, NFC.
std::string cleaned(std::string_view typed);

/// Hands ICU a data package; it must stay in memory, 16-byte aligned: base.dat first, and a language's own
/// before that language is loaded. ICU takes at most ten packages. Error: data_malformed.
/// The native programs use the system's ICU data and call nothing.
Result<Done> add_data(std::span<std::byte const> package);

} // namespace huiyin::i18n
