#include "core/ui/components/field.h"
#include "core/ui/components/field_frame.h"

#include "core/base/utf8.h"

#include <algorithm>

namespace huiyin::ui {

namespace {

float field_height(Ui const& ui) { return std::max(48.0F, ui.line_height(TextKind::Body) + 21); }

void label_above(Ui& ui, FieldFrame const& frame) {
    ui.text({.id = frame.id + ".label", .role = Role::Label, .for_id = frame.id}, frame.label,
            {.kind = TextKind::Strong});
    ui.gap(4);
}

} // namespace

Node field_node(Ui& ui, FieldFrame const& frame, Role role) {
    return {.id = frame.id,
            .role = role,
            .label = ui.words(frame.label),
            .state = {.invalid = !frame.error.empty()},
            .described_by = {}};
}

/// The frame that brings an edit still shows the Model from before it; the field itself is ahead, or the
/// browser would be told to take back what was just typed.
std::string value_of(Ui& ui, FieldFrame const& frame, std::string const& in_model) {
    return ui.edited(frame.id).value_or(in_model);
}

namespace {

/// Numbers, codes and addresses of mail run left to right in every language; words as they are written.
i18n::Direction direction_of(Ui& ui, Node const& node) {
    using enum InputKind;
    bool const is_exact = node.input == Telephone || node.input == Email || node.input == Code;
    if (is_exact) return i18n::Direction::LeftToRight;
    i18n::Direction const pages = ui.style({}).direction;
    return node.role == Role::TextField || node.role == Role::TextArea ? i18n::direction_of(node.value, pages)
                                                                       : pages;
}

} // namespace

void stand_field(Ui& ui, FieldFrame const& frame, Node node, float width, float height) {
    float const top = ui.y();
    label_above(ui, frame);
    std::vector<std::string> const described_by = describe_field(ui, frame);
    node.described_by.insert(node.described_by.begin(), described_by.begin(), described_by.end());
    Column const place = ui.part(0, width > 0 ? std::min(width, ui.column().width) : ui.column().width);
    float const own_height = height > 0 ? height : field_height(ui);
    node.bounds = {place.left, ui.y(), place.width, own_height};
    node.look = TextLook{.style = ui.style({}), .line_height = ui.line_height(TextKind::Body)};
    node.direction = direction_of(ui, node);
    ui.canvas().interact(frame.id, node.bounds);
    ui.record(std::move(node));
    ui.advance(own_height);
    mark_error(ui, frame, top);
}

namespace {

i18n::Text characters_left(TextArea const& spec) {
    auto const left = spec.max_length - static_cast<std::int64_t>(count_code_points(trimmed(spec.value)));
    if (left < 0) return i18n::tr("field.characters_over", {{"count", -left}});
    return i18n::tr("field.characters_left", {{"count", left}});
}

} // namespace

std::optional<std::string> text_field(Ui& ui, TextField const& spec) {
    Node node = field_node(ui, spec.frame, Role::TextField);
    node.value = value_of(ui, spec.frame, spec.value);
    node.input = spec.input;
    node.autocomplete = spec.autocomplete;
    node.max_length = spec.max_length;
    // Narrow windows have one edge for fields and buttons.
    float const width = ui.is_wide() ? ui.scaled(spec.width) : 0;
    stand_field(ui, spec.frame, std::move(node), width, field_height(ui));
    ui.gap(20);
    return ui.edited(spec.frame.id);
}

std::optional<std::string> text_area(Ui& ui, TextArea const& spec) {
    Node node = field_node(ui, spec.frame, Role::TextArea);
    node.value = value_of(ui, spec.frame, spec.value);
    node.max_length = spec.max_length;
    node.spellcheck = true;
    if (spec.max_length > 0) node.described_by.push_back(spec.frame.id + ".count");
    float const height = static_cast<float>(spec.rows) * ui.line_height(TextKind::Body) + 26;
    stand_field(ui, spec.frame, std::move(node), 0, height);
    ui.gap(6);
    if (spec.max_length > 0)
        ui.text({.id = spec.frame.id + ".count", .role = Role::Hint}, characters_left(spec),
                {.kind = TextKind::Small, .color = ColorRole::InkQuiet});
    ui.gap(20);
    return ui.edited(spec.frame.id);
}

std::optional<std::string> date_field(Ui& ui, DateField const& spec) {
    Node node = field_node(ui, spec.frame, Role::TextField);
    node.value = value_of(ui, spec.frame, spec.value);
    node.input = spec.has_time ? InputKind::DateTime : InputKind::Date;
    node.earliest = spec.earliest;
    node.latest = spec.latest;
    stand_field(ui, spec.frame, std::move(node), ui.scaled(spec.has_time ? 280 : 200), field_height(ui));
    ui.gap(20);
    return ui.edited(spec.frame.id);
}

std::optional<std::string> select(Ui& ui, Select const& spec) {
    Node node = field_node(ui, spec.frame, Role::Select);
    node.value = value_of(ui, spec.frame, spec.chosen);
    node.options = spec.options;
    stand_field(ui, spec.frame, std::move(node), 0, field_height(ui));
    ui.gap(20);
    return ui.edited(spec.frame.id);
}

} // namespace huiyin::ui
