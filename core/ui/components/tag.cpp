#include "core/ui/components/tag.h"

#include <algorithm>
#include <array>

namespace huiyin::ui {

namespace {

struct TagColors {
    ColorRole fill;
    ColorRole edge;
    std::string_view kind;
};

/// In the order of TagLook.
constexpr std::array<TagColors, 4> looks = {{
    {ColorRole::Surface, ColorRole::LineStrong, "tag"},
    {ColorRole::GoodSurface, ColorRole::Good, "tag good"},
    {ColorRole::Notice, ColorRole::NoticeLine, "tag careful"},
    {ColorRole::DangerSurface, ColorRole::Danger, "tag bad"},
}};

constexpr Point padding = {12, 3};
constexpr TextSetting setting = {.kind = TextKind::Small};

} // namespace

void tag(Ui& ui, std::string_view id, i18n::Text const& words, TagLook look) {
    TagColors const& colors = looks[static_cast<std::size_t>(look)];
    float const natural = ui.text_width(ui.words(words), setting) + 2 * padding.x + 1;
    Column const place = ui.part(0, std::min(natural, ui.column().width));
    float const height = ui.text_height(words, setting, place.width - 2 * padding.x) + 2 * padding.y;
    Rect const box{place.left, ui.y(), place.width, height};
    float const radius = std::min(height, ui.line_height(setting.kind)) / 2;
    ui.canvas().fill(box, ui.theme()[colors.fill], radius);
    ui.canvas().stroke(box, ui.theme()[colors.edge], 1, radius);
    ui.text_in({.id = std::string(id), .role = Role::Span, .kind = std::string(colors.kind)}, box, padding,
               words, setting);
    ui.advance(height);
    ui.gap(8);
}

} // namespace huiyin::ui
