#pragma once

#include "core/ui/ui.h"

namespace huiyin::ui {

/// Something that everybody on the page should know, in a strip as wide as the window.
struct Announcement {
    std::string id;
    i18n::Text title;
    i18n::Text words;
    Surface surface = Surface::Notice;
};

void announcement(Ui& ui, Announcement const& spec);

} // namespace huiyin::ui
