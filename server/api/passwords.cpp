#include "server/api/passwords.h"

#include "core/base/utf8.h"
#include "core/domain/access_code.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace huiyin::server {

namespace {

using namespace std::string_view_literals;
#include "common_passwords.inc"

/// What anybody tries who knows where they are.
constexpr std::array words_of_the_portal = {"12345"sv,  "huiyin"sv, "hotline"sv,  "rexian"sv,
                                            "portal"sv, "mima"sv,   "password"sv, "staff"sv};
/// Shorter ones stand in too many words that have nothing to do with them.
constexpr std::size_t shortest_word = 4;

bool is_letter_or_digit(char character) {
    auto const byte = static_cast<unsigned char>(character);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
}

std::string in_small_letters(std::string_view text) {
    std::string small(text);
    for (char& letter : small)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return small;
}

void add_words(std::vector<std::string>& words, std::string_view text) {
    std::string const small = in_small_letters(text);
    for (auto at = small.begin(); at != small.end();) {
        auto const begin = std::find_if(at, small.end(), is_letter_or_digit);
        at = std::find_if_not(begin, small.end(), is_letter_or_digit);
        if (std::string word(begin, at); word.size() >= shortest_word) words.push_back(std::move(word));
    }
}

/// The longest first, so that no part of one is left by another.
std::vector<std::string> words_close_to(std::string_view name, City const& city) {
    std::vector<std::string> words(words_of_the_portal.begin(), words_of_the_portal.end());
    add_words(words, name);
    if (name.size() + 1 >= shortest_word) words.push_back(in_small_letters(name));
    for (DistrictId const& district : city.districts)
        add_words(words, district.value);
    for (Category const& top : city.categories) {
        add_words(words, top.id.value);
        for (Category const& leaf : top.children)
            add_words(words, leaf.id.value);
    }
    std::sort(words.begin(), words.end(),
              [](std::string const& one, std::string const& other) { return one.size() > other.size(); });
    return words;
}

bool is_common(std::string_view small) {
    return std::binary_search(std::begin(common_passwords), std::end(common_passwords), small);
}

std::string without(std::string text, std::vector<std::string> const& words) {
    for (std::string const& word : words)
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word))
            text.erase(at, word.size());
    return text;
}

} // namespace

std::string new_first_password() {
    std::array<unsigned char, AccessCode::bytes> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return AccessCode::from_bytes(bytes).shown();
}

std::optional<std::string_view> fault_of_password(std::string_view password, std::string_view name,
                                                  City const& city) {
    if (count_code_points(password) < passwords::shortest) return "too_short";
    std::string const small = in_small_letters(password);
    if (is_common(small)) return "too_common";
    std::string const left = without(small, words_close_to(name, city));
    if (count_code_points(left) < passwords::shortest) return "too_close";
    return std::nullopt;
}

} // namespace huiyin::server
