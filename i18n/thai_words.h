#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <unicode/bytestrie.h>
#include <unicode/udata.h>
#include <vector>

namespace huiyin::i18n {

/// Finds the words of Thai, which is written without spaces, by ICU's list of words. The package of Thai
/// carries the list.
class ThaiWords {
public:
    /// Nothing when no package that was added has the list.
    static std::optional<ThaiWords> load();

    /// Offsets in bytes at which a word of `text` begins, but for the first; `text` is one run of Thai
    /// letters in well-formed UTF-8. The fewest letters are left outside of words, then the words are as few
    /// as can be.
    std::vector<std::size_t> starts(std::string_view text) const;

private:
    struct Closer {
        void operator()(UDataMemory* memory) const { udata_close(memory); }
    };
    using Memory = std::unique_ptr<UDataMemory, Closer>;

    ThaiWords(Memory memory, char const* trie, char32_t first_letter)
        : m_memory(std::move(memory)), m_trie(trie), m_first_letter(first_letter) {}

    std::vector<std::size_t> word_lengths(std::u32string_view letters) const;

    Memory m_memory;
    char const* m_trie;
    /// The letter that the list writes as byte 0.
    char32_t m_first_letter;
};

/// Letters, vowels, tones and digits of Thai.
bool is_thai(char32_t code_point);

} // namespace huiyin::i18n
