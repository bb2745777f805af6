#pragma once

#include "core/ui/text_engine.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace huiyin::web {

/// Measures and draws runs with the browser's 2D canvas and remembers what it learnt.
class BrowserTextEngine final : public ui::TextEngine {
public:
    float width(std::string_view run, ui::TextStyle const& style) override;
    ui::FontMetrics metrics(ui::TextStyle const& style) override;
    std::optional<ui::RunImage> image(std::string_view run, ui::TextStyle const& style) override;
    ui::Point white_texel() const override;
    std::uint32_t generation() const override { return m_generation; }

    /// Allows a few new runs again, and gives up all pages when there are too many.
    void begin_frame();
    /// Fonts or the device pixel ratio changed.
    void forget_everything();
    /// The pages are lost, or hold other colours than wished; widths stay true.
    void forget_images();

private:
    struct StringHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    template <class T>
    using ByRun = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

    /// All that is known of one style; its place in the list is its number on the JavaScript side.
    struct Known {
        ui::TextStyle style;
        std::optional<ui::FontMetrics> metrics = {};
        ByRun<float> widths = {};
        ByRun<ui::RunImage> images = {};
    };
    std::size_t number_of(ui::TextStyle const& style);
    Known& known(ui::TextStyle const& style) { return m_known[number_of(style)]; }

    std::vector<Known> m_known;
    std::size_t m_last_used = 0;
    /// Measured, since everything was forgotten.
    std::size_t m_runs = 0;
    /// On the pages.
    int m_drawn = 0;
    int m_budget = 0;
    std::uint32_t m_generation = 1;
};

} // namespace huiyin::web
