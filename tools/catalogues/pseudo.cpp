#include "tools/catalogues/pseudo.h"

#include "core/base/utf8.h"
#include "tools/catalogues/check.h"
#include "tools/catalogues/pattern.h"

#include <algorithm>
#include <iterator>

namespace huiyin::catalogues {

namespace {

constexpr std::u32string_view small_letters = U"áƀćđéƒğĥíĵķĺḿñóþǫŕšťúṽŵẋýž";
constexpr std::u32string_view capital_letters = U"ÁɃĆĐÉƑĞĤÍĴĶĹḾÑÓÞǪŔŠŤÚṼŴẊÝŽ";
constexpr std::string_view more_words[] = {"one",  "two",  "three", "four",  "five", "six",
                                           "more", "plus", "again", "extra", "long", "longer"};

bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

bool has_letter(std::string_view text) { return std::any_of(text.begin(), text.end(), is_letter); }

std::string accented(std::string_view english) {
    std::string result;
    for (char const byte : english) {
        if (byte >= 'a' && byte <= 'z')
            append_utf8(result, small_letters[static_cast<std::size_t>(byte - 'a')]);
        else if (byte >= 'A' && byte <= 'Z')
            append_utf8(result, capital_letters[static_cast<std::size_t>(byte - 'A')]);
        else
            result.push_back(byte);
    }
    return result;
}

std::string lengthened(std::string words) {
    auto const limit = std::max(line_of_a_phone, static_cast<int>(longest_growth * columns(words)));
    for (std::size_t at = 0;; at = (at + 1) % std::size(more_words)) {
        // Two brackets and a space.
        if (columns(words) + static_cast<int>(more_words[at].size()) + 3 > limit) return words;
        words.append(" ").append(more_words[at]);
    }
}

/// Each word overridden (UAX 9) by itself, for lines are drawn one by one.
std::string mirrored_words(std::string_view words) {
    std::string result;
    while (!words.empty()) {
        std::size_t const end = std::min(words.find(' '), words.size());
        if (end > 0) result.append("\u202E").append(words.substr(0, end)).append("\u202C");
        if (end < words.size()) result.push_back(' ');
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return result;
}

/// The white space around words belongs to what stands beside them.
std::string made_strange(std::string const& words, Mirrored mirrored) {
    if (!has_letter(words)) return words;
    std::size_t const from = words.find_first_not_of(' ');
    std::size_t const to = words.find_last_not_of(' ') + 1;
    std::string const strange = "[" + accented(lengthened(words.substr(from, to - from))) + "]";
    return words.substr(0, from) + (mirrored == Mirrored::Yes ? mirrored_words(strange) : strange) +
           words.substr(to);
}

} // namespace

i18n::Catalogue pseudo(i18n::Catalogue const& english, Mirrored mirrored) {
    i18n::Catalogue result;
    for (auto const& [key, message] : english)
        result.emplace_back(key, Pattern(message).with_words([&](std::string const& words) {
            return made_strange(words, mirrored);
        }));
    return result;
}

} // namespace huiyin::catalogues
