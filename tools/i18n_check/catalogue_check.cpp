#include "tools/i18n_check/catalogue_check.h"

#include "core/base/verify.h"
#include "i18n/languages.h"
#include "i18n/message.h"
#include "i18n/unicode.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <unicode/plurrule.h>

namespace huiyin::i18n_check {

namespace {

using i18n::Catalogue;
using i18n::Message;

/// Names, numbers and examples that read alike in every language.
constexpr std::array<std::string_view, 0> same_in_every_language{};

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

std::string const* find(Catalogue const& catalogue, std::string_view key) {
    auto const found =
        std::find_if(catalogue.begin(), catalogue.end(), [&](auto const& each) { return each.first == key; });
    return found == catalogue.end() ? nullptr : &found->second;
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

bool is_latin_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

int latin_words(std::string_view text) {
    int words = 0;
    bool in_word = false;
    for (char const byte : text) {
        if (is_latin_letter(byte) && !in_word) ++words;
        in_word = is_latin_letter(byte);
    }
    return words;
}

bool is_left_in_english(std::string_view key, Message const& english, Message const& translated) {
    auto const& exceptions = same_in_every_language;
    bool const is_exception = std::find(exceptions.begin(), exceptions.end(), key) != exceptions.end();
    bool const is_same = english.literal_text() == translated.literal_text();
    return is_same && !is_exception && latin_words(english.literal_text()) >= 2;
}

/// The string literals of the first argument of a call that begins behind its parenthesis.
std::vector<std::string> literals_of_first_argument(std::string_view source) {
    std::vector<std::string> literals;
    int depth = 0;
    for (std::size_t at = 0; at < source.size(); ++at) {
        char const byte = source[at];
        if (byte == '"') {
            std::size_t const end = source.find('"', at + 1);
            if (end == std::string_view::npos) break;
            literals.emplace_back(source.substr(at + 1, end - at - 1));
            at = end;
        }
        if (depth == 0 && (byte == ',' || byte == ')' || byte == ';')) break;
        if (byte == '(' || byte == '{') ++depth;
        if (byte == ')' || byte == '}') --depth;
    }
    return literals;
}

bool is_word_character(char byte) {
    return is_latin_letter(byte) || byte == '_' || (byte >= '0' && byte <= '9');
}

bool has_family(Catalogue const& catalogue, std::string_view prefix, std::string_view suffix) {
    return std::any_of(catalogue.begin(), catalogue.end(), [&](auto const& each) {
        return each.first.starts_with(prefix) && each.first.ends_with(suffix);
    });
}

void check_call(std::string_view file, std::vector<std::string> const& literals, Catalogue const& english,
                Findings& findings) {
    std::string prefix;
    std::string suffix;
    for (std::string const& literal : literals) {
        bool const is_whole = literal.find('.') != std::string::npos || prefix.empty();
        if (literal == ".") continue;
        if (literal.ends_with('.')) {
            prefix = literal;
        } else if (literal.starts_with('.')) {
            suffix = literal;
        } else if (is_whole && !find(english, literal)) {
            findings.push_back({std::string(file), literal, "the catalogue lacks this key"});
        }
    }
    if (!has_family(english, prefix, suffix))
        findings.push_back({std::string(file), prefix + "…" + suffix, "the catalogue has no such key"});
}

} // namespace

Findings check_messages(std::string_view tag, Catalogue const& catalogue) {
    MessageCheck check(tag);
    for (auto const& [key, pattern] : catalogue)
        check.check(key, pattern);
    return check.take();
}

Findings check_translation(std::string_view tag, Catalogue const& catalogue, Catalogue const& english) {
    Findings findings;
    auto const note = [&](std::string const& key, std::string what) {
        findings.push_back({std::string(tag), key, std::move(what)});
    };
    for (auto const& [key, pattern] : english) {
        std::string const* const own_pattern = find(catalogue, key);
        if (!own_pattern) {
            note(key, "the key is missing");
            continue;
        }
        auto const expected = parsed(pattern);
        auto const translated = parsed(*own_pattern);
        if (!expected || !translated) continue;
        for (std::string& what : differences(expected->places(), translated->places()))
            note(key, std::move(what));
        if (is_left_in_english(key, *expected, *translated)) note(key, "the text is still English");
    }
    for (auto const& [key, pattern] : catalogue)
        if (!find(english, key)) note(key, "English has no such key");
    return findings;
}

Findings check_use(std::string_view file, std::string_view source, Catalogue const& english) {
    constexpr std::string_view call = "tr(";
    Findings findings;
    for (std::size_t at = source.find(call); at != std::string_view::npos; at = source.find(call, at + 1)) {
        bool const is_part_of_a_name = at > 0 && is_word_character(source[at - 1]);
        if (is_part_of_a_name) continue;
        check_call(file, literals_of_first_argument(source.substr(at + call.size())), english, findings);
    }
    return findings;
}

} // namespace huiyin::i18n_check
