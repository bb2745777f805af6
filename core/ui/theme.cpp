#include "core/ui/theme.h"

#include <cmath>

namespace huiyin::ui {

namespace {

constexpr Color hex(std::uint32_t rgb) {
    return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8),
            static_cast<std::uint8_t>(rgb)};
}

/// Of the system's own three.
enum class SystemColor { Canvas, Text, Link };

struct RoleColors {
    ColorRole role;
    std::string_view css_name;
    Color light;
    Color dark;
    Color high_contrast;
    Color high_contrast_dark;
    SystemColor system;
};

constexpr auto canvas = SystemColor::Canvas;
constexpr auto ink = SystemColor::Text;
constexpr auto anchor = SystemColor::Link;

constexpr std::array<RoleColors, color_roles> role_colors = {{
    {ColorRole::Page, "page", hex(0xF6F7F9), hex(0x12161B), hex(0xFFFFFF), hex(0x000000), canvas},
    {ColorRole::Surface, "surface", hex(0xFFFFFF), hex(0x1B2128), hex(0xFFFFFF), hex(0x000000), canvas},
    {ColorRole::Field, "field", hex(0xFFFFFF), hex(0x12161B), hex(0xFFFFFF), hex(0x000000), canvas},
    {ColorRole::Ink, "ink", hex(0x16202B), hex(0xEEF1F5), hex(0x000000), hex(0xFFFFFF), ink},
    {ColorRole::InkQuiet, "ink-quiet", hex(0x4C5967), hex(0xB3BDC9), hex(0x1A1A1A), hex(0xF2F2F2), ink},
    {ColorRole::Line, "line", hex(0xD9DEE5), hex(0x343D48), hex(0x000000), hex(0xFFFFFF), ink},
    {ColorRole::LineStrong, "line-strong", hex(0x68758A), hex(0x8A97A8), hex(0x000000), hex(0xFFFFFF), ink},
    {ColorRole::Brand, "brand", hex(0x0B4F6C), hex(0x0A3B52), hex(0x000000), hex(0x000000), canvas},
    {ColorRole::OnBrand, "on-brand", hex(0xFFFFFF), hex(0xFFFFFF), hex(0xFFFFFF), hex(0xFFFFFF), ink},
    {ColorRole::Action, "action", hex(0x0B6E4F), hex(0x4CC79A), hex(0x003A8C), hex(0xFFE14D), ink},
    {ColorRole::ActionHover, "action-hover", hex(0x08543D), hex(0x74D9B3), hex(0x001F4D), hex(0xFFF3B0),
     anchor},
    {ColorRole::OnAction, "on-action", hex(0xFFFFFF), hex(0x06251A), hex(0xFFFFFF), hex(0x000000), canvas},
    {ColorRole::Link, "link", hex(0x0A5C8A), hex(0x7CC4F0), hex(0x003A8C), hex(0x9CDCFF), anchor},
    {ColorRole::Focus, "focus", hex(0xB3470A), hex(0xFFC24B), hex(0xA1006B), hex(0xFF9D5C), ink},
    {ColorRole::Notice, "notice", hex(0xFFF6E0), hex(0x33290F), hex(0xFFFFFF), hex(0x000000), canvas},
    {ColorRole::NoticeLine, "notice-line", hex(0xB26A00), hex(0xF0B13E), hex(0x000000), hex(0xFFE14D), ink},
    {ColorRole::Danger, "danger", hex(0xB3261E), hex(0xFF9C94), hex(0x8F0000), hex(0xFFB8B0), ink},
    {ColorRole::DangerSurface, "danger-surface", hex(0xFDF0EF), hex(0x351917), hex(0xFFFFFF), hex(0x000000),
     canvas},
    {ColorRole::Good, "good", hex(0x0B6E4F), hex(0x6ED6AE), hex(0x00492F), hex(0x9CF5C8), ink},
    {ColorRole::GoodSurface, "good-surface", hex(0xE9F6F0), hex(0x10291F), hex(0xFFFFFF), hex(0x000000),
     canvas},
}};

constexpr bool roles_stand_in_order() {
    for (std::size_t at = 0; at < role_colors.size(); ++at)
        if (static_cast<std::size_t>(role_colors[at].role) != at) return false;
    return true;
}
static_assert(roles_stand_in_order());

constexpr Color of_system(SystemColor color, SystemColors const& system) {
    switch (color) {
    case SystemColor::Canvas: return system.canvas;
    case SystemColor::Text: return system.text;
    case SystemColor::Link: return system.link;
    }
    return system.text;
}

constexpr Color color_of(RoleColors const& role, ThemeName name, SystemColors const& system) {
    switch (name) {
    case ThemeName::Light: return role.light;
    case ThemeName::Dark: return role.dark;
    case ThemeName::HighContrast: return role.high_contrast;
    case ThemeName::HighContrastDark: return role.high_contrast_dark;
    case ThemeName::System: return of_system(role.system, system);
    }
    return role.light;
}

constexpr double text = 4.5;
constexpr double graphic = 3;

using enum ColorRole;
constexpr auto pairs = std::to_array<ColorPair>({
    {Ink, Page, text},
    {Ink, Surface, text},
    {Ink, Field, text},
    {Ink, Notice, text},
    {Ink, DangerSurface, text},
    {Ink, GoodSurface, text},
    {InkQuiet, Page, text},
    {InkQuiet, Surface, text},
    {InkQuiet, Field, text},
    {InkQuiet, GoodSurface, text},
    {InkQuiet, Notice, text},
    {LineStrong, Page, graphic},
    {LineStrong, Surface, graphic},
    {LineStrong, Field, graphic},
    {OnBrand, Brand, text},
    {Brand, OnBrand, graphic},
    {OnAction, Action, text},
    {OnAction, ActionHover, text},
    {Action, Page, graphic},
    {Action, Surface, graphic},
    {ActionHover, Page, graphic},
    {ActionHover, Surface, graphic},
    {Link, Page, text},
    {Link, Surface, text},
    {Link, Notice, text},
    {Link, DangerSurface, text},
    {Link, GoodSurface, text},
    {Focus, Page, graphic},
    {Focus, Surface, graphic},
    {Focus, GoodSurface, graphic},
    {Focus, DangerSurface, graphic},
    {Focus, Notice, graphic},
    {NoticeLine, Notice, graphic},
    {NoticeLine, Page, graphic},
    {Danger, Page, text},
    {Danger, Surface, text},
    {Danger, DangerSurface, text},
    {Good, Page, graphic},
    {Good, Surface, text},
    {Good, GoodSurface, text},
});

/// WCAG 2.2, definition of relative luminance.
double luminance(Color color) {
    auto const linear = [](std::uint8_t channel) {
        double const share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

} // namespace

namespace {

/// In the order of TextKind.
constexpr std::array<TypeStep, 8> type_scale = {{
    {28, 40, Weight::Bold, 1.2F},
    {22, 27, Weight::Bold, 1.3F},
    {18, 20, Weight::Bold, 1.4F},
    {18, 21, Weight::Regular, 1.5F},
    {16, 18, Weight::Regular, 1.5F},
    {16, 18, Weight::Bold, 1.5F},
    {15, 16, Weight::Regular, 1.5F},
    {22, 26, Weight::Bold, 1.4F},
}};

} // namespace

TypeStep const& type_step(TextKind kind) { return type_scale[static_cast<std::size_t>(kind)]; }

bool has_shadows(Theme const& theme) { return theme.name == ThemeName::Light; }

Theme theme(ThemeName name, SystemColors const& system) {
    Theme theme{.name = name};
    for (std::size_t at = 0; at < color_roles; ++at)
        theme.colors[at] = color_of(role_colors[at], name, system);
    return theme;
}

bool is_dark(Theme const& theme) {
    return contrast(theme[ColorRole::Page], {0, 0, 0}) < contrast(theme[ColorRole::Page], {255, 255, 255});
}

std::string_view css_name(ColorRole role) { return role_colors[static_cast<std::size_t>(role)].css_name; }

std::span<ColorPair const> color_pairs() { return pairs; }

double contrast(Color a, Color b) {
    double const brighter = std::max(luminance(a), luminance(b));
    double const darker = std::min(luminance(a), luminance(b));
    return (brighter + 0.05) / (darker + 0.05);
}

} // namespace huiyin::ui
