#include "core/ui/components/button.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

constexpr auto examples = std::to_array<Example>({
    {"primary",
     [](Stand const& stand) { button(stand.ui, {.id = stand.id, .label = tr("submit.continue")}); }},
    {"secondary",
     [](Stand const& stand) {
         button(stand.ui, {.id = stand.id, .label = tr("case.refresh.press"), .look = ButtonLook::Secondary});
     }},
    {"danger",
     [](Stand const& stand) {
         button(stand.ui, {.id = stand.id, .label = tr("case.withdraw.confirm"), .look = ButtonLook::Danger});
     }},
    {"busy",
     [](Stand const& stand) {
         button(stand.ui, {.id = stand.id, .label = tr("submit.sending"), .is_busy = true});
     }},
    {"unfolds something",
     [](Stand const& stand) {
         bool const is_open = stand.held.get(stand.id) == "open";
         if (button(stand.ui, {.id = stand.id,
                               .label = tr("case.message.add"),
                               .look = ButtonLook::Secondary,
                               .is_expanded = is_open}))
             stand.held.set(stand.id, is_open ? "" : "open");
     }},
    {"link", [](Stand const& stand) { button_link(stand.ui, stand.id, tr("home.submit.start"), "/submit"); }},
});

} // namespace

std::span<Example const> button_examples() { return examples; }

} // namespace huiyin::ui
