#pragma once

#include "core/base/time.h"
#include "core/ui/ui.h"

namespace huiyin::ui {

enum class ClockLook { Running, Overdue, Paused, Done };

/// By when something is due: "due in 3 hours", with the date.
struct Clock {
    std::string id;
    /// What is due.
    i18n::Text what;
    Instant due;
    Instant now;
    ClockLook look = ClockLook::Running;
};

void clock(Ui& ui, Clock const& spec);

/// A sentence about a due time beside the clock's face.
void clock_sentence(Ui& ui, std::string_view id, i18n::Text const& sentence, ClockLook look);

} // namespace huiyin::ui
