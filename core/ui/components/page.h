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

/// The frame around every screen: skip link, banner with the service's name and the choice of language, main
/// part, footer. `home_href` is where the name leads.
PageEvents page(Ui& ui, std::string_view home_href, std::vector<PageLink> const& footer_links,
                std::function<void()> const& main);

} // namespace huiyin::ui
