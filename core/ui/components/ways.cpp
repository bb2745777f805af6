#include "core/ui/components/ways.h"

namespace huiyin::ui {

namespace {

/// As high as one line with the room above and below it.
constexpr float sign = 42;

void way_view(Ui& ui, std::string const& id, Way const& way) {
    Scope const item = ui.open({.id = id + ".item", .role = Role::ListItem});
    float const side = ui.scaled(sign);
    float const top = ui.y();
    Point const center{ui.part(0, side).left + side / 2, top + side / 2};
    ui.canvas().fill_circle(center, side / 2, ui.theme()[ColorRole::GoodSurface]);
    ui.icon(way.icon, {center.x - side / 4, center.y - side / 4, side / 2, side / 2}, ColorRole::Good);
    float const offset = side + space::large;
    float const above = ui.scaled(space::small);
    float bottom = 0;
    {
        Scope const place = ui.place(ui.part(offset, ui.column().width - offset), top + above);
        ui.text({.id = id, .role = Role::Span}, way.words, {});
        bottom = ui.y();
    }
    ui.move_to(bottom + above);
    ui.gap(space::large);
}

} // namespace

void ways(Ui& ui, std::string_view id, std::vector<Way> const& list) {
    Scope const open = ui.open({.id = std::string(id) + ".list", .role = Role::OrderedList});
    for (Way const& way : list)
        way_view(ui, std::string(id) + "." + way.name, way);
}

} // namespace huiyin::ui
