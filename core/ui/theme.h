#pragma once

#include "core/ui/node.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace huiyin::ui {

/// Red, green, blue, 0 … 255; opaque.
struct Color {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    bool operator==(Color const&) const = default;
};

/// What a colour is for. The browser gets each as a custom property, "--ink", for fields and plain mode.
enum class ColorRole {
    Page,          ///< behind everything
    Surface,       ///< cards, the header
    Field,         ///< inside a text field
    Ink,           ///< text
    InkQuiet,      ///< hints, dates
    Line,          ///< borders that only divide
    LineStrong,    ///< borders of fields and choices
    Brand,         ///< the service's own colour: header, progress
    OnBrand,       ///< text on it
    Action,        ///< primary buttons
    ActionHover,   ///< under the pointer
    OnAction,      ///< text on them
    Link,          ///< links
    Focus,         ///< the outline of what has focus
    Notice,        ///< behind a notice
    NoticeLine,    ///< its edge
    Danger,        ///< error text and edges
    DangerSurface, ///< behind an error summary
    Good,          ///< done, resolved
    GoodSurface,   ///< behind a receipt
};
inline constexpr std::size_t color_roles = 20;

enum class ThemeName {
    Light,
    Dark,
    HighContrast,     ///< black on white
    HighContrastDark, ///< white on black
    System,           ///< the reader's own few colours (forced-colors)
};

/// What the reader's system paints with when it allows no colours but its own: the CSS colours Canvas,
/// CanvasText and LinkText, which it promises to be readable together.
struct SystemColors {
    Color canvas = {255, 255, 255};
    Color text = {0, 0, 0};
    Color link = {0, 0, 238};

    bool operator==(SystemColors const&) const = default;
};

/// All colours of one appearance.
struct Theme {
    ThemeName name = ThemeName::Light;
    std::array<Color, color_roles> colors = {};

    Color operator[](ColorRole role) const { return colors[static_cast<std::size_t>(role)]; }
    bool operator==(Theme const&) const = default;
};

/// Every theme but the system's.
inline constexpr std::array<ThemeName, 4> own_themes = {ThemeName::Light, ThemeName::Dark,
                                                        ThemeName::HighContrast, ThemeName::HighContrastDark};
/// The system's theme is made of its colours.
Theme theme(ThemeName name, SystemColors const& system = {});
bool is_dark(Theme const& theme);
/// "ink-quiet" for ColorRole::InkQuiet.
std::string_view css_name(ColorRole role);

/// Foreground on background, as they really occur, with the least contrast that WCAG 2.2 asks for:
/// 4.5 for text (1.4.3), 3 for controls and graphics (1.4.11).
struct ColorPair {
    ColorRole foreground;
    ColorRole background;
    double least;
};
std::span<ColorPair const> color_pairs();
/// Relative luminance contrast, 1 … 21 (WCAG 2.2).
double contrast(Color a, Color b);

/// The steps of the type scale.
enum class TextKind { Title, Heading, Subheading, Lead, Body, Strong, Small, Code };

struct TypeStep {
    /// CSS pixels on narrow and on wide windows.
    float phone;
    float desktop;
    Weight weight;
    /// Times the size.
    float line;
};
TypeStep const& type_step(TextKind kind);

/// Room between things, in CSS pixels.
namespace space {
inline constexpr float tight = 4;
inline constexpr float small = 8;
inline constexpr float medium = 12;
inline constexpr float large = 16;
inline constexpr float block = 24;
inline constexpr float section = 40;
} // namespace space

/// How far a surface seems to stand above what is behind it: soft rings around it, on light pages only.
struct Elevation {
    int rings;
    float drop;
};
namespace elevation {
inline constexpr Elevation card = {3, 1};
inline constexpr Elevation over = {12, 6};
} // namespace elevation
/// Whether surfaces throw shadows in this theme.
bool has_shadows(Theme const& theme);

/// Sizes in CSS pixels; the whole look hangs on these.
namespace measure {
inline constexpr float icon = 22;
inline constexpr float banner = 72;
inline constexpr float longest_line_em = 33;
inline constexpr float unit = 8;
inline constexpr float page_width = 720;
inline constexpr float gutter_phone = 16;
inline constexpr float gutter_desktop = 32;
inline constexpr float target = 44;
inline constexpr float radius = 8;
inline constexpr float radius_small = 4;
} // namespace measure

} // namespace huiyin::ui
