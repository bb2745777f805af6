#pragma once

#include "core/ui/geometry.h"
#include "core/ui/node.h"
#include "core/ui/theme.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace huiyin::ui {

/// What a person did to a mirror element.
enum class EventKind { Click, Input, Change, Focus, Blur, Dismiss };

/// Goes to the component with this node id in the next frame.
struct UiEvent {
    std::string id;
    EventKind kind = EventKind::Click;
    /// Input and Change: the field's whole value; for a checkbox "true" or "false".
    std::string payload = {};

    bool operator==(UiEvent const&) const = default;
};

/// The pointer over the page; serves hover and pressed looks only.
struct Pointer {
    Point at = {-1, -1};
    bool is_down = false;
};

/// What the user agent's own text spacing asks for (WCAG 1.4.12), clamped to 0.5 … 4.
struct TextSpacing {
    /// Times the normal line height.
    float line_height = 1;
    /// In em.
    float letter = 0;
    float word = 0;
};

struct FrameInput {
    /// CSS pixels of the layout viewport.
    float width = 360;
    float height = 740;
    /// The part of the page that is painted; nodes are recorded for all of it.
    float paint_top = 0;
    float paint_bottom = 0;
    float device_pixel_ratio = 1;
    /// Top of the part of the page that is seen.
    float view_top = 0;
    ThemeName theme = ThemeName::Light;
    SystemColors system_colors = {};
    /// Times the normal size of letters and of what grows with them; 1 … 3.
    float text_scale = 1;
    TextSpacing spacing = {};
    Pointer pointer = {};
    /// In the order in which they happened.
    std::vector<UiEvent> events = {};
};

/// Position in CSS pixels of the document, place on the page of the atlas (0 … 1), colour as RGBA bytes.
struct PaintVertex {
    float x;
    float y;
    float u;
    float v;
    std::uint32_t rgba;
};

/// One draw call.
struct PaintCommand {
    /// CSS pixels of the document.
    Rect clip;
    /// Page of the text atlas.
    std::uint32_t page;
    std::uint32_t index_offset;
    std::uint32_t index_count;
    std::uint32_t vertex_offset;
};

/// Triangles to draw, in this order; borrowed until the next frame.
struct PaintList {
    std::span<PaintVertex const> vertices;
    std::span<std::uint16_t const> indices;
    std::vector<PaintCommand> commands;
};

/// All that a frame gave.
struct Frame {
    Nodes nodes;
    std::vector<PaintList> paint;
    /// Of the whole page, in CSS pixels.
    float content_height = 0;
    /// The document's title.
    std::string title;
    /// Language and direction of the page.
    std::string lang;
    i18n::Direction direction = i18n::Direction::LeftToRight;
    Theme theme = {};
    float text_scale = 1;
    /// Something is not settled (a run not yet drawn): paint once more.
    bool wants_another = false;
};

} // namespace huiyin::ui
