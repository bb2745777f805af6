#include "core/ui/components/card_list.h"

#include "core/ui/components/link.h"

namespace huiyin::ui {

namespace {

bool card_view(Ui& ui, std::string const& id, Card const& card) {
    Scope const item = ui.card({.id = id, .role = Role::ListItem, .kind = "card"}, Surface::Card);
    bool const is_followed = link(ui, id + ".title", card.title, card.href, {.kind = TextKind::Strong});
    int number = 0;
    for (i18n::Text const& line : card.lines) {
        if (line.empty()) continue;
        ui.text({.id = id + ".line" + std::to_string(++number), .role = Role::Span}, line,
                {.kind = TextKind::Small, .color = ColorRole::InkQuiet});
        ui.gap(4);
    }
    if (!card.tag.empty()) {
        ui.gap(6);
        tag(ui, id + ".tag", card.tag, card.tag_look);
    }
    return is_followed;
}

} // namespace

std::optional<std::string> card_list(Ui& ui, std::string_view id, std::vector<Card> const& cards) {
    std::optional<std::string> followed;
    {
        Scope const list = ui.open({.id = std::string(id), .role = Role::List});
        for (Card const& card : cards) {
            if (card_view(ui, std::string(id) + "." + card.name, card)) followed = card.name;
            ui.gap(12);
        }
    }
    ui.gap(12);
    return followed;
}

} // namespace huiyin::ui
