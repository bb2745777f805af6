#include "core/ui/components/clock.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

constexpr Instant now = {1'795'141'200'000};

void clock_in(Stand const& stand, Duration distance, ClockLook look) {
    clock(stand.ui,
          {.id = stand.id, .what = tr("case.reply.title"), .due = now + distance, .now = now, .look = look});
}

constexpr auto examples = std::to_array<Example>({
    {"running", [](Stand const& stand) { clock_in(stand, Duration::hours(3), ClockLook::Running); }},
    {"overdue", [](Stand const& stand) { clock_in(stand, Duration::hours(-2), ClockLook::Overdue); }},
    {"paused", [](Stand const& stand) { clock_in(stand, Duration::days(2), ClockLook::Paused); }},
    {"sentence",
     [](Stand const& stand) {
         clock_sentence(stand.ui, stand.id, tr("clock.reply.paused"), ClockLook::Paused);
     }},
    {"done", [](Stand const& stand) { clock_in(stand, Duration::days(1), ClockLook::Done); }},
});

} // namespace

std::span<Example const> clock_examples() { return examples; }

} // namespace huiyin::ui
