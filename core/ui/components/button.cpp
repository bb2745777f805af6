#include "core/ui/components/button.h"

#include <algorithm>
#include <array>

namespace huiyin::ui {

namespace {

struct ButtonColors {
    ColorRole fill;
    ColorRole hover;
    ColorRole edge;
    ColorRole words;
    std::string_view kind;
};

/// In the order of ButtonLook.
constexpr std::array<ButtonColors, 3> looks = {{
    {ColorRole::Action, ColorRole::ActionHover, ColorRole::Action, ColorRole::OnAction, "primary"},
    {ColorRole::Surface, ColorRole::GoodSurface, ColorRole::LineStrong, ColorRole::Ink, "secondary"},
    {ColorRole::Surface, ColorRole::DangerSurface, ColorRole::Danger, ColorRole::Danger, "danger"},
}};

constexpr Point padding = {24, 12};

void paint(Ui& ui, std::string_view id, Rect box, ButtonColors const& colors, bool is_busy) {
    Interaction const pointer = ui.canvas().interact(id, box);
    bool const is_lit = pointer.is_hovered && !is_busy;
    ui.canvas().fill(box, ui.theme()[is_lit ? colors.hover : colors.fill], measure::radius);
    if (colors.fill != colors.edge)
        ui.canvas().stroke(box, ui.theme()[colors.edge], is_lit ? 2 : 1.5F, measure::radius);
}

/// At the end of the words when it shows the way on, else at their start.
void paint_icon_beside(Ui& ui, Icon icon, Rect box, float words_width, ColorRole color) {
    float const side = ui.scaled(measure::icon);
    float const middle = box.x + box.width / 2;
    float const reach = words_width / 2 + space::small;
    bool const is_right = has_direction(icon) != ui.is_right_to_left();
    ui.icon(icon, {is_right ? middle + reach : middle - reach - side, box.y, side, box.height}, color);
}

void place(Ui& ui, Node node, i18n::Text const& label, ButtonLook look, std::optional<Icon> icon) {
    ButtonColors const& colors = looks[static_cast<std::size_t>(look)];
    TextSetting const setting{.kind = TextKind::Strong, .color = colors.words, .align = Align::Center};
    float const words_width = ui.text_width(ui.words(label), setting);
    float const beside = padding.x + (icon ? ui.scaled(measure::icon) : 0);
    float const width = ui.is_wide()
                            ? std::min(ui.column().width, std::max(160.0F, words_width + 2 * beside + 2))
                            : ui.column().width;
    Column const place = ui.part(0, width);
    float const words_height = ui.text_height(label, setting, width - 2 * beside);
    float const height = std::max(measure::target, words_height + 2 * padding.y);
    Rect const box{place.left, ui.y(), width, height};
    node.kind = colors.kind;
    paint(ui, node.id, box, colors, node.state.busy);
    if (icon) paint_icon_beside(ui, *icon, box, std::min(words_width, width - 2 * beside), colors.words);
    ui.text_in(std::move(node), box, {beside, (height - words_height) / 2}, label, setting);
    ui.advance(height);
    ui.gap(12);
}

} // namespace

bool button(Ui& ui, Button const& spec) {
    place(ui,
          {.id = spec.id,
           .role = Role::Button,
           .state = {.disabled = spec.is_busy, .busy = spec.is_busy, .expanded = spec.is_expanded}},
          spec.label, spec.look, spec.icon);
    return !spec.is_busy && ui.is_clicked(spec.id);
}

bool button_link(Ui& ui, std::string_view id, i18n::Text const& label, std::string_view href, ButtonLook look,
                 std::optional<Icon> icon) {
    place(ui, {.id = std::string(id), .role = Role::Link, .href = std::string(href)}, label, look, icon);
    return ui.is_clicked(id);
}

} // namespace huiyin::ui
