#include "core/ui/components/tabs.h"

#include "core/base/find.h"

#include <algorithm>
#include <utility>

namespace huiyin::ui {

namespace {

constexpr Point padding = {20, 10};
constexpr float between = 4;
constexpr TextSetting setting = {.kind = TextKind::Strong, .align = Align::Center};

struct TabPlace {
    std::string id;
    std::string panel_id;
    Rect box;
    bool is_chosen;
};

void paint(Ui& ui, TabPlace const& place) {
    Theme const& theme = ui.theme();
    Rect const& box = place.box;
    bool const is_hovered = ui.canvas().interact(place.id, box).is_hovered;
    if (place.is_chosen) ui.canvas().fill(box, theme[ColorRole::Surface], measure::radius_small);
    if (place.is_chosen || is_hovered)
        ui.canvas().fill({box.x, box.bottom() - 4, box.width, 4},
                         theme[place.is_chosen ? ColorRole::Action : ColorRole::LineStrong]);
}

void tab_view(Ui& ui, TabOf const& tab, TabPlace const& place) {
    paint(ui, place);
    TextSetting words = setting;
    words.color = place.is_chosen ? ColorRole::Ink : ColorRole::Link;
    ui.text_in({.id = place.id,
                .role = Role::Tab,
                .state = {.selected = place.is_chosen},
                .controls = place.panel_id},
               place.box, padding, tab.label, words);
}

/// Tabs beside each other, and in further rows where they find no room.
void list_view(Ui& ui, Tabs const& spec, std::string const& chosen) {
    Scope const list = ui.open(
        {.id = spec.id + ".list", .role = Role::TabList, .label = ui.words(spec.label), .kind = "tabs"});
    float offset = 0;
    float height = 0;
    for (TabOf const& tab : spec.tabs) {
        float const natural = ui.text_width(ui.words(tab.label), setting) + 2 * padding.x + 2;
        float const width = std::min(natural, ui.column().width);
        if (offset > 0 && offset + width > ui.column().width) {
            ui.advance(std::exchange(height, 0) + between);
            offset = 0;
        }
        Column const place = ui.part(offset, width);
        float const tab_height = std::max(
            measure::target, ui.text_height(tab.label, setting, width - 2 * padding.x) + 2 * padding.y);
        tab_view(ui, tab,
                 {.id = spec.id + "." + tab.name,
                  .panel_id = spec.id + ".panel",
                  .box = {place.left, ui.y(), place.width, tab_height},
                  .is_chosen = tab.name == chosen});
        height = std::max(height, tab_height);
        offset += width + between;
    }
    ui.advance(height);
}

std::optional<std::string> newly_chosen(Ui& ui, Tabs const& spec) {
    for (TabOf const& tab : spec.tabs)
        if (ui.is_clicked(spec.id + "." + tab.name)) return tab.name;
    return std::nullopt;
}

} // namespace

std::optional<std::string> tabs(Ui& ui, Tabs const& spec, std::function<void()> const& inside) {
    list_view(ui, spec, spec.chosen);
    ui.canvas().fill({ui.column().left, ui.y(), ui.column().width, 1}, ui.theme()[ColorRole::LineStrong]);
    ui.gap(16);
    auto const chosen = find_in(spec.tabs, spec.chosen, &TabOf::name);
    {
        Scope const panel =
            ui.open({.id = spec.id + ".panel",
                     .role = Role::TabPanel,
                     .label = chosen == spec.tabs.end() ? std::string() : ui.words(chosen->label)});
        inside();
    }
    ui.gap(20);
    return newly_chosen(ui, spec);
}

} // namespace huiyin::ui
