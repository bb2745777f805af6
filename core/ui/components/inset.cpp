#include "core/ui/components/inset.h"

namespace huiyin::ui {

void inset_text(Ui& ui, std::string_view id, i18n::Text const& words) {
    constexpr float bar = 4;
    constexpr float distance = 20;
    float const top = ui.y();
    ui.gap(8);
    {
        Scope const inside = ui.inset(distance, 0);
        ui.text({.id = std::string(id), .role = Role::Paragraph, .kind = "inset"}, words, {});
    }
    ui.advance(8);
    Column const line = ui.part(0, bar);
    ui.canvas().fill({line.left, top, bar, ui.y() - top}, ui.theme()[ColorRole::LineStrong]);
    ui.gap(16);
}

} // namespace huiyin::ui
