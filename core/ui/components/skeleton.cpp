#include "core/ui/components/skeleton.h"

#include <array>

namespace huiyin::ui {

namespace {

void bar(Ui& ui, float share) {
    float const height = ui.scaled(16);
    Column const place = ui.part(0, ui.column().width * share);
    ui.canvas().fill({place.left, ui.y(), place.width, height}, ui.theme()[ColorRole::Line],
                     measure::radius_small);
    ui.advance(height);
}

void lines(Ui& ui) {
    for (float const share : std::array{0.9F, 0.75F, 0.82F}) {
        bar(ui, share);
        ui.gap(12);
    }
}

void empty_card(Ui& ui) {
    constexpr float padding = 20;
    float const top = ui.y();
    {
        Scope const inside = ui.inset(padding, padding);
        ui.advance(padding);
        bar(ui, 0.6F);
        ui.advance(12);
        bar(ui, 0.9F);
        ui.advance(padding);
    }
    ui.canvas().stroke({ui.column().left, top, ui.column().width, ui.y() - top}, ui.theme()[ColorRole::Line],
                       1, measure::radius);
    ui.gap(12);
}

} // namespace

void skeleton(Ui& ui, std::string_view id, i18n::Text const& words, SkeletonShape shape) {
    ui.text({.id = std::string(id), .role = Role::Progress, .state = {.busy = true}}, words,
            {.color = ColorRole::InkQuiet});
    ui.gap(16);
    if (shape == SkeletonShape::Text) return lines(ui);
    empty_card(ui);
    empty_card(ui);
}

} // namespace huiyin::ui
