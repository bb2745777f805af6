#include "core/ui/components/rating.h"

#include "core/ui/components/field_frame.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace huiyin::ui {

namespace {

constexpr float between = 8;
constexpr float face_radius = 16;
constexpr Point padding = {6, 12};
constexpr TextSetting words_setting = {.kind = TextKind::Small, .align = Align::Center};

float face_room(Ui const& ui) {
    constexpr float below = 6;
    return 2 * ui.scaled(face_radius) + below;
}

std::string level_id(Rating const& spec, RadioOption const& level) {
    return spec.frame.id + "." + level.value;
}

/// From a smile for the first level to the contrary for the last.
void paint_face(Ui& ui, Point center, float mood, ColorRole color) {
    constexpr Point eye = {5, -4};
    ui.canvas().stroke_circle(center, ui.scaled(face_radius), ui.theme()[color], ui.scaled(2));
    for (float const side : {-1.0F, 1.0F})
        ui.canvas().fill_circle({center.x + side * ui.scaled(eye.x), center.y + ui.scaled(eye.y)},
                                ui.scaled(2), ui.theme()[color]);
    std::array<Point, 7> mouth = {};
    for (std::size_t at = 0; at < mouth.size(); ++at) {
        float const across = static_cast<float>(at) / 3 - 1;
        mouth[at] = {across * 7, 6 + mood * 3 * (1 - 2 * across * across)};
    }
    ui.figure(center, mouth, color, 2);
}

struct LevelLook {
    bool is_chosen;
    float mood;
};

void paint_box(Ui& ui, std::string_view id, Rect box, LevelLook const& look) {
    Theme const& theme = ui.theme();
    bool const is_strong = ui.canvas().interact(id, box).is_hovered || look.is_chosen;
    ui.canvas().fill(box, theme[look.is_chosen ? ColorRole::GoodSurface : ColorRole::Surface],
                     measure::radius);
    ui.canvas().stroke(box, theme[look.is_chosen ? ColorRole::Action : ColorRole::LineStrong],
                       is_strong ? 2 : 1, measure::radius);
    paint_face(ui, {box.x + box.width / 2, box.y + padding.y + ui.scaled(face_radius)}, look.mood,
               look.is_chosen ? ColorRole::Action : ColorRole::InkQuiet);
}

void level_view(Ui& ui, Rating const& spec, std::size_t at, Rect box, bool is_chosen,
                std::vector<std::string> const& described_by) {
    RadioOption const& level = spec.levels[at];
    std::string const id = level_id(spec, level);
    float const steps = static_cast<float>(spec.levels.size() - 1) / 2;
    paint_box(ui, id, box, {is_chosen, 1 - static_cast<float>(at) / steps});
    ui.record({.id = id,
               .role = Role::Radio,
               .label = ui.words(level.label),
               .value = level.value,
               .state = {.checked = is_chosen, .invalid = !spec.frame.error.empty()},
               .bounds = box,
               .described_by = described_by,
               .group = spec.frame.id});
    float const words_top = padding.y + face_room(ui);
    Rect const words{box.x + padding.x, box.y + words_top, box.width - 2 * padding.x,
                     box.height - words_top - padding.y};
    ui.text_in({.id = id + ".label", .role = Role::Label, .for_id = id}, words, {}, level.label,
               words_setting);
}

void levels_view(Ui& ui, Rating const& spec, std::string const& chosen,
                 std::vector<std::string> const& described_by) {
    auto const count = static_cast<float>(spec.levels.size());
    float const width = std::floor((ui.column().width - between * (count - 1)) / count);
    float words_height = 0;
    for (RadioOption const& level : spec.levels)
        words_height =
            std::max(words_height, ui.text_height(level.label, words_setting, width - 2 * padding.x));
    float const height = face_room(ui) + words_height + 2 * padding.y;
    for (std::size_t at = 0; at < spec.levels.size(); ++at) {
        Column const place = ui.part(static_cast<float>(at) * (width + between), width);
        level_view(ui, spec, at, {place.left, ui.y(), width, height}, spec.levels[at].value == chosen,
                   described_by);
    }
    ui.advance(height);
}

std::optional<std::string> newly_chosen(Ui& ui, Rating const& spec) {
    std::optional<std::string> chosen;
    for (RadioOption const& level : spec.levels)
        if (ui.edited(level_id(spec, level))) chosen = level.value;
    return chosen;
}

} // namespace

std::optional<std::string> rating(Ui& ui, Rating const& spec) {
    if (!ui.is_wide())
        return radios(ui, {.frame = spec.frame, .options = spec.levels, .chosen = spec.chosen});
    float const top = ui.y();
    std::optional<std::string> const chosen = newly_chosen(ui, spec);
    {
        Scope const fieldset =
            ui.open({.id = spec.frame.id, .role = Role::Fieldset, .label = ui.words(spec.frame.label)});
        ui.text({.id = spec.frame.id + ".legend", .role = Role::Legend}, spec.frame.label,
                {.kind = TextKind::Strong});
        ui.gap(8);
        levels_view(ui, spec, chosen.value_or(spec.chosen), describe_field(ui, spec.frame));
    }
    mark_error(ui, spec.frame, top);
    ui.gap(24);
    return chosen;
}

} // namespace huiyin::ui
