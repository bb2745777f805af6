#include "core/ui/components/field.h"
#include "core/ui/components/field_frame.h"

#include <algorithm>

namespace huiyin::ui {

namespace {

constexpr float ring_radius = 11;
constexpr float words_offset = 52;
constexpr float block_padding = 12;
constexpr float end_padding = 16;

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

void paint_box(Ui& ui, std::string_view id, Rect box, bool is_chosen) {
    Theme const& theme = ui.theme();
    Interaction const pointer = ui.canvas().interact(id, box);
    ui.canvas().fill(box, theme[is_chosen ? ColorRole::GoodSurface : ColorRole::Surface], measure::radius);
    bool const is_strong = is_chosen || pointer.is_hovered;
    ui.canvas().stroke(box, theme[is_strong ? ColorRole::Action : ColorRole::Line], is_strong ? 2 : 1,
                       measure::radius);
}

void paint_ring(Ui& ui, Point center, bool is_chosen) {
    Theme const& theme = ui.theme();
    ui.canvas().fill_circle(center, ring_radius, theme[ColorRole::Field]);
    ui.canvas().stroke_circle(center, ring_radius,
                              theme[is_chosen ? ColorRole::Action : ColorRole::LineStrong], 2);
    if (is_chosen) ui.canvas().fill_circle(center, 6, theme[ColorRole::Action]);
}

void words_beside(Ui& ui, Radios const& spec, RadioOption const& option, Column words, float top) {
    std::string const id = option_id(spec, option);
    Scope const place = ui.place(words, top);
    ui.text({.id = id + ".label", .role = Role::Label, .for_id = id}, option.label, {});
    if (option.hint.empty()) return;
    ui.text({.id = id + ".hint", .role = Role::Hint}, option.hint,
            {.kind = TextKind::Small, .color = ColorRole::InkQuiet});
}

void choice(Ui& ui, Radios const& spec, RadioOption const& option, bool is_chosen,
            std::vector<std::string> described_by) {
    std::string const id = option_id(spec, option);
    Column const words = ui.part(words_offset, ui.column().width - words_offset - end_padding);
    float height = ui.text_height(option.label, {}, words.width);
    if (!option.hint.empty()) height += ui.text_height(option.hint, {.kind = TextKind::Small}, words.width);
    float const box_height = std::max(measure::target, height + 2 * block_padding);
    Rect const box{ui.column().left, ui.y(), ui.column().width, box_height};
    paint_box(ui, id, box, is_chosen);
    Column const ring = ui.part(16, 2 * ring_radius);
    float const first_line = ui.y() + (box_height - height) / 2 + ui.line_height(TextKind::Body) / 2;
    paint_ring(ui, {ring.left + ring_radius, first_line}, is_chosen);
    if (!option.hint.empty()) described_by.push_back(id + ".hint");
    ui.record({.id = id,
               .role = Role::Radio,
               .label = ui.words(option.label),
               .value = option.value,
               .state = {.checked = is_chosen, .invalid = !spec.frame.error.empty()},
               .bounds = box,
               .described_by = std::move(described_by),
               .group = spec.frame.id});
    words_beside(ui, spec, option, words, ui.y() + (box_height - height) / 2);
    ui.advance(box_height);
    ui.gap(8);
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
