#include "core/ui/components/clock.h"

#include <array>

namespace huiyin::ui {

namespace {

constexpr float before_face = 2;
constexpr float behind_face = 12;
constexpr float face_radius = 13;
// A clock's hands turn the same way in every language.
constexpr std::array<Point, 3> hands = {{{0, -8}, {0, 0}, {5, 3}}};

float words_offset(Ui const& ui) { return before_face + 2 * ui.scaled(face_radius) + behind_face; }

struct LookOf {
    std::string_view key;
    ColorRole color;
};

/// In the order of ClockLook.
constexpr std::array<LookOf, 4> looks = {{
    {"due.running", ColorRole::Ink},
    {"due.overdue", ColorRole::Danger},
    {"due.paused", ColorRole::InkQuiet},
    {"due.done", ColorRole::Good},
}};

void paint_face(Ui& ui, float top, ColorRole color) {
    float const radius = ui.scaled(face_radius);
    Point const center{ui.part(before_face, 2 * radius).left + radius, top + radius};
    ui.canvas().stroke_circle(center, radius, ui.theme()[color], ui.scaled(2.5F));
    ui.figure(center, hands, color, 2);
}

i18n::Text distance_of(Ui& ui, Clock const& spec, std::string_view key) {
    return i18n::tr(key, {{"relative", ui.language().relative(spec.due, spec.now)}});
}

} // namespace

void clock(Ui& ui, Clock const& spec) {
    LookOf const& look = looks[static_cast<std::size_t>(spec.look)];
    float const top = ui.y();
    {
        Scope const group = ui.open({.id = spec.id, .role = Role::Group, .kind = "clock"});
        Scope const words = ui.inset(words_offset(ui), 0);
        ui.text({.id = spec.id + ".what", .role = Role::Span}, spec.what,
                {.kind = TextKind::Small, .color = ColorRole::InkQuiet});
        ui.text({.id = spec.id + ".distance", .role = Role::Span, .kind = "strong"},
                distance_of(ui, spec, look.key), {.kind = TextKind::Strong, .color = look.color});
        if (spec.look != ClockLook::Paused)
            ui.text({.id = spec.id + ".date", .role = Role::Time, .value = format_rfc3339(spec.due)},
                    i18n::tr("due.date", {{"due", spec.due}}),
                    {.kind = TextKind::Small, .color = ColorRole::InkQuiet});
    }
    paint_face(ui, top + 2, look.color);
    ui.gap(16);
}

void clock_sentence(Ui& ui, std::string_view id, i18n::Text const& sentence, ClockLook look) {
    ColorRole const color = looks[static_cast<std::size_t>(look)].color;
    float const top = ui.y();
    {
        Scope const words = ui.inset(words_offset(ui), 0);
        ui.text({.id = std::string(id), .role = Role::Paragraph}, sentence, {});
    }
    paint_face(ui, top + ui.line_height(TextKind::Body) / 2 - ui.scaled(face_radius), color);
    ui.gap(12);
}

} // namespace huiyin::ui
