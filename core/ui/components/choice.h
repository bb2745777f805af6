#pragma once

#include "core/ui/ui.h"

namespace huiyin::ui {

/// The side of the mark of a radio or checkbox, before it grows with the letters.
inline constexpr float mark_size = 22;

/// One choice of several: a box with room for a mark at the start, its words and hint beside it, all of it
/// one target. `node` is the native input. Returns the middle of the mark, which is still to be painted.
Point choice_row(Ui& ui, Node node, i18n::Text const& label, i18n::Text const& hint);

} // namespace huiyin::ui
