#pragma once

#include "core/ui/ui.h"

namespace huiyin::ui {

/// What has just happened, with a button that takes it away. It takes focus by its id.
struct Notification {
    std::string id;
    i18n::Text words;
    Surface surface = Surface::Good;
};

/// True in the frame after it was closed.
bool notification(Ui& ui, Notification const& spec);

} // namespace huiyin::ui
