#include "core/ui/components/timeline.h"

namespace huiyin::ui {

namespace {

constexpr float before_dot = 4;
constexpr float behind_dot = 16;
constexpr float dot_radius = 6;

void paint_thread(Ui& ui, float top, bool is_newest, bool is_oldest) {
    Theme const& theme = ui.theme();
    float const radius = ui.scaled(dot_radius);
    float const middle = ui.part(before_dot, 2 * radius).left + radius;
    float const dot = top + ui.line_height(TextKind::Strong) / 2;
    if (!is_oldest) ui.canvas().fill({middle - 1, dot, 2, ui.y() - top}, theme[ColorRole::Line]);
    ui.canvas().fill_circle({middle, dot}, radius,
                            theme[is_newest ? ColorRole::Action : ColorRole::LineStrong]);
}

void entry_view(Ui& ui, std::string const& id, TimelineEntry const& entry) {
    ui.text({.id = id + ".title", .role = Role::Span}, entry.title, {.kind = TextKind::Strong});
    ui.text({.id = id + ".when", .role = Role::Span}, entry.when,
            {.kind = TextKind::Small, .color = ColorRole::InkQuiet});
    int number = 0;
    for (i18n::Text const& line : entry.lines) {
        if (line.empty()) continue;
        ui.gap(2);
        ui.text({.id = id + ".line" + std::to_string(++number), .role = Role::Span}, line, {});
    }
    ui.gap(16);
}

} // namespace

void timeline(Ui& ui, std::string_view id, std::vector<TimelineEntry> const& entries) {
    Scope const list = ui.open({.id = std::string(id), .role = Role::OrderedList, .kind = "timeline"});
    for (std::size_t at = 0; at < entries.size(); ++at) {
        std::string const own_id = std::string(id) + "." + entries[at].name;
        float const top = ui.y();
        Scope const item = ui.open({.id = own_id, .role = Role::ListItem});
        {
            Scope const words = ui.inset(before_dot + 2 * ui.scaled(dot_radius) + behind_dot, 0);
            entry_view(ui, own_id, entries[at]);
        }
        paint_thread(ui, top, at == 0, at + 1 == entries.size());
    }
}

} // namespace huiyin::ui
