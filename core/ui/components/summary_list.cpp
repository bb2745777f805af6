#include "core/ui/components/summary_list.h"

#include "core/ui/components/link.h"

#include <algorithm>

namespace huiyin::ui {

namespace {

void divide(Ui& ui) {
    ui.canvas().fill({ui.column().left, ui.y(), ui.column().width, 1}, ui.theme()[ColorRole::Line]);
}

/// The link's words name what is changed, so that it makes sense alone (WCAG 2.4.4).
bool change_link(Ui& ui, std::string const& row_id, SummaryLine const& line) {
    if (line.change_href.empty()) return false;
    return link(ui, row_id + ".change", i18n::tr("summary.change", {{"what", std::vector{line.term}}}),
                line.change_href, {.kind = TextKind::Small});
}

void item_view(Ui& ui, std::string const& id, SummaryItem const& item) {
    Scope const open = ui.open({.id = id, .role = Role::ListItem});
    ui.text({.id = id + ".words", .role = Role::Span}, item.words, {});
    for (std::size_t at = 0; at < item.details.size(); ++at)
        ui.text({.id = id + "." + std::to_string(at), .role = Role::Span}, item.details[at],
                {.kind = TextKind::Small, .color = ColorRole::InkQuiet});
    if (!item.failure.empty())
        ui.text({.id = id + ".failure", .role = Role::ErrorText}, item.failure,
                {.kind = TextKind::Strong, .color = ColorRole::Danger});
}

void value_view(Ui& ui, std::string const& row_id, SummaryLine const& line) {
    if (line.items.empty()) return ui.text({.id = row_id + ".words", .role = Role::Span}, line.value, {});
    Scope const list = ui.open({.id = row_id + ".items", .role = Role::List});
    for (std::size_t at = 0; at < line.items.size(); ++at) {
        item_view(ui, row_id + ".items." + std::to_string(at), line.items[at]);
        ui.gap(12);
    }
}

bool row(Ui& ui, std::string const& row_id, SummaryLine const& line) {
    Scope const open = ui.open({.id = row_id, .role = Role::SummaryRow});
    divide(ui);
    ui.gap(12);
    float const top = ui.y();
    float const term_width = ui.is_wide() ? ui.column().width * 0.32F : ui.column().width;
    {
        Scope const place = ui.place(ui.part(0, term_width), top);
        ui.text({.id = row_id + ".term", .role = Role::Term}, line.term,
                {.kind = TextKind::Small, .color = ColorRole::InkQuiet});
    }
    float const term_height = ui.text_height(line.term, {.kind = TextKind::Small}, term_width);
    float const offset = ui.is_wide() ? term_width + 16 : 0;
    if (!ui.is_wide()) ui.gap(term_height + 2);
    bool is_followed = false;
    float bottom = 0;
    {
        Scope const place = ui.place(ui.part(offset, ui.column().width - offset), ui.y());
        {
            Scope const value = ui.open({.id = row_id + ".value", .role = Role::Definition});
            value_view(ui, row_id, line);
            is_followed = change_link(ui, row_id, line);
        }
        bottom = ui.y();
    }
    ui.move_to(std::max(bottom, top + term_height) + 12);
    return is_followed;
}

} // namespace

std::optional<std::string> summary_list(Ui& ui, std::string_view id, std::vector<SummaryLine> const& lines) {
    std::optional<std::string> followed;
    {
        Scope const list = ui.open({.id = std::string(id), .role = Role::Summary});
        for (SummaryLine const& line : lines)
            if (row(ui, std::string(id) + "." + line.name, line)) followed = line.name;
    }
    ui.gap(16);
    return followed;
}

} // namespace huiyin::ui
