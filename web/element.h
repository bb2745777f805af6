#pragma once

#include "core/ui/node.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huiyin::web {

struct Attribute {
    std::string_view name;
    std::string value;

    bool operator==(Attribute const&) const = default;
};

/// What one DOM element of the mirror is to be, as plain data.
struct Element {
    std::string_view tag = "div";
    /// In a fixed order; a name occurs once.
    std::vector<Attribute> attributes = {};
    /// Relative to the parent element, in CSS pixels.
    ui::Rect place = {};
    /// Text content; it stands before the child elements.
    std::string text = {};
    std::optional<ui::TextLook> look = {};
    /// Of input, textarea and select: what the Model holds.
    std::optional<std::string> value = {};
    /// Of radio and checkbox.
    std::optional<bool> checked = {};
    std::vector<ui::Option> options = {};
};

/// What an element takes from the nodes around its own.
struct Surroundings {
    ui::Point parent_at = {};
    i18n::Direction parent_direction = i18n::Direction::LeftToRight;
    /// A label or legend node speaks for it.
    bool is_named_elsewhere = false;
    bool has_children = false;

    bool operator==(Surroundings const&) const = default;
};

Element element_of(ui::Node const& node, Surroundings const& around);

/// Painted text and fields run in a direction of their own; boxes run as what they lie in.
bool has_own_direction(ui::Node const& node);

/// The tag alone: an element whose tag changes must be made anew.
std::string_view tag_of(ui::Node const& node);

} // namespace huiyin::web
