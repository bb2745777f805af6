#pragma once

#include "core/ui/text_engine.h"
#include "i18n/language.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace huiyin::ui {

/// One line of a laid-out text: bytes [begin, end) of it, without the white space at its end.
struct Line {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    /// CSS pixels, as the sum of its words.
    float width = 0;

    bool operator==(Line const&) const = default;
};

/// A text broken into lines. Between the lines only white space is missing.
struct TextBlock {
    std::vector<Line> lines;
    /// Of the widest line.
    float width = 0;
};

/// Breaks texts into lines: where UAX 14 allows it, filled greedily, inside a word only when the word alone
/// is wider than the line, never inside a grapheme. Remembers what it has laid out.
class TextLayout {
public:
    explicit TextLayout(TextEngine& engine) : m_engine(engine) {}

    /// `width` in CSS pixels. Borrowed until the next call.
    TextBlock const& lay_out(std::string_view text, TextStyle const& style, float width,
                             i18n::Language const& language);

private:
    TextBlock broken(std::string_view text, TextStyle const& style, float width,
                     i18n::Language const& language);

    TextEngine& m_engine;
    std::uint32_t m_generation = 0;
    std::unordered_map<std::string, TextBlock> m_known;
};

} // namespace huiyin::ui
