#include "tools/catalogues/use.h"

#include <algorithm>
#include <vector>

namespace huiyin::catalogues {

namespace {

using i18n::Catalogue;

/// Words of the domain that every language has, so that a screen, an e-mail or a list can say them; which of
/// them there are is the domain's (published_tests).
constexpr std::string_view domain_words[] = {"actor.",     "channel.", "limit.",
                                             "preferred.", "step.",    "urgency."};

bool is_small(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '_' || byte == '.';
}

bool is_word_character(char byte) { return (is_small(byte) && byte != '.') || (byte >= 'A' && byte <= 'Z'); }

bool has(Catalogue const& catalogue, std::string_view key) {
    return std::any_of(catalogue.begin(), catalogue.end(),
                       [&](auto const& each) { return each.first == key; });
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
        } else if (is_whole && !has(english, literal)) {
            findings.push_back({std::string(file), literal, "the catalogue lacks this key"});
        }
    }
    if (!has_family(english, prefix, suffix))
        findings.push_back({std::string(file), prefix + "…" + suffix, "the catalogue has no such key"});
}

/// Calls `each` with the parts between dots.
template <class Each>
bool all_parts(std::string_view words, Each const& each) {
    while (!words.empty()) {
        std::size_t const dot = std::min(words.find('.'), words.size());
        if (!each(words.substr(0, dot))) return false;
        words.remove_prefix(std::min(dot + 1, words.size()));
    }
    return true;
}

} // namespace

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

void Names::add(std::string_view source, std::string_view signs) {
    for (std::size_t at = source.find_first_of(signs); at < source.size();) {
        std::size_t const from = at + 1;
        at = from;
        while (at < source.size() && is_small(source[at]))
            ++at;
        bool const is_literal =
            at > from && at < source.size() && signs.find(source[at]) != std::string_view::npos;
        if (!is_literal) {
            at = source.find_first_of(signs, at);
            continue;
        }
        std::string_view const literal = source.substr(from, at - from);
        m_literals.emplace(literal);
        all_parts(literal, [&](std::string_view word) {
            m_words.emplace(word);
            return true;
        });
    }
}

bool Names::are_words(std::string_view rest) const {
    return all_parts(rest, [&](std::string_view word) { return m_words.contains(word); });
}

bool Names::spell(std::string_view key) const {
    if (m_literals.contains(key)) return true;
    for (std::size_t dot = key.find('.'); dot != std::string_view::npos; dot = key.find('.', dot + 1)) {
        std::string_view const begin = key.substr(0, dot);
        std::string_view const rest = key.substr(dot + 1);
        if (m_literals.contains(key.substr(0, dot + 1)) && are_words(rest)) return true;
        bool const is_family = begin.find('.') != std::string_view::npos;
        bool const has_end = m_literals.contains(key.substr(dot)) || m_literals.contains(rest);
        if (is_family && has_end && m_literals.contains(begin)) return true;
    }
    return false;
}

Findings check_unused(Catalogue const& english, Names const& names) {
    Findings findings;
    for (auto const& [key, pattern] : english) {
        bool const is_of_domain =
            std::any_of(std::begin(domain_words), std::end(domain_words),
                        [&](std::string_view family) { return key.starts_with(family); });
        if (!is_of_domain && !names.spell(key)) findings.push_back({"en", key, "nothing names this key"});
    }
    return findings;
}

} // namespace huiyin::catalogues
