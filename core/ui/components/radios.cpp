#include "core/ui/components/choice.h"
#include "core/ui/components/field.h"
#include "core/ui/components/field_frame.h"

namespace huiyin::ui {

namespace {

std::string option_id(Radios const& spec, RadioOption const& option) {
    return spec.frame.id + "." + option.value;
}

void legend(Ui& ui, Radios const& spec) {
    TextSetting const setting{.kind = spec.is_page_title ? TextKind::Title : TextKind::Strong};
    if (spec.is_page_title) ui.gap(8);
    ui.text({.id = spec.frame.id + ".legend", .role = Role::Legend, .level = spec.is_page_title ? 1 : 0},
            spec.frame.label, setting);
    ui.gap(spec.is_page_title ? 16 : 8);
}

void paint_ring(Ui& ui, Point center, bool is_chosen) {
    float const ring_radius = ui.scaled(mark_size / 2);
    constexpr float dot_radius = 6;
    Theme const& theme = ui.theme();
    ui.canvas().fill_circle(center, ring_radius, theme[ColorRole::Field]);
    ui.canvas().stroke_circle(center, ring_radius,
                              theme[is_chosen ? ColorRole::Action : ColorRole::LineStrong], 2);
    if (is_chosen) ui.canvas().fill_circle(center, ui.scaled(dot_radius), theme[ColorRole::Action]);
}

void choice(Ui& ui, Radios const& spec, RadioOption const& option, bool is_chosen,
            std::vector<std::string> const& described_by) {
    Node node{.id = option_id(spec, option),
              .role = Role::Radio,
              .value = option.value,
              .state = {.checked = is_chosen, .invalid = !spec.frame.error.empty()},
              .described_by = described_by,
              .group = spec.frame.id};
    Point const mark = choice_row(ui, std::move(node), option.label, option.hint);
    paint_ring(ui, mark, is_chosen);
}

/// What the person has chosen since the last frame.
std::optional<std::string> newly_chosen(Ui& ui, Radios const& spec) {
    std::optional<std::string> chosen;
    for (RadioOption const& option : spec.options)
        if (ui.edited(option_id(spec, option))) chosen = option.value;
    return chosen;
}

} // namespace

std::optional<std::string> radios(Ui& ui, Radios const& spec) {
    float const top = ui.y();
    std::optional<std::string> const chosen = newly_chosen(ui, spec);
    {
        Scope const fieldset =
            ui.open({.id = spec.frame.id, .role = Role::Fieldset, .label = ui.words(spec.frame.label)});
        legend(ui, spec);
        std::vector<std::string> const described_by = describe_field(ui, spec.frame);
        // As for text fields: the frame that brings a choice shows it already.
        for (RadioOption const& option : spec.options)
            choice(ui, spec, option, option.value == chosen.value_or(spec.chosen), described_by);
    }
    mark_error(ui, spec.frame, top);
    ui.gap(16);
    return chosen;
}

} // namespace huiyin::ui
