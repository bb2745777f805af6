#include "i18n/thai_words.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <unicode/ustringtrie.h>

namespace huiyin::i18n {

namespace {

/// ICU's source/common/dictionarydata.h: what stands in front of the list.
constexpr std::size_t index_of_trie = 0;
constexpr std::size_t index_of_kind = 4;
constexpr std::size_t index_of_transform = 5;
constexpr std::int32_t kind_mask = 7;
constexpr std::int32_t kind_of_bytes = 0;
constexpr std::int32_t transform_mask = 0x7f000000;
constexpr std::int32_t transform_by_offset = 0x1000000;
constexpr std::int32_t offset_mask = 0x1fffff;
constexpr char32_t most_distant = 0xFD;

/// A letter outside of every word is worse than any number of words that it could be part of.
constexpr unsigned cost_of_word = 1;
constexpr unsigned cost_of_stray_letter = 100;

/// Where the best way to a letter came from.
struct Way {
    unsigned cost = std::numeric_limits<unsigned>::max();
    std::size_t from = 0;
    bool by_word = false;
};

void improve(Way& way, Way const& other) {
    if (other.cost < way.cost) way = other;
}

/// Vowels and signs that are written behind the letter they belong to; marks above and below are among them.
bool belongs_to_the_letter_before(char32_t letter) {
    return letter == 0x0E2F || (letter >= 0x0E30 && letter <= 0x0E3A) ||
           (letter >= 0x0E45 && letter <= 0x0E4E);
}

/// Vowels that are written before the letter they belong to.
bool belongs_to_the_letter_behind(char32_t letter) { return letter >= 0x0E40 && letter <= 0x0E44; }

bool may_begin(std::u32string_view letters, std::size_t at) {
    return !belongs_to_the_letter_before(letters[at]) && !belongs_to_the_letter_behind(letters[at - 1]);
}

} // namespace

bool is_thai(char32_t code_point) { return code_point >= 0x0E01 && code_point <= 0x0E5B; }

std::optional<ThaiWords> ThaiWords::load() {
    UErrorCode status = U_ZERO_ERROR;
    Memory memory(udata_open(U_ICUDATA_NAME "-brkitr", "dict", "thaidict", &status));
    if (U_FAILURE(status)) return std::nullopt;
    auto const* const indexes = static_cast<std::int32_t const*>(udata_getMemory(memory.get()));
    bool const is_known = (indexes[index_of_kind] & kind_mask) == kind_of_bytes &&
                          (indexes[index_of_transform] & transform_mask) == transform_by_offset;
    if (!is_known) return std::nullopt;
    auto const* const trie = reinterpret_cast<char const*>(indexes) + indexes[index_of_trie];
    auto const first_letter = static_cast<char32_t>(indexes[index_of_transform] & offset_mask);
    return ThaiWords(std::move(memory), trie, first_letter);
}

/// Lengths of the words that the letters begin with.
std::vector<std::size_t> ThaiWords::word_lengths(std::u32string_view letters) const {
    std::vector<std::size_t> lengths;
    icu::BytesTrie trie(m_trie);
    for (std::size_t at = 0; at < letters.size(); ++at) {
        char32_t const distance = letters[at] - m_first_letter;
        if (distance > most_distant) break;
        UStringTrieResult const found = trie.next(static_cast<std::int32_t>(distance));
        if (USTRINGTRIE_HAS_VALUE(found)) lengths.push_back(at + 1);
        if (!USTRINGTRIE_HAS_NEXT(found)) break;
    }
    return lengths;
}

std::vector<std::size_t> ThaiWords::starts(std::string_view text) const {
    std::u32string letters;
    std::vector<std::size_t> offsets;
    for (std::size_t at = 0; at < text.size();) {
        offsets.push_back(at);
        letters.push_back(next_code_point(text, at));
    }
    std::vector<Way> ways(letters.size() + 1);
    ways[0] = {0, 0, true};
    for (std::size_t at = 0; at < letters.size(); ++at) {
        improve(ways[at + 1], {ways[at].cost + cost_of_stray_letter, at, false});
        for (std::size_t const length : word_lengths(std::u32string_view(letters).substr(at)))
            improve(ways[at + length], {ways[at].cost + cost_of_word, at, true});
    }
    std::vector<std::size_t> result;
    for (std::size_t at = letters.size(); at > 0; at = ways[at].from) {
        std::size_t const begin = ways[at].from;
        bool const is_between_strays = !ways[at].by_word && !ways[begin].by_word;
        if (begin > 0 && !is_between_strays && may_begin(letters, begin)) result.push_back(offsets[begin]);
    }
    std::reverse(result.begin(), result.end());
    return result;
}

} // namespace huiyin::i18n
