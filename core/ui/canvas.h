#pragma once

#include "core/ui/frame.h"
#include "core/ui/text_engine.h"
#include "core/ui/theme.h"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace huiyin::ui {

/// How the pointer stands to a control; for its looks only.
struct Interaction {
    bool is_hovered = false;
    bool is_pressed = false;
};

/// Paints shapes and runs of text with Dear ImGui. What lies outside the painted part of the page is left
/// out.
class Canvas {
public:
    explicit Canvas(TextEngine& text_engine);
    ~Canvas();

    void begin(FrameInput const& input);
    /// The triangles; borrowed until the next begin().
    std::vector<PaintList> end();

    /// Edges of rectangles lie on whole device pixels, or they are blurred.
    void fill(Rect rect, Color color, float radius = 0);
    /// The border lies inside the rectangle.
    void stroke(Rect rect, Color color, float thickness, float radius = 0);
    void fill_circle(Point center, float radius, Color color);
    void stroke_circle(Point center, float radius, Color color, float thickness);
    void stroke_path(std::span<Point const> points, Color color, float thickness);
    /// `pen` is on the baseline at the run's start edge.
    void run(Point pen, std::string_view text, TextStyle const& style, Color color);

    /// What is painted with behind() of an outer depth lies beneath that of an inner one, and all of it
    /// beneath the rest; so a surface can be painted once its height is known.
    void behind(int depth);
    void in_front();
    /// What is painted from now on lies over all that was painted before, until lower().
    void raise();
    void lower();
    /// Darkens what lies beneath.
    void shade(Rect rect);
    /// Of a surface, to be painted before it.
    void shadow(Rect rect, Elevation elevation);

    /// Tells Dear ImGui of a control, and what the pointer does to it.
    Interaction interact(std::string_view id, Rect rect);

    /// A run was not drawn yet.
    bool wants_another() const { return m_wants_another; }

private:
    struct Context;
    bool is_painted(Rect rect) const;
    Rect snapped(Rect rect) const;
    float whole_pixels(float thickness) const;

    TextEngine& m_text_engine;
    std::unique_ptr<Context> m_context;
    float m_paint_top = 0;
    float m_paint_bottom = 0;
    float m_pixel = 1;
    int m_layer = 0;
    bool m_wants_another = false;
};

} // namespace huiyin::ui
