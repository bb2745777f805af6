#include "core/ui/components/announcement.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

void announce_on(Stand const& stand, Surface surface) {
    announcement(stand.ui, {.id = stand.id,
                            .title = tr("home.emergency.title"),
                            .words = tr("footer.emergency"),
                            .surface = surface});
}

constexpr auto examples = std::to_array<Example>({
    {"plain", [](Stand const& stand) { announce_on(stand, Surface::Card); }},
    {"notice", [](Stand const& stand) { announce_on(stand, Surface::Notice); }},
    {"danger", [](Stand const& stand) { announce_on(stand, Surface::Danger); }},
    {"good", [](Stand const& stand) { announce_on(stand, Surface::Good); }},
});

} // namespace

std::span<Example const> announcement_examples() { return examples; }

} // namespace huiyin::ui
