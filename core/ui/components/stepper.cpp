#include "core/ui/components/stepper.h"

#include "core/ui/components/progress.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace huiyin::ui {

namespace {

constexpr float radius = 11;
constexpr float below_mark = 8;
constexpr float beside_mark = 4;
constexpr std::array<Point, 3> tick = {{{-5, 0}, {-1.5F, 4}, {5.5F, -4}}};
constexpr TextSetting label_setting = {.kind = TextKind::Small, .align = Align::Center};

enum class Progressed { Done, Current, Ahead };

Progressed progressed(std::size_t step, std::size_t current) {
    if (step == current) return Progressed::Current;
    return step < current ? Progressed::Done : Progressed::Ahead;
}

float mark_radius(Ui const& ui) { return ui.scaled(radius); }
float mark_room(Ui const& ui) { return 2 * mark_radius(ui) + below_mark; }

void paint_mark(Ui& ui, Point center, Progressed progress) {
    constexpr float dot_radius = 4.5F;
    Theme const& theme = ui.theme();
    bool const is_ahead = progress == Progressed::Ahead;
    ui.canvas().fill_circle(center, mark_radius(ui),
                            theme[is_ahead ? ColorRole::Surface : ColorRole::Action]);
    if (is_ahead) ui.canvas().stroke_circle(center, mark_radius(ui), theme[ColorRole::LineStrong], 2);
    if (progress == Progressed::Current)
        ui.canvas().fill_circle(center, ui.scaled(dot_radius), theme[ColorRole::OnAction]);
    if (progress == Progressed::Done) ui.figure(center, tick, ColorRole::OnAction, 2.5F);
}

/// The line from the mark before to this one.
void paint_way(Ui& ui, Point center, float width, bool is_gone) {
    float const reach = mark_radius(ui) + beside_mark;
    float const length = width - 2 * reach;
    float const start = ui.is_right_to_left() ? center.x + reach : center.x - reach - length;
    ui.canvas().fill({start, center.y - 1, length, 2},
                     ui.theme()[is_gone ? ColorRole::Action : ColorRole::Line]);
}

bool step_view(Ui& ui, std::string const& id, Step const& step, Progressed progress, Rect box) {
    bool const is_current = progress == Progressed::Current;
    bool const is_link = !step.href.empty() && !is_current;
    Scope const place = ui.place({box.x, box.width}, box.y);
    Scope const item = ui.open({.id = id, .role = Role::ListItem, .state = {.current = is_current}});
    TextSetting setting = label_setting;
    setting.color = is_link ? ColorRole::Link : is_current ? ColorRole::Ink : ColorRole::InkQuiet;
    if (is_link && ui.canvas().interact(id + ".label", box).is_hovered) setting.underline = 2;
    Node node{
        .id = id + ".label", .role = is_link ? Role::Link : Role::Span, .href = is_link ? step.href : ""};
    float const below = box.height - mark_room(ui) - ui.text_height(step.label, setting, box.width - 8);
    // The words stand below the mark: all room that is not theirs is above them.
    Rect const words{box.x, box.y, box.width, box.height};
    ui.text_in(std::move(node), words, {4, mark_room(ui)}, step.label, setting);
    ui.advance(box.height - std::max(below, 0.0F));
    ui.gap(std::max(below, 0.0F));
    return is_link && ui.is_clicked(id + ".label");
}

std::optional<std::string> row(Ui& ui, std::string const& id, std::vector<Step> const& steps,
                               std::size_t current) {
    std::optional<std::string> followed;
    float const width = std::floor(ui.column().width / static_cast<float>(steps.size()));
    float words_height = 0;
    for (Step const& step : steps)
        words_height = std::max(words_height, ui.text_height(step.label, label_setting, width - 8));
    float const height = std::max(measure::target, mark_room(ui) + words_height);
    Scope const list = ui.open({.id = id + ".list", .role = Role::OrderedList});
    for (std::size_t at = 0; at < steps.size(); ++at) {
        Column const place = ui.part(static_cast<float>(at) * width, width);
        Point const center{place.left + width / 2, ui.y() + mark_radius(ui)};
        if (at > 0) paint_way(ui, center, width, at <= current);
        paint_mark(ui, center, progressed(at, current));
        if (step_view(ui, id + "." + steps[at].name, steps[at], progressed(at, current),
                      {place.left, ui.y(), width, height}))
            followed = steps[at].name;
    }
    ui.advance(height);
    return followed;
}

} // namespace

std::optional<std::string> stepper(Ui& ui, std::string_view id, std::vector<Step> const& steps,
                                   std::size_t current) {
    std::string const own_id(id);
    std::optional<std::string> followed;
    if (!ui.is_wide()) {
        step_progress(ui, id, static_cast<int>(current) + 1, static_cast<int>(steps.size()));
        return followed;
    }
    ui.gap(8);
    {
        // Not the narrow window's id: the first page brings both, before the window is known.
        Scope const landmark = ui.open({.id = own_id + ".steps",
                                        .role = Role::Navigation,
                                        .label = ui.words(i18n::tr("stepper.label")),
                                        .kind = "steps"});
        followed = row(ui, own_id, steps, current);
    }
    ui.gap(20);
    return followed;
}

} // namespace huiyin::ui
