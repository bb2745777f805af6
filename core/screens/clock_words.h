#pragma once

#include "core/domain/citizen_view.h"
#include "i18n/language.h"

namespace huiyin::screens {

/// A clock as a plain sentence with its due time, as a date and as a distance from now. A due time at
/// midnight is told as the end of the day before.
i18n::Text clock_sentence(ShownClock const& clock, Instant now, i18n::Language const& language);

/// Says that the holidays of the due time's year are not published yet; empty when nothing can change.
i18n::Text clock_caveat(ShownClock const& clock);

} // namespace huiyin::screens
