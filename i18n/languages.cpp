#include "i18n/languages.h"

#include "core/base/verify.h"

#include <algorithm>
#include <array>

namespace huiyin::i18n {

namespace {

/// By their names in the order of Unicode's collation, which keeps each script together.
constexpr std::array<LanguageInfo, 26> list{{
    {"id", "Bahasa Indonesia", Direction::LeftToRight, Script::Latin},
    {"cs", "Čeština", Direction::LeftToRight, Script::Latin},
    {"de", "Deutsch", Direction::LeftToRight, Script::Latin},
    {"en", "English", Direction::LeftToRight, Script::Latin},
    {"es", "Español", Direction::LeftToRight, Script::Latin},
    {"fr", "Français", Direction::LeftToRight, Script::Latin},
    {"it", "Italiano", Direction::LeftToRight, Script::Latin},
    {"nl", "Nederlands", Direction::LeftToRight, Script::Latin},
    {"pl", "Polski", Direction::LeftToRight, Script::Latin},
    {"pt", "Português", Direction::LeftToRight, Script::Latin},
    {"ro", "Română", Direction::LeftToRight, Script::Latin},
    {"fi", "Suomi", Direction::LeftToRight, Script::Latin},
    {"sv", "Svenska", Direction::LeftToRight, Script::Latin},
    {"vi", "Tiếng Việt", Direction::LeftToRight, Script::Latin},
    {"tr", "Türkçe", Direction::LeftToRight, Script::Latin},
    {"kk", "Қазақ тілі", Direction::LeftToRight, Script::Cyrillic},
    {"mn", "Монгол", Direction::LeftToRight, Script::Cyrillic},
    {"ru", "Русский", Direction::LeftToRight, Script::Cyrillic},
    {"ar", "العربية", Direction::RightToLeft, Script::Arabic},
    {"fa", "فارسی", Direction::RightToLeft, Script::Arabic},
    {"hi", "हिन्दी", Direction::LeftToRight, Script::Devanagari},
    {"th", "ไทย", Direction::LeftToRight, Script::Thai},
    {"ko", "한국어", Direction::LeftToRight, Script::Hangul},
    {"ja", "日本語", Direction::LeftToRight, Script::Han},
    {"zh-Hans", "简体中文", Direction::LeftToRight, Script::Han},
    {"zh-Hant", "繁體中文", Direction::LeftToRight, Script::Han},
}};

/// In the order of the list. Where CLDR writes U+202F, which many fonts lack and browsers then measure as
/// wide as the run lets them, a no-break space stands.
constexpr std::array<Conventions, list.size()> written{{
    {"EEEE, d MMMM y", "EEEE, d MMMM y 'pukul' HH.mm"},
    {"EEEE d. MMMM y", "EEEE d. MMMM y 'v' H:mm"},
    {"EEEE, d. MMMM y", "EEEE, d. MMMM y, HH:mm 'Uhr'"},
    {"EEEE, d MMMM y", "EEEE, d MMMM y 'at' HH:mm"},
    {"EEEE, d 'de' MMMM 'de' y", "EEEE, d 'de' MMMM 'de' y, 'a' 'las' HH:mm"},
    {"EEEE d MMMM y", "EEEE d MMMM y 'à' HH:mm"},
    {"EEEE d MMMM y", "EEEE d MMMM y, 'ore' HH:mm"},
    {"EEEE d MMMM y", "EEEE d MMMM y 'om' HH:mm 'uur'"},
    {"EEEE, d MMMM y", "EEEE, d MMMM y HH:mm"},
    {"EEEE, d 'de' MMMM 'de' y", "EEEE, d 'de' MMMM 'de' y, 'às' HH:mm"},
    {"EEEE, d MMMM y", "EEEE, d MMMM y, 'ora' HH:mm"},
    {"EEEE d. MMMM y", "EEEE d. MMMM y 'klo' H.mm"},
    {"EEEE d MMMM y", "EEEE d MMMM y 'kl'. HH:mm"},
    {"EEEE, d MMMM, y", "'lúc' HH:mm EEEE, d MMMM, y"},
    {"d MMMM y EEEE", "d MMMM y EEEE HH:mm"},
    {"y\u00A0'ж'. d MMMM, EEEE", "y\u00A0'ж'. d MMMM, EEEE, HH:mm"},
    {"y\u00A0'оны' MMMM'ын' d, EEEE 'гараг'", "y\u00A0'оны' MMMM'ын' d, EEEE 'гараг' HH:mm"},
    {"EEEE, d MMMM y\u00A0'г'.", "EEEE, d MMMM y\u00A0'г'. 'в' HH:mm"},
    {"EEEE، d MMMM y", "EEEE، d MMMM y في HH:mm"},
    {"EEEE d MMMM y", "EEEE d MMMM y ساعت H:mm", "arabext", " (d MMMM y)"},
    {"EEEE, d MMMM y", "EEEE, d MMMM y को HH:mm बजे"},
    {"EEEEที่ d MMMM y", "EEEEที่ d MMMM y เวลา HH:mm"},
    {"y년 MMMM d일 EEEE", "y년 MMMM d일 EEEE HH:mm"},
    {"y年M月d日EEEE", "y年M月d日EEEE H:mm"},
    {"y年M月d日EEEE", "y年M月d日EEEE HH:mm"},
    {"y年M月d日 EEEE", "y年M月d日 EEEE HH:mm"},
}};

/// English is the international one (day before month), for its readers come from everywhere; ICU keeps
/// simplified Chinese under "zh" alone.
std::string_view base_name(std::string_view tag) {
    if (tag == "en") return "en_001";
    return tag == "zh-Hans" ? "zh" : tag;
}

char lowered(char letter) {
    if (letter == '_') return '-';
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string lowered(std::string_view tag) {
    std::string result;
    for (char const letter : tag)
        result.push_back(lowered(letter));
    return result;
}

LanguageInfo const* find_ignoring_case(std::string_view lowered_tag) {
    auto const found = std::find_if(
        list.begin(), list.end(), [&](LanguageInfo const& each) { return lowered(each.tag) == lowered_tag; });
    return found == list.end() ? nullptr : &*found;
}

bool has_subtag(std::string_view lowered_tag, std::string_view subtag) {
    return ("-" + std::string(lowered_tag) + "-").find("-" + std::string(subtag) + "-") != std::string::npos;
}

bool is_traditional(std::string_view lowered_tag) {
    if (has_subtag(lowered_tag, "hant")) return true;
    if (has_subtag(lowered_tag, "hans")) return false;
    return has_subtag(lowered_tag, "tw") || has_subtag(lowered_tag, "hk") || has_subtag(lowered_tag, "mo");
}

/// Chinese names its script mostly by its region; the other script still serves better than another language.
LanguageInfo const* find_chinese(std::string_view lowered_tag) {
    bool const traditional = is_traditional(lowered_tag);
    if (auto const* const exact = find_ignoring_case(traditional ? "zh-hant" : "zh-hans")) return exact;
    return find_ignoring_case(traditional ? "zh-hans" : "zh-hant");
}

std::string_view without_last_subtag(std::string_view tag) {
    std::size_t const dash = tag.rfind('-');
    if (dash == std::string_view::npos) return {};
    tag = tag.substr(0, dash);
    bool const ends_with_singleton = tag.size() >= 2 && tag[tag.size() - 2] == '-';
    return ends_with_singleton ? tag.substr(0, tag.size() - 2) : tag;
}

/// Codes that ISO 639 has withdrawn and old systems still say; Dari is Persian, which it may be called by
/// itself.
std::string_view current(std::string_view lowered_language) {
    using Pair = std::pair<std::string_view, std::string_view>;
    static constexpr std::array renamed = {Pair{"in", "id"}, Pair{"mo", "ro"}, Pair{"prs", "fa"}};
    for (auto const& [old_code, code] : renamed)
        if (lowered_language == old_code) return code;
    return lowered_language;
}

std::string with_current_language(std::string const& lowered_tag) {
    std::size_t const end = std::min(lowered_tag.find('-'), lowered_tag.size());
    return std::string(current(std::string_view(lowered_tag).substr(0, end))) + lowered_tag.substr(end);
}

/// RFC 4647 3.4: the wish is shortened from its end until it fits.
LanguageInfo const* lookup(std::string_view wish) {
    std::string const tag = with_current_language(lowered(wish));
    if (tag == "zh" || tag.starts_with("zh-")) return find_chinese(tag);
    for (std::string_view range = tag; !range.empty(); range = without_last_subtag(range))
        if (auto const* const found = find_ignoring_case(range)) return found;
    return nullptr;
}

} // namespace

std::span<LanguageInfo const> languages() { return list; }

std::vector<LanguageInfo const*> languages_for(std::string_view reader) {
    LanguageInfo const* const own = find_language(reader);
    VERIFY(own);
    enum class Nearness { Own, SameScript, Other };
    auto const nearness_of = [own](LanguageInfo const& each) {
        if (&each == own) return Nearness::Own;
        return each.script == own->script ? Nearness::SameScript : Nearness::Other;
    };
    std::vector<LanguageInfo const*> sorted;
    for (Nearness const nearness : {Nearness::Own, Nearness::SameScript, Nearness::Other})
        for (LanguageInfo const& each : list)
            if (nearness_of(each) == nearness) sorted.push_back(&each);
    return sorted;
}

LanguageInfo const* find_language(std::string_view tag) {
    auto const found =
        std::find_if(list.begin(), list.end(), [&](LanguageInfo const& each) { return each.tag == tag; });
    return found == list.end() ? nullptr : &*found;
}

LanguageInfo const& negotiate(std::span<std::string const> wishes) {
    for (std::string const& wish : wishes)
        if (auto const* const found = lookup(wish)) return *found;
    LanguageInfo const* const english = find_language("en");
    VERIFY(english);
    return *english;
}

icu::Locale icu_locale(LanguageInfo const& language) {
    std::string name(base_name(language.tag));
    std::replace(name.begin(), name.end(), '-', '_');
    return icu::Locale(name.c_str());
}

Conventions conventions(LanguageInfo const& language) {
    auto const place = static_cast<std::size_t>(&language - list.data());
    VERIFY(place < written.size());
    return written[place];
}

} // namespace huiyin::i18n
