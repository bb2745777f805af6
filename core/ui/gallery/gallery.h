#pragma once

#include "core/ui/components/page.h"
#include "core/ui/gallery/example.h"

#include <span>
#include <string_view>

namespace huiyin::ui {

/// A component of the kit with all its examples.
struct Component {
    std::string_view name;
    /// The header in core/ui/components that offers it.
    std::string_view header;
    std::span<Example const> (*examples)();
};

/// Every component, in the gallery's order. Gallery, inspection and accessibility tests loop over it.
std::span<Component const> components();

/// One example on a page of its own, as tests look at it.
PageEvents example_page(Ui& ui, Component const& component, Example const& example, Held& held);

/// The look that was chosen on the gallery page, for its next frame.
FrameInput chosen_look(Held const& held, FrameInput input);

/// All examples of all components on one page, below the choice of theme and text size.
PageEvents gallery_page(Ui& ui, Held& held);

} // namespace huiyin::ui
