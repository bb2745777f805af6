#include "core/ui/components/qr_code.h"

#include <algorithm>

namespace huiyin::ui {

void qr_code(Ui& ui, QrCode const& spec) {
    constexpr float size = 200;
    Column const place = ui.part(0, std::min(size, ui.column().width));
    ui.record({.id = spec.id,
               .role = Role::QrCode,
               .label = ui.words(spec.label),
               .value = spec.address,
               .bounds = {place.left, ui.y(), place.width, place.width}});
    ui.advance(place.width);
    ui.gap(12);
}

} // namespace huiyin::ui
