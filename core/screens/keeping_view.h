#pragma once

#include "core/screens/begun.h"
#include "core/ui/ui.h"

#include <optional>
#include <string_view>

namespace huiyin::screens {

/// Lets a person say that the computer is shared; where the browser keeps nothing anyhow, says so.
/// What they said, in the frame after it.
std::optional<bool> keeping_view(ui::Ui& ui, std::string_view id, Keeping keeping);

} // namespace huiyin::screens
