#pragma once

#include "core/ui/ui.h"

namespace huiyin::ui {

/// "Step 2 of 6" with a bar of as many parts.
void step_progress(Ui& ui, std::string_view id, int step, int steps);

/// How much of something is done, 0 … 1, below its name.
void progress_bar(Ui& ui, std::string_view id, i18n::Text const& label, float share);

/// Something is on its way: words, and the grey shape of what will come.
void loading(Ui& ui, std::string_view id, i18n::Text const& words);

} // namespace huiyin::ui
