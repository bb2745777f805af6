#include "core/ui/components/code_line.h"

#include "core/ui/components/button.h"

namespace huiyin::ui {

namespace {

void code_view(Ui& ui, CodeLine const& spec) {
    ui.text({.id = spec.id + ".code", .role = Role::Span, .kind = "code"}, i18n::verbatim(spec.code),
            {.kind = TextKind::Code});
    ui.gap(8);
}

} // namespace

bool code_line(Ui& ui, CodeLine const& spec) {
    Scope const row = ui.open({.id = spec.id, .role = Role::SummaryRow});
    ui.text({.id = spec.id + ".term", .role = Role::Term}, spec.label,
            {.kind = TextKind::Small, .color = ColorRole::InkQuiet});
    Scope const value = ui.open({.id = spec.id + ".value", .role = Role::Definition});
    code_view(ui, spec);
    bool const is_pressed = button(ui, {.id = spec.id + ".copy",
                                        .label = spec.copy_label,
                                        .look = ButtonLook::Secondary,
                                        .icon = Icon::Copy});
    if (!spec.hint.empty()) {
        ui.text({.id = spec.id + ".hint", .role = Role::Span}, spec.hint, {.kind = TextKind::Small});
        ui.gap(8);
    }
    return is_pressed;
}

} // namespace huiyin::ui
