#include "core/ui/text_layout.h"

#include <algorithm>
#include <cstring>

namespace huiyin::ui {

namespace {

/// A page holds some hundred texts; beyond this a long visit would only collect what is no longer shown.
constexpr std::size_t most_known = 4000;

template <class T>
void append_bytes(std::string& key, T value) {
    char bytes[sizeof(T)];
    std::memcpy(bytes, &value, sizeof(T));
    key.append(bytes, sizeof(T));
}

std::string key_of(std::string_view text, TextStyle const& style, float width,
                   i18n::Language const& language) {
    std::string key;
    key.reserve(text.size() + 48);
    append_bytes(key, style.size);
    append_bytes(key, style.letter_spacing);
    append_bytes(key, style.word_spacing);
    append_bytes(key, width);
    key.push_back(static_cast<char>(style.weight));
    key.push_back(static_cast<char>(style.family));
    key.push_back(static_cast<char>(style.direction));
    key.append(style.lang).push_back('\0');
    key.append(language.info().tag).push_back('\0');
    return key.append(text);
}

std::size_t end_without_space(std::string_view text, std::size_t begin, std::size_t end) {
    while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\n' || text[end - 1] == '\t'))
        --end;
    return end;
}

/// Fills lines with one piece after the other.
class Filler {
public:
    Filler(TextEngine& engine, std::string_view text, TextStyle const& style, float width)
        : m_engine(engine), m_text(text), m_style(style), m_width(width) {}

    /// The piece behind the last one, up to `end`, white space at its end included.
    void add(std::size_t end, i18n::Language const& language) {
        std::size_t const ink_end = end_without_space(m_text, m_at, end);
        float const ink = measure(m_at, ink_end);
        if (m_pen > 0 && m_pen + ink > m_width) end_line();
        if (ink > m_width) return add_by_graphemes(end, language);
        place(ink_end, ink, end);
    }

    void end_line() {
        m_block.lines.push_back({m_begin, m_ink_end, m_ink_width});
        m_block.width = std::max(m_block.width, m_ink_width);
        m_begin = m_ink_end = static_cast<std::uint32_t>(m_at);
        m_pen = m_ink_width = 0;
    }

    TextBlock finish() {
        if (m_begin < m_at || m_block.lines.empty()) end_line();
        return std::move(m_block);
    }

private:
    float measure(std::size_t begin, std::size_t end) {
        return begin == end ? 0 : m_engine.width(m_text.substr(begin, end - begin), m_style);
    }

    void place(std::size_t ink_end, float ink, std::size_t end) {
        if (ink_end > m_at) {
            m_ink_width = m_pen + ink;
            m_ink_end = static_cast<std::uint32_t>(ink_end);
        }
        m_pen += ink + (end > ink_end ? measure(ink_end, end) : 0);
        m_at = end;
    }

    /// A long unbroken string breaks anywhere between graphemes rather than overflow.
    void add_by_graphemes(std::size_t end, i18n::Language const& language) {
        std::size_t const start = m_at;
        for (std::size_t boundary : language.graphemes(m_text.substr(start, end - start))) {
            std::size_t const grapheme_end = start + boundary;
            float const ink = measure(m_at, end_without_space(m_text, m_at, grapheme_end));
            if (m_pen > 0 && m_pen + ink > m_width) end_line();
            place(end_without_space(m_text, m_at, grapheme_end), ink, grapheme_end);
        }
    }

    TextEngine& m_engine;
    std::string_view m_text;
    TextStyle const& m_style;
    float m_width;
    TextBlock m_block;
    std::size_t m_at = 0;
    std::uint32_t m_begin = 0;
    std::uint32_t m_ink_end = 0;
    float m_ink_width = 0;
    float m_pen = 0;
};

} // namespace

TextBlock const& TextLayout::lay_out(std::string_view text, TextStyle const& style, float width,
                                     i18n::Language const& language) {
    if (m_generation != m_engine.generation() || m_known.size() > most_known) {
        m_known.clear();
        m_generation = m_engine.generation();
    }
    std::string key = key_of(text, style, width, language);
    if (auto const known = m_known.find(key); known != m_known.end()) return known->second;
    return m_known.emplace(std::move(key), broken(text, style, width, language)).first->second;
}

TextBlock TextLayout::broken(std::string_view text, TextStyle const& style, float width,
                             i18n::Language const& language) {
    Filler filler(m_engine, text, style, width);
    for (i18n::Language::Break const& place : language.line_breaks(text)) {
        filler.add(place.at, language);
        if (place.must && place.at < text.size()) filler.end_line();
    }
    return filler.finish();
}

} // namespace huiyin::ui
