#include "core/ui/components/table.h"

#include "core/ui/components/field.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace huiyin::ui {

namespace {

constexpr Point padding = {12, 12};
constexpr float arrow = 18;

bool can_be_sorted(Table const& spec) {
    return std::any_of(spec.columns.begin(), spec.columns.end(),
                       [](TableColumn const& column) { return column.can_be_sorted; });
}

Sort sort_by(Table const& spec, TableColumn const& column) {
    return spec.order && spec.order->column == column.name ? spec.order->sort : Sort::None;
}

Sort reversed(Sort sort) { return sort == Sort::Ascending ? Sort::Descending : Sort::Ascending; }

float arrow_room(Ui const& ui) { return ui.scaled(arrow); }

void caption_view(Ui& ui, Table const& spec) {
    ui.text({.id = spec.id + ".caption", .role = Role::Caption}, spec.caption, {.kind = TextKind::Strong});
    ui.gap(8);
}

/// Where the cells of a row stand.
std::vector<Column> places_of(Ui& ui, Table const& spec) {
    auto const count = static_cast<float>(spec.columns.size());
    // The row's head has more to say than what belongs to it.
    float const share = std::floor(ui.column().width / (count + 0.6F));
    float const head = ui.column().width - share * (count - 1);
    std::vector<Column> places = {ui.part(0, head)};
    for (std::size_t at = 1; at < spec.columns.size(); ++at)
        places.push_back(ui.part(head + static_cast<float>(at - 1) * share, share));
    return places;
}

TextSetting head_setting(TableColumn const& column) {
    return {.kind = TextKind::Strong, .align = column.is_number ? Align::End : Align::Start};
}

float head_height(Ui& ui, Table const& spec, std::vector<Column> const& places) {
    float height = measure::target;
    for (std::size_t at = 0; at < places.size(); ++at) {
        float const width = places[at].width - 2 * padding.x - arrow_room(ui);
        height =
            std::max(height, ui.text_height(spec.columns[at].label, head_setting(spec.columns[at]), width) +
                                 2 * padding.y);
    }
    return height;
}

void paint_arrow(Ui& ui, Point center, Sort sort) {
    float const tip = sort == Sort::Ascending ? -3.5F : 3.5F;
    bool const is_sorted = sort != Sort::None;
    ui.figure(center, std::array<Point, 3>{{{-5, -tip}, {0, tip}, {5, -tip}}},
              is_sorted ? ColorRole::Action : ColorRole::LineStrong, 2);
}

/// Beside the words, on the side where there is room.
float arrow_place(Ui& ui, Rect box, float words_width, Align align) {
    float const offset = padding.x + words_width + arrow_room(ui) / 2;
    bool const is_from_left = (align == Align::Start) != ui.is_right_to_left();
    float const place = is_from_left ? box.x + offset : box.right() - offset;
    return std::clamp(place, box.x + arrow_room(ui) / 2, box.right() - arrow_room(ui) / 2);
}

/// The button fills its column's head.
bool sort_button(Ui& ui, Table const& spec, TableColumn const& column, Rect box) {
    std::string const id = spec.id + "." + column.name + ".sort";
    TextSetting setting = head_setting(column);
    setting.color = ColorRole::Link;
    if (ui.canvas().interact(id, box).is_hovered) setting.underline = 2;
    float const height = ui.text_height(column.label, setting, box.width - 2 * padding.x);
    float const width = std::min(ui.text_width(ui.words(column.label), setting), box.width - 2 * padding.x);
    paint_arrow(ui, {arrow_place(ui, box, width, setting.align), box.y + box.height / 2},
                sort_by(spec, column));
    ui.text_in({.id = id, .role = Role::Button, .kind = "sort"}, box, {padding.x, (box.height - height) / 2},
               column.label, setting);
    return ui.is_clicked(id);
}

std::optional<TableOrder> head_view(Ui& ui, Table const& spec, std::vector<Column> const& places) {
    std::optional<TableOrder> order;
    float const height = head_height(ui, spec, places);
    Scope const row = ui.open({.id = spec.id + ".head", .role = Role::Row});
    for (std::size_t at = 0; at < places.size(); ++at) {
        TableColumn const& column = spec.columns[at];
        Rect const box{places[at].left, ui.y(), places[at].width, height};
        Node node{.id = spec.id + "." + column.name, .role = Role::ColumnHead};
        if (!column.can_be_sorted) {
            ui.text_in(std::move(node), box, padding, column.label, head_setting(column));
            continue;
        }
        Sort const sort = sort_by(spec, column);
        node.sort = sort;
        Scope const place = ui.place(places[at], ui.y());
        Scope const head = ui.open(std::move(node));
        if (sort_button(ui, spec, column, box)) order = TableOrder{column.name, reversed(sort)};
        ui.advance(height);
    }
    ui.advance(height);
    ui.canvas().fill({ui.column().left, ui.y() - 2, ui.column().width, 2}, ui.theme()[ColorRole::LineStrong]);
    return order;
}

TextSetting cell_setting(Table const& spec, std::size_t column) {
    return {.kind = column == 0 ? TextKind::Strong : TextKind::Body,
            .align = spec.columns[column].is_number ? Align::End : Align::Start};
}

void row_view(Ui& ui, Table const& spec, TableRow const& row, std::vector<Column> const& places) {
    std::string const id = spec.id + "." + row.name;
    float height = measure::target;
    for (std::size_t at = 0; at < places.size(); ++at)
        height = std::max(
            height, ui.text_height(row.cells[at], cell_setting(spec, at), places[at].width - 2 * padding.x) +
                        2 * padding.y);
    Scope const open = ui.open({.id = id, .role = Role::Row});
    for (std::size_t at = 0; at < places.size(); ++at)
        ui.text_in({.id = id + "." + spec.columns[at].name, .role = at == 0 ? Role::RowHead : Role::Cell},
                   {places[at].left, ui.y(), places[at].width, height}, padding, row.cells[at],
                   cell_setting(spec, at));
    ui.advance(height);
    ui.canvas().fill({ui.column().left, ui.y() - 1, ui.column().width, 1}, ui.theme()[ColorRole::Line]);
}

std::optional<TableOrder> wide_table(Ui& ui, Table const& spec) {
    Scope const open = ui.open({.id = spec.id, .role = Role::Table});
    caption_view(ui, spec);
    std::vector<Column> const places = places_of(ui, spec);
    std::optional<TableOrder> order = head_view(ui, spec, places);
    for (TableRow const& row : spec.rows)
        row_view(ui, spec, row, places);
    return order;
}

/// On a card the column's label stands above each value.
void card_cell(Ui& ui, std::string const& id, i18n::Text const& label, i18n::Text const& value) {
    Scope const row = ui.open({.id = id + ".row", .role = Role::SummaryRow});
    ui.text({.id = id + ".term", .role = Role::Term}, label,
            {.kind = TextKind::Small, .color = ColorRole::InkQuiet});
    ui.text({.id = id, .role = Role::Definition}, value, {});
    ui.gap(6);
}

void card_view(Ui& ui, Table const& spec, TableRow const& row) {
    std::string const id = spec.id + "." + row.name;
    Scope const item = ui.card({.id = id + ".card", .role = Role::ListItem, .kind = "card"}, Surface::Card);
    ui.text({.id = id + "." + spec.columns.front().name, .role = Role::Span, .kind = "strong"},
            row.cells.front(), {.kind = TextKind::Strong});
    ui.gap(6);
    Scope const list = ui.open({.id = id + ".list", .role = Role::Summary});
    for (std::size_t at = 1; at < row.cells.size(); ++at)
        card_cell(ui, id + "." + spec.columns[at].name, spec.columns[at].label, row.cells[at]);
}

/// Narrow windows have no column heads to be pressed.
std::optional<TableOrder> order_select(Ui& ui, Table const& spec) {
    Select select_spec{.frame = {.id = spec.id + ".sort", .label = i18n::tr("table.sort")}};
    if (spec.order)
        select_spec.chosen = spec.order->column + (spec.order->sort == Sort::Descending ? "-" : "+");
    else
        select_spec.options.push_back({"", ui.words(i18n::tr("table.unsorted"))});
    for (TableColumn const& column : spec.columns) {
        if (!column.can_be_sorted) continue;
        for (bool const is_ascending : {true, false})
            select_spec.options.push_back(
                {column.name + (is_ascending ? "+" : "-"),
                 ui.words(i18n::tr(is_ascending ? "table.ascending" : "table.descending",
                                   {{"column", std::vector{column.label}}}))});
    }
    auto const chosen = select(ui, select_spec);
    if (!chosen || chosen->empty()) return std::nullopt;
    return TableOrder{chosen->substr(0, chosen->size() - 1),
                      chosen->back() == '-' ? Sort::Descending : Sort::Ascending};
}

std::optional<TableOrder> cards(Ui& ui, Table const& spec) {
    std::optional<TableOrder> order;
    Scope const section = ui.open({.id = spec.id, .role = Role::Section, .label = ui.words(spec.caption)});
    ui.text({.id = spec.id + ".caption", .role = Role::Paragraph, .kind = "strong"}, spec.caption,
            {.kind = TextKind::Strong});
    ui.gap(12);
    if (can_be_sorted(spec)) order = order_select(ui, spec);
    Scope const list = ui.open({.id = spec.id + ".list", .role = Role::List});
    for (TableRow const& row : spec.rows) {
        card_view(ui, spec, row);
        ui.gap(12);
    }
    return order;
}

} // namespace

std::optional<TableOrder> table(Ui& ui, Table const& spec) {
    std::optional<TableOrder> const order = ui.is_wide() ? wide_table(ui, spec) : cards(ui, spec);
    ui.gap(20);
    return order;
}

} // namespace huiyin::ui
