#include "core/ui/components/progress.h"

#include <array>

namespace huiyin::ui {

void step_progress(Ui& ui, std::string_view id, int step, int steps) {
    ui.text({.id = std::string(id), .role = Role::Paragraph, .kind = "quiet"},
            i18n::tr("progress.step", {{"step", std::int64_t{step}}, {"steps", std::int64_t{steps}}}),
            {.kind = TextKind::Small, .color = ColorRole::InkQuiet});
    ui.gap(8);
    constexpr float distance = 4;
    float const width =
        (ui.column().width - distance * static_cast<float>(steps - 1)) / static_cast<float>(steps);
    for (int at = 0; at < steps; ++at) {
        Column const place = ui.part(static_cast<float>(at) * (width + distance), width);
        ui.canvas().fill({place.left, ui.y(), width, 6},
                         ui.theme()[at < step ? ColorRole::Action : ColorRole::Line], 3);
    }
    ui.advance(6);
    ui.gap(16);
}

void loading(Ui& ui, std::string_view id, i18n::Text const& words) {
    ui.text({.id = std::string(id), .role = Role::Progress, .state = {.busy = true}}, words,
            {.color = ColorRole::InkQuiet});
    ui.gap(16);
    for (float share : std::array{0.9F, 0.75F, 0.82F}) {
        Column const place = ui.part(0, ui.column().width * share);
        ui.canvas().fill({place.left, ui.y(), place.width, 16}, ui.theme()[ColorRole::Line], 4);
        ui.advance(16);
        ui.gap(12);
    }
}

} // namespace huiyin::ui
