#pragma once

#include "core/domain/problem.h"
#include "core/ui/ui.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace huiyin::screens {

/// The node that takes focus for a field, which is named as on the wire.
using TargetOf = std::function<std::string(std::string_view field)>;

/// All problems of a page at its top, each leading to its field; takes focus as "errors". The node to go to,
/// in the frame after its line was followed.
std::optional<std::string> errors_view(ui::Ui& ui, Problems const& problems, TargetOf const& target_of);

} // namespace huiyin::screens
