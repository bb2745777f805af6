#include "core/ui/canvas.h"

#include "tests/support/fixed_text_engine.h"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <functional>
#include <vector>

using namespace huiyin;
using namespace huiyin::ui;

namespace {

constexpr std::array<float, 6> ratios = {1, 1.25F, 1.5F, 2, 2.625F, 3};
/// Where layout may well put a rectangle, but no pixel begins.
constexpr std::array<Rect, 3> rectangles = {
    {{16.3F, 37.7F, 101.4F, 53.9F}, {7, 11, 30, 1}, {33, 5.5F, 2, 60}}};

/// Corners of what was painted, in device pixels.
std::vector<Point> corners(float ratio, std::function<void(Canvas&)> const& paint) {
    tests::FixedTextEngine engine;
    Canvas canvas(engine);
    canvas.begin({.paint_bottom = 740, .device_pixel_ratio = ratio});
    paint(canvas);
    std::vector<Point> corners;
    for (PaintList const& list : canvas.end())
        for (PaintVertex const& vertex : list.vertices)
            corners.push_back({vertex.x * ratio, vertex.y * ratio});
    return corners;
}

bool is_whole(float value) { return std::abs(value - std::round(value)) < 0.01F; }

} // namespace

BOOST_AUTO_TEST_SUITE(canvas_tests)

BOOST_AUTO_TEST_CASE(filled_rectangles_begin_and_end_on_whole_device_pixels) {
    for (float const ratio : ratios)
        for (Rect const& rect : rectangles)
            for (Point const& corner : corners(ratio, [&](Canvas& canvas) { canvas.fill(rect, {}); }))
                BOOST_TEST((is_whole(corner.x) && is_whole(corner.y)),
                           "a corner at " << corner.x << ", " << corner.y << " with ratio " << ratio);
}

BOOST_AUTO_TEST_CASE(borders_go_from_one_whole_device_pixel_to_another) {
    // Dear ImGui softens an edge over the half pixels on both its sides; on a whole pixel that leaves no
    // trace.
    for (float const ratio : ratios)
        for (float const thickness : {1.0F, 1.5F, 2.0F})
            for (Point const& corner :
                 corners(ratio, [&](Canvas& canvas) { canvas.stroke(rectangles[0], {}, thickness); }))
                BOOST_TEST((is_whole(corner.x + 0.5F) && is_whole(corner.y + 0.5F)),
                           "a corner at " << corner.x << ", " << corner.y << " with ratio " << ratio);
}

BOOST_AUTO_TEST_CASE(a_thin_line_is_as_thick_wherever_it_lies) {
    for (float const ratio : ratios)
        for (float const y : {10.0F, 10.3F, 10.5F, 10.7F}) {
            std::vector<Point> const line = corners(ratio, [&](Canvas& canvas) {
                canvas.fill({0, y, 90, 1}, {});
            });
            auto const [top, bottom] = std::minmax_element(
                line.begin(), line.end(), [](Point const& a, Point const& b) { return a.y < b.y; });
            BOOST_TEST(bottom->y - top->y == std::round(ratio), boost::test_tools::tolerance(0.01F));
        }
}

BOOST_AUTO_TEST_CASE(a_run_of_text_has_its_pen_on_a_whole_device_pixel) {
    TextStyle const style{.size = 20, .lang = "en"};
    for (float const ratio : ratios) {
        auto const run = corners(ratio, [&](Canvas& canvas) {
            canvas.run({16.3F, 37.7F}, "lamp", style, {});
        });
        BOOST_REQUIRE_EQUAL(run.size(), 4);
        float const above = 0.9F * style.size * ratio;
        BOOST_TEST((is_whole(run[0].x) && is_whole(run[0].y + above)), "with ratio " << ratio);
    }
}

BOOST_AUTO_TEST_SUITE_END()
