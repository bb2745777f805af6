#pragma once

#include "core/ui/ui.h"

namespace huiyin::ui {

/// A text set apart by a line at its start: what is to be read with care among other text.
void inset_text(Ui& ui, std::string_view id, i18n::Text const& words);

} // namespace huiyin::ui
