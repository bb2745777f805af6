#pragma once

#include "core/ui/ui.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huiyin::ui {

/// What a person did outside of the main part.
struct PageEvents {
    /// Where the link leads that was followed.
    std::optional<std::string> followed = {};
    bool settings_opened = false;
    /// The tag of the language chosen.
    std::optional<std::string> language = {};
};

/// A link in the footer.
struct PageLink {
    std::string id;
    i18n::Text words;
    std::string href;
};

/// What stands around every screen.
struct PageFrame {
    /// Where the service's name leads.
    std::string home_href;
    std::vector<PageLink> footer_links = {};
    /// Tag of the language in whose order all languages stand; empty for the one that is shown.
    std::string reader = {};
};

/// The frame around every screen: skip link, banner with the service's name and the choice of language, main
/// part, footer.
PageEvents page(Ui& ui, PageFrame const& frame, std::function<void()> const& main);

} // namespace huiyin::ui
