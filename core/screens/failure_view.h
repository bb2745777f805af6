#pragma once

#include "core/screens/remote.h"
#include "core/ui/ui.h"

#include <string_view>

namespace huiyin::screens {

/// Tells a failure in a notice; `update` announces the same failure_words when it happens.
void failure_view(ui::Ui& ui, std::string_view id, Failed const& failure);

} // namespace huiyin::screens
