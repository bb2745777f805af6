#pragma once

#include "core/ui/components/field.h"

#include <functional>
#include <string>
#include <vector>

namespace huiyin::ui {

/// One of very many, found by typing some of its letters: the combo box of the ARIA authoring practices, its
/// list below the field and in the page's flow. Arrow keys lead into the list, Escape closes it.
struct SearchSelect {
    FieldFrame frame;
    /// Asked once for a language: the same every time.
    std::function<std::vector<SearchOption>()> options;
    std::string chosen = {};
    /// What stands in the field.
    std::string typed = {};
    bool is_open = false;
};

/// What the person did; what is typed opens the list, what is chosen closes it and goes into the field.
struct SearchEvent {
    enum class Kind { Typed, Opened, Closed, Chosen };
    Kind kind = Kind::Typed;
    /// The text typed, or the value chosen.
    std::string text = {};

    bool operator==(SearchEvent const&) const = default;
};
std::optional<SearchEvent> search_select(Ui& ui, SearchSelect const& spec);

/// How many options hold what was typed, for the live region.
i18n::Text search_count(Ui& ui, SearchSelect const& spec);

} // namespace huiyin::ui
