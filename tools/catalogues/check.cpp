#include "tools/catalogues/check.h"

#include "core/base/utf8.h"
#include "core/base/verify.h"
#include "i18n/languages.h"
#include "i18n/message.h"
#include "i18n/unicode.h"
#include "tools/catalogues/pattern.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <unicode/plurrule.h>
#include <unordered_map>

namespace huiyin::catalogues {

namespace {

using i18n::Catalogue;
using i18n::Message;

icu::Locale locale_of(std::string_view tag) {
    auto const* const language = i18n::find_language(tag);
    VERIFY(language);
    return i18n::icu_locale(*language);
}

std::set<std::string> plural_categories(icu::Locale const& locale) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::PluralRules> const rules(icu::PluralRules::forLocale(locale, status));
    VERIFY(U_SUCCESS(status));
    std::unique_ptr<icu::StringEnumeration> const keywords(rules->getKeywords(status));
    std::set<std::string> categories;
    while (auto const* const keyword = keywords->snext(status))
        categories.insert(i18n::to_utf8(*keyword));
    VERIFY(U_SUCCESS(status));
    return categories;
}

/// Messages by key.
using Index = std::unordered_map<std::string_view, std::string const*>;

Index index_of(Catalogue const& catalogue) {
    Index index;
    for (auto const& [key, pattern] : catalogue)
        index.emplace(key, &pattern);
    return index;
}

std::optional<Message> parsed(std::string_view pattern) {
    auto result = Message::parse(pattern);
    if (auto* const message = std::get_if<Message>(&result)) return std::move(*message);
    return std::nullopt;
}

bool is_empty(std::string_view text) { return text.find_first_not_of(" \n\t") == std::string_view::npos; }

/// Checks one language's messages and notes what it finds.
class MessageCheck {
public:
    explicit MessageCheck(std::string_view tag)
        : m_tag(tag), m_locale(locale_of(tag)), m_categories(plural_categories(m_locale)) {}

    void check(std::string const& key, std::string const& pattern) {
        if (is_empty(pattern)) return note(key, "the text is empty");
        auto const result = Message::parse(pattern);
        if (auto const* const fault = std::get_if<Message::Fault>(&result)) return note(key, fault->reason);
        for (auto const& keywords : std::get<Message>(result).plural_keywords())
            check_plural(key, keywords);
    }

    Findings take() { return std::move(m_findings); }

private:
    void check_plural(std::string const& key, std::vector<std::string> const& keywords) {
        for (std::string const& category : m_categories)
            if (std::find(keywords.begin(), keywords.end(), category) == keywords.end())
                note(key, "the plural form \"" + category + "\" is missing");
        for (std::string const& keyword : keywords)
            if (!keyword.starts_with('=') && !m_categories.contains(keyword))
                note(key, "the language has no plural form \"" + keyword + "\"");
    }

    void note(std::string const& key, std::string what) {
        m_findings.push_back({m_tag, key, std::move(what)});
    }

    std::string m_tag;
    icu::Locale m_locale;
    std::set<std::string> m_categories;
    Findings m_findings;
};

/// A number may stand plainly where English needs a plural; nothing else may differ.
bool may_translate(std::string const& english, std::string const& translated) {
    bool const is_number = english == "plural" || english == "number";
    return english == translated ||
           (is_number && (translated.empty() || translated == "number" || translated == "plural"));
}

std::string described(std::string const& name, std::string const& type) {
    return type.empty() ? "{" + name + "}" : "{" + name + ", " + type + "}";
}

std::vector<std::string> differences(Message::Places const& english, Message::Places const& translated) {
    std::vector<std::string> result;
    for (auto const& [name, type] : english) {
        auto const found = translated.find(name);
        if (found == translated.end()) {
            result.push_back("the argument " + described(name, type) + " is missing");
        } else if (!may_translate(type, found->second)) {
            result.push_back(described(name, type) + " has become " + described(name, found->second));
        }
    }
    for (auto const& [name, type] : translated)
        if (!english.contains(name)) result.push_back("English has no argument " + described(name, type));
    return result;
}

/// Words that languages share with English, beside names of places and units.
struct Alike {
    std::string_view words;
    /// Tags between spaces.
    std::string_view languages;
};
constexpr Alike alike[] = {
    {"Contact", " nl ro "}, {"District", " fr nl ro "}, {"General", " es ro "},
    {"Name", " de "},       {"No", " es it "},          {"Original", " de es fr pt ro sv "},
    {"Page", " fr "},       {"Pages", " fr "},          {"Question", " fr "},
    {"Suggestion", " fr "}, {"Website", " de nl "},
};
constexpr std::string_view units[] = {"kB", "MB"};

bool is_name(std::string_view key) { return key == "app.name" || key.starts_with("district."); }

bool are_alike(std::string_view tag, std::string_view words) {
    std::string const language = " " + std::string(tag) + " ";
    return std::any_of(std::begin(alike), std::end(alike), [&](Alike const& each) {
        return each.words == words && each.languages.find(language) != std::string_view::npos;
    });
}

bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    });
}

bool is_left_in_english(std::string_view tag, std::string_view key, Message const& english,
                        Message const& translated) {
    std::string_view const words = trimmed(english.literal_text());
    bool const is_unit = std::find(std::begin(units), std::end(units), words) != std::end(units);
    bool const may_be_same = is_name(key) || is_unit || are_alike(tag, words);
    return !may_be_same && has_letter(words) && words == trimmed(translated.literal_text());
}

/// Words that are searched, never shown.
bool is_shown(std::string_view key) { return !key.ends_with(".synonyms"); }

std::vector<std::string_view> keys_in(Catalogue const& catalogue, Index const& other) {
    std::vector<std::string_view> keys;
    for (auto const& [key, pattern] : catalogue)
        if (other.contains(key)) keys.push_back(key);
    return keys;
}

/// What is wrong with one translated message.
std::vector<std::string> faults_of(std::string_view tag, std::string_view key, std::string const& english,
                                   std::string const& translated) {
    auto const expected = parsed(english);
    auto const own = parsed(translated);
    if (!expected || !own) return {};
    auto faults = differences(expected->places(), own->places());
    if (is_left_in_english(tag, key, *expected, *own)) faults.emplace_back(still_english);
    if (growth(key, english, translated) > longest_growth)
        faults.push_back("the text is over 2.2 times as long as in English");
    return faults;
}

} // namespace

double growth(std::string_view key, std::string const& english, std::string const& translated) {
    int const own = columns(Pattern(translated).longest());
    if (!is_shown(key) || own <= line_of_a_phone) return 0;
    return static_cast<double>(own) / std::max(1, columns(Pattern(english).longest()));
}

Findings check_messages(std::string_view tag, Catalogue const& catalogue) {
    MessageCheck check(tag);
    for (auto const& [key, pattern] : catalogue)
        check.check(key, pattern);
    return check.take();
}

Findings check_translation(std::string_view tag, Catalogue const& catalogue, Catalogue const& english) {
    Findings findings;
    auto const note = [&](std::string_view key, std::string what) {
        findings.push_back({std::string(tag), std::string(key), std::move(what)});
    };
    Index const own = index_of(catalogue);
    for (auto const& [key, pattern] : english) {
        auto const found = own.find(key);
        if (found == own.end())
            note(key, std::string(missing_key));
        else
            for (std::string& what : faults_of(tag, key, pattern, *found->second))
                note(key, std::move(what));
    }
    Index const expected = index_of(english);
    for (auto const& [key, pattern] : catalogue)
        if (!expected.contains(key)) note(key, "English has no such key");
    auto const keys = keys_in(catalogue, expected);
    auto const misplaced = std::ranges::mismatch(keys, keys_in(english, own)).in1;
    if (misplaced != keys.end()) note(*misplaced, "the key stands elsewhere in English");
    return findings;
}

Findings check_language(std::string_view tag, Catalogue const& catalogue, Catalogue const& english) {
    Findings findings = check_messages(tag, catalogue);
    auto const append = [&](Findings more) {
        findings.insert(findings.end(), std::make_move_iterator(more.begin()),
                        std::make_move_iterator(more.end()));
    };
    append(check_writing(tag, catalogue));
    if (tag != "en") append(check_translation(tag, catalogue, english));
    return findings;
}

} // namespace huiyin::catalogues
