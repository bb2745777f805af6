#pragma once

#include "core/ui/ui.h"

#include <initializer_list>
#include <string_view>

namespace huiyin::screens {

/// A section that only tells: the heading `id`.title, and a paragraph for each of the parts' names.
void telling(ui::Ui& ui, std::string_view id, std::initializer_list<std::string_view> parts);

} // namespace huiyin::screens
