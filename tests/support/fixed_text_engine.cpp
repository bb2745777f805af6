#include "tests/support/fixed_text_engine.h"

#include "core/base/utf8.h"

namespace huiyin::tests {

namespace {

bool is_mark(char32_t character) {
    return (character >= 0x300 && character < 0x370) || (character >= 0x64B && character < 0x660) ||
           (character >= 0x200B && character < 0x2010) || (character >= 0x202A && character < 0x202F) ||
           (character >= 0x2066 && character < 0x206A);
}

bool is_wide(char32_t character) { return character >= 0x2E80 && character < 0xFF70; }

float ems(char32_t character) { return is_mark(character) ? 0 : is_wide(character) ? 1.0F : 0.5F; }

} // namespace

float FixedTextEngine::width(std::string_view run, ui::TextStyle const& style) {
    float width = 0;
    for (std::size_t at = 0; at < run.size();) {
        char32_t const character = next_code_point(run, at);
        width +=
            ems(character) * style.size + style.letter_spacing + (character == ' ' ? style.word_spacing : 0);
    }
    return width;
}

ui::FontMetrics FixedTextEngine::metrics(ui::TextStyle const& style) {
    return {0.9F * style.size, 0.3F * style.size};
}

std::optional<ui::RunImage> FixedTextEngine::image(std::string_view run, ui::TextStyle const& style) {
    return ui::RunImage{.page = 0,
                        .uv = {0, 0, 1, 1},
                        .box = {0, -0.9F * style.size, width(run, style), 1.2F * style.size},
                        .is_coloured = false};
}

} // namespace huiyin::tests
