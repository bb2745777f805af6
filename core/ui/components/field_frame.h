#pragma once

#include "core/ui/components/field.h"

#include <string>
#include <vector>

namespace huiyin::ui {

/// Paints hint and error above a field and returns their ids in the order in which they describe it.
std::vector<std::string> describe_field(Ui& ui, FieldFrame const& frame);
/// The node of a field, without its place and value.
Node field_node(Ui& ui, FieldFrame const& frame, Role role);
/// What the field shows: the frame that brings an edit still holds the Model from before it.
std::string value_of(Ui& ui, FieldFrame const& frame, std::string const& in_model);
/// Label, hint and error, then the field itself in a box of this size; 0 for the whole column, and for the
/// height of one line.
void stand_field(Ui& ui, FieldFrame const& frame, Node node, float width, float height);
/// A bar at the start of a field with an error, from `top` to the present height.
void mark_error(Ui& ui, FieldFrame const& frame, float top);

} // namespace huiyin::ui
