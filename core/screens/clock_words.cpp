#include "core/screens/clock_words.h"

namespace huiyin::screens {

i18n::Text clock_sentence(ShownClock const& clock, Instant now, i18n::Language const& language) {
    std::string const kind(name_of(clock.kind));
    std::string const state(name_of(clock.state));
    return i18n::tr("clock." + kind + "." + state,
                    {{"due", clock.due_at}, {"relative", language.relative(clock.due_at, now)}});
}

i18n::Text clock_caveat(ShownClock const& clock) {
    bool const shows_due_time = clock.state == ClockState::Running || clock.state == ClockState::Overdue;
    return clock.may_change && shows_due_time ? i18n::tr("clock.may_change") : i18n::Text{};
}

} // namespace huiyin::screens
