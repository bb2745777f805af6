#pragma once

#include "core/ui/components/tag.h"

#include <optional>
#include <string>
#include <vector>

namespace huiyin::ui {

struct Card {
    /// Last part of the node ids.
    std::string name;
    i18n::Text title;
    std::string href;
    /// Below the title; empty ones are left out.
    std::vector<i18n::Text> lines = {};
    i18n::Text tag = {};
    TagLook tag_look = TagLook::Neutral;
};

/// Things to be opened, each on a card. The name of the one that was followed.
std::optional<std::string> card_list(Ui& ui, std::string_view id, std::vector<Card> const& cards);

} // namespace huiyin::ui
