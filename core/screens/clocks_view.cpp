#include "core/screens/clocks_view.h"

#include "core/screens/clock_words.h"
#include "core/ui/components/clock.h"
#include "core/ui/components/text.h"

#include <map>

namespace huiyin::screens {

namespace {

ui::ClockLook look_of(ClockState state) {
    switch (state) {
    case ClockState::Running: return ui::ClockLook::Running;
    case ClockState::Overdue: return ui::ClockLook::Overdue;
    case ClockState::Met: return ui::ClockLook::Done;
    case ClockState::Paused:
    case ClockState::Late:
    case ClockState::Cancelled: return ui::ClockLook::Paused;
    }
    return ui::ClockLook::Paused;
}

} // namespace

void clocks_view(ui::Ui& ui, std::string_view id, std::vector<ShownClock> const& clocks, Instant now) {
    // A reopened case has a second clock of the same kind.
    int number = 0;
    for (ShownClock const& clock : clocks) {
        std::string const own_id = std::string(id) + "." + std::to_string(++number);
        ui::clock_sentence(ui, own_id, clock_sentence(clock, now, ui.language()), look_of(clock.state));
        if (i18n::Text const caveat = clock_caveat(clock); !caveat.empty())
            ui::quiet(ui, own_id + ".caveat", caveat);
    }
}

} // namespace huiyin::screens
