#include "core/ui/components/progress.h"

#include "core/ui/components/skeleton.h"

#include <algorithm>
#include <cmath>

namespace huiyin::ui {

namespace {

/// What is ahead is hollow: in themes of few colours a grey would be as strong as what is done.
void paint_piece(Ui& ui, Rect box, bool is_done) {
    Theme const& theme = ui.theme();
    ui.canvas().fill(box, theme[is_done ? ColorRole::Action : ColorRole::Surface], box.height / 2);
    if (!is_done) ui.canvas().stroke(box, theme[ColorRole::LineStrong], 1, box.height / 2);
}

} // namespace

void step_progress(Ui& ui, std::string_view id, int step, int steps) {
    ui.text({.id = std::string(id), .role = Role::Paragraph},
            i18n::tr("progress.step", {{"step", std::int64_t{step}}, {"steps", std::int64_t{steps}}}),
            {.kind = TextKind::Small, .color = ColorRole::InkQuiet});
    ui.gap(8);
    constexpr float distance = 4;
    float const height = ui.scaled(6);
    float const width =
        (ui.column().width - distance * static_cast<float>(steps - 1)) / static_cast<float>(steps);
    for (int at = 0; at < steps; ++at) {
        Column const place = ui.part(static_cast<float>(at) * (width + distance), width);
        paint_piece(ui, {place.left, ui.y(), width, height}, at < step);
    }
    ui.advance(height);
    ui.gap(16);
}

void loading(Ui& ui, std::string_view id, i18n::Text const& words) { skeleton(ui, id, words); }

namespace {

void paint_bar(Ui& ui, Rect box, float share) {
    float const done = box.width * share;
    paint_piece(ui, box, false);
    if (done < box.height) return;
    float const start = ui.is_right_to_left() ? box.right() - done : box.x;
    paint_piece(ui, {start, box.y, done, box.height}, true);
}

} // namespace

void progress_bar(Ui& ui, std::string_view id, i18n::Text const& label, float share) {
    std::string const own_id(id);
    float const height = ui.scaled(12);
    float const amount = std::clamp(share, 0.0F, 1.0F);
    ui.text({.id = own_id + ".label", .role = Role::Label, .for_id = own_id}, label,
            {.kind = TextKind::Strong});
    ui.gap(6);
    Rect const box{ui.column().left, ui.y(), ui.column().width, height};
    paint_bar(ui, box, amount);
    ui.record(
        {.id = own_id, .role = Role::Progress, .label = ui.words(label), .bounds = box, .amount = amount});
    ui.advance(height);
    ui.gap(6);
    auto const percent = static_cast<std::int64_t>(std::lround(amount * 100));
    ui.text({.id = own_id + ".percent", .role = Role::Span},
            i18n::tr("progress.percent", {{"percent", percent}}),
            {.kind = TextKind::Small, .color = ColorRole::InkQuiet});
    ui.gap(16);
}

} // namespace huiyin::ui
