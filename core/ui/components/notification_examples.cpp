#include "core/ui/components/notification.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

void notify_on(Stand const& stand, i18n::Text const& words, Surface surface) {
    if (!stand.held.get(stand.id).empty()) return;
    if (notification(stand.ui, {.id = stand.id, .words = words, .surface = surface}))
        stand.held.set(stand.id, "closed");
}

constexpr auto examples = std::to_array<Example>({
    {"good", [](Stand const& stand) { notify_on(stand, tr("case.message.done"), Surface::Good); }},
    {"notice", [](Stand const& stand) { notify_on(stand, tr("case.refresh.done"), Surface::Notice); }},
    {"danger", [](Stand const& stand) { notify_on(stand, tr("error.server"), Surface::Danger); }},
});

} // namespace

std::span<Example const> notification_examples() { return examples; }

} // namespace huiyin::ui
