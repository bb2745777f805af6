#include "core/ui/components/link.h"

#include "core/ui/icon.h"

#include <algorithm>

namespace huiyin::ui {

namespace {

constexpr float arrow_width = 26;
constexpr float arrow_side = 18;

bool place(Ui& ui, Node node, i18n::Text const& words, TextSetting setting, float offset) {
    setting.color = ColorRole::Link;
    std::string const id = node.id;
    float const natural = std::max(measure::target, ui.text_width(ui.words(words), setting) + 1);
    Column const place = ui.part(offset, std::min(natural, ui.column().width - offset));
    float const words_height = ui.text_height(words, setting, place.width);
    float const height = std::max(measure::target, words_height);
    Rect const box{place.left, ui.y(), place.width, height};
    Interaction const pointer = ui.canvas().interact(id, box);
    setting.underline = pointer.is_hovered ? 2 : 1;
    float const above = (height - words_height) / 2;
    ui.text_in(std::move(node), box, {0, above}, words, setting);
    ui.advance(height);
    return ui.is_clicked(id);
}

} // namespace

bool link(Ui& ui, std::string_view id, i18n::Text const& words, std::string_view href, TextSetting setting) {
    return place(ui, {.id = std::string(id), .role = Role::Link, .href = std::string(href)}, words, setting,
                 0);
}

bool back_link(Ui& ui, std::string_view id, i18n::Text const& words, std::string_view href) {
    Column const edge = ui.part(0, ui.scaled(arrow_side));
    ui.icon(Icon::Back, {edge.left, ui.y(), edge.width, measure::target}, ColorRole::Link);
    return place(ui, {.id = std::string(id), .role = Role::Link, .href = std::string(href), .kind = "back"},
                 words, {.kind = TextKind::Small}, ui.scaled(arrow_width));
}

void skip_link(Ui& ui, std::string_view id, i18n::Text const& words, std::string_view target_id) {
    TextSetting const setting{.kind = TextKind::Strong};
    float const width = std::min(ui.text_width(ui.words(words), setting) + 32, ui.column().width);
    Column const place = ui.part(0, width);
    ui.record({.id = std::string(id),
               .role = Role::Link,
               .label = ui.words(words),
               .bounds = {place.left, 0, width, measure::target},
               .href = "#" + std::string(target_id),
               .kind = "skip"});
}

} // namespace huiyin::ui
