#include "core/ui/components/field_frame.h"

namespace huiyin::ui {

std::vector<std::string> describe_field(Ui& ui, FieldFrame const& frame) {
    std::vector<std::string> ids;
    if (!frame.hint.empty()) {
        ids.push_back(frame.id + ".hint");
        ui.text({.id = ids.back(), .role = Role::Hint}, frame.hint,
                {.kind = TextKind::Small, .color = ColorRole::InkQuiet});
        ui.gap(6);
    }
    if (!frame.error.empty()) {
        ids.push_back(frame.id + ".error");
        ui.text({.id = ids.back(), .role = Role::ErrorText}, frame.error,
                {.kind = TextKind::Strong, .color = ColorRole::Danger});
        ui.gap(6);
    }
    return ids;
}

void mark_error(Ui& ui, FieldFrame const& frame, float top) {
    if (frame.error.empty()) return;
    constexpr float bar = 4;
    constexpr float distance = 12;
    Column const place = ui.part(-distance, bar);
    ui.canvas().fill({place.left, top, bar, ui.y() - top}, ui.theme()[ColorRole::Danger]);
}

} // namespace huiyin::ui
