#pragma once

#include "core/ui/components/field.h"

#include <vector>

namespace huiyin::ui {

/// Paints hint and error above a field and returns their ids in the order in which they describe it.
std::vector<std::string> describe_field(Ui& ui, FieldFrame const& frame);
/// A bar at the start of a field with an error, from `top` to the present height.
void mark_error(Ui& ui, FieldFrame const& frame, float top);

} // namespace huiyin::ui
