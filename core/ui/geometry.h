#pragma once

#include <ostream>

namespace huiyin::ui {

/// CSS pixels, from the document's top left corner.
struct Point {
    float x = 0;
    float y = 0;

    bool operator==(Point const&) const = default;
};

struct Rect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;

    float right() const { return x + width; }
    float bottom() const { return y + height; }
    bool operator==(Rect const&) const = default;
    friend std::ostream& operator<<(std::ostream& out, Rect const& rect) {
        return out << rect.x << "," << rect.y << " " << rect.width << "×" << rect.height;
    }
};

} // namespace huiyin::ui
