#include "core/ui/components/announcement.h"

#include <array>

namespace huiyin::ui {

namespace {

struct StripColors {
    ColorRole fill;
    ColorRole edge;
};

/// In the order of Surface.
constexpr std::array<StripColors, 4> strips = {{
    {ColorRole::Surface, ColorRole::LineStrong},
    {ColorRole::Notice, ColorRole::NoticeLine},
    {ColorRole::DangerSurface, ColorRole::Danger},
    {ColorRole::GoodSurface, ColorRole::Good},
}};

void paint_strip(Ui& ui, float top, StripColors const& colors) {
    Rect const strip{0, top, ui.input().width, ui.y() - top};
    ui.canvas().behind(1);
    ui.canvas().fill(strip, ui.theme()[colors.fill]);
    ui.canvas().fill({0, strip.bottom() - 2, strip.width, 2}, ui.theme()[colors.edge]);
    ui.canvas().in_front();
}

} // namespace

void announcement(Ui& ui, Announcement const& spec) {
    float const top = ui.y();
    {
        Scope const section =
            ui.open({.id = spec.id, .role = Role::Section, .label = ui.words(spec.title), .kind = "notice"});
        ui.advance(16);
        ui.text({.id = spec.id + ".title", .role = Role::Paragraph, .kind = "strong"}, spec.title,
                {.kind = TextKind::Strong});
        ui.gap(4);
        ui.text({.id = spec.id + ".words", .role = Role::Paragraph}, spec.words, {});
        ui.advance(18);
    }
    paint_strip(ui, top, strips[static_cast<std::size_t>(spec.surface)]);
    ui.gap(20);
}

} // namespace huiyin::ui
