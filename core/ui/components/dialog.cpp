#include "core/ui/components/dialog.h"

#include "core/ui/components/button.h"
#include "core/ui/components/text.h"

namespace huiyin::ui {

bool dialog(Ui& ui, Dialog const& spec, std::function<void()> const& inside) {
    constexpr float width = 480;
    Scope const over =
        ui.over({.id = spec.id, .role = Role::Dialog, .label = ui.words(spec.title)}, ui.scaled(width));
    heading(ui, spec.id + ".title", 2, spec.title);
    inside();
    bool const is_closed = button(ui, {.id = spec.id + ".close", .label = spec.close});
    return is_closed || ui.is_dismissed(spec.id);
}

} // namespace huiyin::ui
