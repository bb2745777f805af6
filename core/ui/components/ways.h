#pragma once

#include "core/ui/icon.h"
#include "core/ui/ui.h"

#include <string>
#include <vector>

namespace huiyin::ui {

struct Way {
    /// Last part of the node id.
    std::string name;
    i18n::Text words;
    Icon icon;
};

/// What happens one after the other, each with a sign of its own.
void ways(Ui& ui, std::string_view id, std::vector<Way> const& list);

} // namespace huiyin::ui
