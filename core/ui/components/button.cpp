#include "core/ui/components/button.h"

#include <algorithm>
#include <array>
#include <cmath>

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

/// Room for an icon and its distance from the words.
float icon_room(Ui const& ui) { return ui.scaled(measure::icon) + space::small; }

/// At the end of the words when it shows the way on, else at their start.
void paint_icon_beside(Ui& ui, Icon icon, Rect box, float words_width, Align align, ColorRole color) {
    float const side = ui.scaled(measure::icon);
    bool const is_right = has_direction(icon) != ui.is_right_to_left();
    // Beside words in the middle, or with them between the button's edges.
    float const reach =
        align == Align::Center ? words_width / 2 + space::small : box.width / 2 - padding.x - side;
    float const middle = box.x + box.width / 2;
    ui.icon(icon, {is_right ? middle + reach : middle - reach - side, box.y, side, box.height}, color);
}

/// On wide windows a button is as wide as icon and words, which leave each other their side.
Align align_of(Ui const& ui, std::optional<Icon> icon, float words_width) {
    bool const is_fitting = ui.is_wide() && words_width + icon_room(ui) + 2 * padding.x < ui.column().width;
    if (!icon || !is_fitting) return Align::Center;
    return has_direction(*icon) ? Align::Start : Align::End;
}

/// Distance of the words from the button's edges, and how wide it is.
struct ButtonPlan {
    float beside;
    float width;
};

ButtonPlan plan_of(Ui const& ui, bool has_icon, Align align, float words_width) {
    constexpr float least = 160;
    if (align != Align::Center) return {padding.x, std::ceil(words_width + icon_room(ui) + 2 * padding.x)};
    float const beside = padding.x + (has_icon ? ui.scaled(measure::icon) : 0);
    if (!ui.is_wide()) return {beside, ui.column().width};
    return {beside, std::min(ui.column().width, std::max(least, words_width + 2 * beside + 2))};
}

void place(Ui& ui, Node node, i18n::Text const& label, ButtonLook look, std::optional<Icon> icon) {
    ButtonColors const& colors = looks[static_cast<std::size_t>(look)];
    TextSetting setting{.kind = TextKind::Strong, .color = colors.words};
    float const words_width = ui.text_width(ui.words(label), setting);
    setting.align = align_of(ui, icon, words_width);
    auto const [beside, width] = plan_of(ui, icon.has_value(), setting.align, words_width);
    Column const place = ui.part(0, width);
    float const words_height = ui.text_height(label, setting, width - 2 * beside);
    float const height = std::max(measure::target, words_height + 2 * padding.y);
    Rect const box{place.left, ui.y(), width, height};
    node.kind = colors.kind;
    paint(ui, node.id, box, colors, node.state.busy);
    if (icon)
        paint_icon_beside(ui, *icon, box, std::min(words_width, width - 2 * beside), setting.align,
                          colors.words);
    ui.text_in(std::move(node), box, {beside, (height - words_height) / 2}, label, setting);
    ui.advance(height);
    ui.gap(12);
}

} // namespace

bool button(Ui& ui, Button const& spec) {
    place(ui,
          {.id = spec.id,
           .role = Role::Button,
           .state = {.disabled = spec.is_busy, .busy = spec.is_busy, .expanded = spec.is_expanded},
           .camera_of = spec.camera_of},
          spec.label, spec.look, spec.icon);
    return !spec.is_busy && ui.is_clicked(spec.id);
}

bool button_link(Ui& ui, std::string_view id, i18n::Text const& label, std::string_view href, ButtonLook look,
                 std::optional<Icon> icon) {
    place(ui, {.id = std::string(id), .role = Role::Link, .href = std::string(href)}, label, look, icon);
    return ui.is_clicked(id);
}

} // namespace huiyin::ui
