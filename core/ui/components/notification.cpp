#include "core/ui/components/notification.h"

#include <algorithm>
#include <array>

namespace huiyin::ui {

namespace {

constexpr float distance = 12;

void paint_cross(Ui& ui, Rect box) {
    Point const center{box.x + box.width / 2, box.y + box.height / 2};
    constexpr float arm = 6;
    for (float const slope : {1.0F, -1.0F})
        ui.figure(center, std::array<Point, 2>{{{-arm, -slope * arm}, {arm, slope * arm}}}, ColorRole::Ink,
                  2);
}

bool close_button(Ui& ui, std::string const& id, float top) {
    Column const place = ui.part(ui.column().width - measure::target, measure::target);
    Rect const box{place.left, top, place.width, measure::target};
    if (ui.canvas().interact(id, box).is_hovered)
        ui.canvas().stroke(box, ui.theme()[ColorRole::LineStrong], 2, measure::radius);
    paint_cross(ui, box);
    ui.record({.id = id,
               .role = Role::Button,
               .label = ui.words(i18n::tr("notification.close")),
               .bounds = box,
               .kind = "icon"});
    return ui.is_clicked(id);
}

} // namespace

bool notification(Ui& ui, Notification const& spec) {
    bool is_closed = false;
    {
        Scope const card =
            ui.card({.id = spec.id, .role = Role::Alert, .label = ui.words(spec.words), .kind = "done"},
                    spec.surface);
        float const top = ui.y();
        TextSetting const setting{.kind = TextKind::Strong};
        float const width = ui.column().width - measure::target - distance;
        float const height = ui.text_height(spec.words, setting, width);
        {
            float const above = std::max(0.0F, (measure::target - height) / 2);
            Scope const words = ui.place(ui.part(0, width), top + above);
            ui.text({.id = spec.id + ".words", .role = Role::Paragraph}, spec.words, setting);
        }
        is_closed = close_button(ui, spec.id + ".close", top);
        ui.advance(std::max(height, measure::target));
    }
    ui.gap(20);
    return is_closed;
}

} // namespace huiyin::ui
