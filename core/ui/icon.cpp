#include "core/ui/icon.h"

#include "icon_strokes.inc"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace huiyin::ui {

namespace {

/// The side of the grid that icons are drawn on.
constexpr float grid = 24;

/// Where an icon's units lie on the page.
struct Grid {
    Point corner;
    float unit;
    bool is_mirrored;

    Point place(std::uint8_t x, std::uint8_t y) const {
        float const across = static_cast<float>(x) / icon_steps;
        return {corner.x + (is_mirrored ? grid - across : across) * unit,
                corner.y + static_cast<float>(y) / icon_steps * unit};
    }
};

/// With round ends, which the lines of Dear ImGui lack.
void paint_stroke(Canvas& canvas, std::vector<Point> const& points, Color color, float thickness) {
    if (points.size() > 1) canvas.stroke_path(points, color, thickness);
    canvas.fill_circle(points.front(), thickness / 2, color);
    canvas.fill_circle(points.back(), thickness / 2, color);
}

} // namespace

void paint_icon(Canvas& canvas, Icon icon, Rect box, Color color, bool is_mirrored) {
    float const side = std::min(box.width, box.height);
    Grid const grid_of_icon{{box.x + (box.width - side) / 2, box.y + (box.height - side) / 2},
                            side / grid,
                            is_mirrored && has_direction(icon)};
    float const thickness = std::max(1.5F, 2 * grid_of_icon.unit);
    auto const index = static_cast<std::size_t>(icon);
    std::vector<Point> points;
    for (std::size_t at = icon_starts[index]; at < icon_starts[index + 1];) {
        std::size_t const count = icon_strokes[at++];
        points.clear();
        for (std::size_t point = 0; point < count; ++point, at += 2)
            points.push_back(grid_of_icon.place(icon_strokes[at], icon_strokes[at + 1]));
        paint_stroke(canvas, points, color, thickness);
    }
}

} // namespace huiyin::ui
