#pragma once

#include "core/ui/ui.h"

namespace huiyin::ui {

/// What will come in the place of a skeleton.
enum class SkeletonShape { Text, Cards };

/// Words that something is on its way, and the grey shape of it.
void skeleton(Ui& ui, std::string_view id, i18n::Text const& words,
              SkeletonShape shape = SkeletonShape::Text);

} // namespace huiyin::ui
