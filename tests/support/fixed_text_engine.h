#pragma once

#include "core/ui/text_engine.h"

namespace huiyin::tests {

/// Measures without fonts: half an em a character, a whole em for what is wide, nothing for marks. Draws
/// nothing.
class FixedTextEngine final : public ui::TextEngine {
public:
    float width(std::string_view run, ui::TextStyle const& style) override;
    ui::FontMetrics metrics(ui::TextStyle const& style) override;
    std::optional<ui::RunImage> image(std::string_view run, ui::TextStyle const& style) override;
    ui::Point white_texel() const override { return {0.5F, 0.5F}; }
    std::uint32_t generation() const override { return 1; }
};

} // namespace huiyin::tests
