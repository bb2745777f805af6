#include "core/ui/components/choice.h"
#include "core/ui/components/field.h"
#include "core/ui/components/field_frame.h"

#include <array>

namespace huiyin::ui {

namespace {

std::string option_id(Checkboxes const& spec, CheckboxOption const& option) {
    return spec.frame.id + "." + option.name;
}

constexpr std::array<Point, 3> tick = {{{-5, 0}, {-1.5F, 4}, {5.5F, -4.5F}}};

void paint_box(Ui& ui, Point center, bool is_checked) {
    Theme const& theme = ui.theme();
    float const side = ui.scaled(mark_size);
    Rect const box{center.x - side / 2, center.y - side / 2, side, side};
    ui.canvas().fill(box, theme[is_checked ? ColorRole::Action : ColorRole::Field], measure::radius_small);
    ui.canvas().stroke(box, theme[is_checked ? ColorRole::Action : ColorRole::LineStrong], 2,
                       measure::radius_small);
    if (!is_checked) return;
    ui.figure(center, tick, ColorRole::OnAction, 2.5F);
}

std::optional<CheckboxEdit> newly_edited(Ui& ui, Checkboxes const& spec) {
    for (CheckboxOption const& option : spec.options)
        if (auto const edit = ui.edited(option_id(spec, option)))
            return CheckboxEdit{option.name, *edit == "true"};
    return std::nullopt;
}

void choice(Ui& ui, Checkboxes const& spec, CheckboxOption const& option,
            std::vector<std::string> const& described_by) {
    std::string const id = option_id(spec, option);
    auto const edit = ui.edited(id);
    bool const is_checked = edit ? *edit == "true" : option.is_checked;
    Point const mark = choice_row(ui,
                                  {.id = id,
                                   .role = Role::Checkbox,
                                   .state = {.checked = is_checked, .invalid = !spec.frame.error.empty()},
                                   .described_by = described_by},
                                  option.label, option.hint);
    paint_box(ui, mark, is_checked);
}

} // namespace

std::optional<bool> checkbox(Ui& ui, Checkbox const& spec) {
    auto const edit = ui.edited(spec.id);
    bool const is_checked = edit ? *edit == "true" : spec.is_checked;
    Point const mark = choice_row(
        ui, {.id = spec.id, .role = Role::Checkbox, .state = {.checked = is_checked}}, spec.label, spec.hint);
    paint_box(ui, mark, is_checked);
    ui.gap(16);
    if (!edit) return std::nullopt;
    return is_checked;
}

std::optional<CheckboxEdit> checkboxes(Ui& ui, Checkboxes const& spec) {
    float const top = ui.y();
    {
        Scope const fieldset =
            ui.open({.id = spec.frame.id, .role = Role::Fieldset, .label = ui.words(spec.frame.label)});
        ui.text({.id = spec.frame.id + ".legend", .role = Role::Legend}, spec.frame.label,
                {.kind = TextKind::Strong});
        ui.gap(8);
        std::vector<std::string> const described_by = describe_field(ui, spec.frame);
        for (CheckboxOption const& option : spec.options)
            choice(ui, spec, option, described_by);
    }
    mark_error(ui, spec.frame, top);
    ui.gap(16);
    return newly_edited(ui, spec);
}

} // namespace huiyin::ui
