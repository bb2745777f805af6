#include "core/ui/components/accordion.h"

#include <algorithm>
#include <array>

namespace huiyin::ui {

namespace {

constexpr float arrow = 14;
constexpr float behind_arrow = 18;
constexpr float block_padding = 12;

void divide(Ui& ui) {
    ui.canvas().fill({ui.column().left, ui.y(), ui.column().width, 1}, ui.theme()[ColorRole::Line]);
}

void paint_arrow(Ui& ui, Rect box, bool is_open) {
    float const side = ui.scaled(arrow);
    Point const center{ui.part(0, side).left + side / 2, box.y + box.height / 2};
    float const tip = is_open ? -3.5F : 3.5F;
    ui.figure(center, std::array<Point, 3>{{{-7, -tip}, {0, tip}, {7, -tip}}}, ColorRole::Link, 2.5F);
}

bool title_view(Ui& ui, std::string const& id, AccordionSection const& section) {
    TextSetting setting{.kind = TextKind::Strong, .color = ColorRole::Link};
    float const arrow_room = ui.scaled(arrow) + behind_arrow;
    float const width = ui.column().width - 2 * arrow_room;
    float const words_height = ui.text_height(section.title, setting, width);
    float const height = std::max(measure::target, words_height + 2 * block_padding);
    Rect const box{ui.column().left, ui.y(), ui.column().width, height};
    if (ui.canvas().interact(id, box).is_hovered) setting.underline = 2;
    paint_arrow(ui, box, section.is_open);
    ui.text_in({.id = id, .role = Role::Disclosure, .state = {.expanded = section.is_open}}, box,
               {arrow_room, (height - words_height) / 2}, section.title, setting);
    ui.advance(height);
    return ui.is_clicked(id);
}

bool section_view(Ui& ui, std::string const& id, AccordionSection const& section) {
    Scope const details = ui.open({.id = id, .role = Role::Details, .state = {.expanded = section.is_open}});
    divide(ui);
    bool const is_pressed = title_view(ui, id + ".title", section);
    if (section.is_open) {
        ui.gap(4);
        section.inside();
        ui.gap(8);
    }
    return is_pressed;
}

} // namespace

std::optional<std::string> accordion(Ui& ui, std::string_view id,
                                     std::vector<AccordionSection> const& sections) {
    std::optional<std::string> pressed;
    for (AccordionSection const& section : sections)
        if (section_view(ui, std::string(id) + "." + section.name, section)) pressed = section.name;
    divide(ui);
    ui.gap(20);
    return pressed;
}

} // namespace huiyin::ui
