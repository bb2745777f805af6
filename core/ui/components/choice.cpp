#include "core/ui/components/choice.h"

#include <algorithm>

namespace huiyin::ui {

namespace {

constexpr float mark_offset = 16;
constexpr float behind_mark = 14;
constexpr float block_padding = 12;
constexpr float end_padding = 16;

void paint_box(Ui& ui, std::string_view id, Rect box, bool is_chosen) {
    Theme const& theme = ui.theme();
    Interaction const pointer = ui.canvas().interact(id, box);
    ui.canvas().fill(box, theme[is_chosen ? ColorRole::GoodSurface : ColorRole::Surface], measure::radius);
    ColorRole const edge = is_chosen            ? ColorRole::Action
                           : pointer.is_hovered ? ColorRole::LineStrong
                                                : ColorRole::Line;
    ui.canvas().stroke(box, theme[edge], edge == ColorRole::Line ? 1 : 2, measure::radius);
}

void words_beside(Ui& ui, std::string const& id, i18n::Text const& label, i18n::Text const& hint) {
    ui.text({.id = id + ".label", .role = Role::Label, .for_id = id}, label, {});
    if (hint.empty()) return;
    ui.text({.id = id + ".hint", .role = Role::Hint}, hint,
            {.kind = TextKind::Small, .color = ColorRole::InkQuiet});
}

} // namespace

Point choice_row(Ui& ui, Node node, i18n::Text const& label, i18n::Text const& hint) {
    std::string const id = node.id;
    float const mark = ui.scaled(mark_size);
    float const words_offset = mark_offset + mark + behind_mark;
    Column const words = ui.part(words_offset, ui.column().width - words_offset - end_padding);
    float height = ui.text_height(label, {}, words.width);
    if (!hint.empty()) height += ui.text_height(hint, {.kind = TextKind::Small}, words.width);
    float const box_height = std::max(measure::target, height + 2 * block_padding);
    float const first_line = ui.y() + (box_height - height) / 2;
    node.bounds = {ui.column().left, ui.y(), ui.column().width, box_height};
    node.label = ui.words(label);
    if (!hint.empty()) node.described_by.push_back(id + ".hint");
    paint_box(ui, id, node.bounds, node.state.checked);
    ui.record(std::move(node));
    {
        Scope const place = ui.place(words, first_line);
        words_beside(ui, id, label, hint);
    }
    ui.advance(box_height);
    ui.gap(8);
    return {ui.part(mark_offset, mark).left + mark / 2, first_line + ui.line_height(TextKind::Body) / 2};
}

} // namespace huiyin::ui
