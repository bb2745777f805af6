#include "core/ui/components/button.h"
#include "core/ui/components/dialog.h"
#include "core/ui/components/text.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

void opened_by_a_button(Stand const& stand) {
    std::string const opener = stand.id + ".open";
    if (button(stand.ui, {.id = opener,
                          .label = sample(stand, {"Withdraw the case", "撤回诉求", "سحب الحالة"}),
                          .look = ButtonLook::Secondary}))
        stand.held.set(stand.id, "open");
    if (stand.held.get(stand.id) != "open") return;
    bool const is_left =
        dialog(stand.ui,
               {.id = stand.id,
                .title = sample(stand, {"Withdraw the case?", "确定撤回诉求吗？", "هل تريد سحب الحالة؟"}),
                .close = sample(stand, {"Keep it", "不撤回", "الإبقاء عليها"})},
               [&] {
                   paragraph(stand.ui, stand.id + ".text",
                             sample(stand, {"Nobody will deal with it any further.", "撤回后将不再处理。",
                                            "لن يتابعها أحد بعد ذلك."}));
               });
    if (is_left) stand.held.set(stand.id, "");
}

constexpr auto all = std::to_array<Example>({{"opened by a button", opened_by_a_button}});

} // namespace

std::span<Example const> dialog_examples() { return all; }

} // namespace huiyin::ui
