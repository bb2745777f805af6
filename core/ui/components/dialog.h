#pragma once

#include "core/ui/ui.h"

#include <functional>

namespace huiyin::ui {

struct Dialog {
    std::string id;
    i18n::Text title;
    /// The button at its end that closes it.
    i18n::Text close;
};

/// A small window over the page: the focus stays inside, the page behind is inert, Escape closes it, and the
/// focus goes back to where it came from. True in the frame after a person left it.
bool dialog(Ui& ui, Dialog const& spec, std::function<void()> const& inside);

} // namespace huiyin::ui
