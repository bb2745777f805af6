#pragma once

#include "core/ui/geometry.h"
#include "core/ui/node.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace huiyin::ui {

/// Of a font in CSS pixels, both positive; line boxes come from these.
struct FontMetrics {
    float ascent = 0;
    float descent = 0;
};

/// Where a drawn run lies on a page of the text atlas.
struct RunImage {
    std::uint32_t page = 0;
    /// 0 … 1 on the page.
    Rect uv;
    /// CSS pixels, relative to the pen on the baseline at the run's start edge; a right-to-left run
    /// extends to the left of the pen.
    Rect box;
    /// A picture with its own colours (emoji): painted white instead of tinted.
    bool is_coloured = false;
};

/// Measures and draws runs of text: one line or one word in one style, never single characters.
/// The browser implements it with a 2D canvas; tests with fixed advances.
class TextEngine {
public:
    virtual ~TextEngine() = default;

    /// CSS pixels.
    virtual float width(std::string_view run, TextStyle const& style) = 0;
    virtual FontMetrics metrics(TextStyle const& style) = 0;
    /// Nothing when this frame has drawn enough new runs already: it comes with the next frame.
    virtual std::optional<RunImage> image(std::string_view run, TextStyle const& style) = 0;
    /// A place on every page that is solid white (0 … 1), so that shapes share the text's draw call.
    virtual Point white_texel() const = 0;
    /// Grows when fonts, spacing or the device pixel ratio changed: all that was measured is void.
    virtual std::uint32_t generation() const = 0;
};

} // namespace huiyin::ui
