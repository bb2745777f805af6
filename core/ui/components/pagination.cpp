#include "core/ui/components/pagination.h"

#include <algorithm>
#include <vector>

namespace huiyin::ui {

namespace {

constexpr float between = 8;
constexpr TextSetting setting = {.kind = TextKind::Body, .align = Align::Center};

struct Item {
    std::string id;
    i18n::Text words;
    /// 0 where pages are left out.
    int page;
};

/// First, last and the neighbours of the present page; a gap where pages are left out.
std::vector<int> shown_pages(int page, int pages) {
    std::vector<int> shown;
    for (int at = 1; at <= pages; ++at) {
        bool const is_shown = at == 1 || at == pages || (at >= page - 1 && at <= page + 1);
        if (is_shown)
            shown.push_back(at);
        else if (shown.back() != 0)
            shown.push_back(0);
    }
    return shown;
}

std::vector<Item> items_of(Ui& ui, Pagination const& spec) {
    std::vector<Item> items;
    if (spec.page > 1)
        items.push_back({spec.id + ".previous", i18n::tr("pagination.previous"), spec.page - 1});
    if (ui.is_wide()) {
        int gaps = 0;
        for (int const page : shown_pages(spec.page, spec.pages)) {
            std::string const name = page == 0 ? "gap" + std::to_string(++gaps) : std::to_string(page);
            i18n::Text const words =
                i18n::verbatim(page == 0 ? "…" : ui.language().number(std::int64_t{page}));
            items.push_back({spec.id + "." + name, words, page});
        }
    } else {
        items.push_back({spec.id + ".page",
                         i18n::tr("pagination.page",
                                  {{"page", std::int64_t{spec.page}}, {"pages", std::int64_t{spec.pages}}}),
                         spec.page});
    }
    if (spec.page < spec.pages)
        items.push_back({spec.id + ".next", i18n::tr("pagination.next"), spec.page + 1});
    return items;
}

void paint(Ui& ui, std::string const& id, Rect box, bool is_current) {
    Theme const& theme = ui.theme();
    if (is_current) return ui.canvas().fill(box, theme[ColorRole::Action], measure::radius);
    bool const is_hovered = ui.canvas().interact(id, box).is_hovered;
    ui.canvas().fill(box, theme[ColorRole::Surface], measure::radius);
    ui.canvas().stroke(box, theme[ColorRole::LineStrong], is_hovered ? 2 : 1, measure::radius);
}

bool item_view(Ui& ui, Pagination const& spec, Item const& item, Rect box) {
    Scope const place = ui.place({box.x, box.width}, box.y);
    Scope const entry = ui.open({.id = item.id + ".item", .role = Role::ListItem});
    bool const is_current = item.page == spec.page;
    bool const is_link = item.page > 0 && !is_current;
    if (item.page > 0) paint(ui, item.id, box, is_current);
    TextSetting words = setting;
    words.color = is_current ? ColorRole::OnAction : is_link ? ColorRole::Link : ColorRole::InkQuiet;
    float const height = ui.text_height(item.words, words, box.width - 8);
    Node node{.id = item.id, .role = is_link ? Role::Link : Role::Span, .state = {.current = is_current}};
    if (is_link) node.href = spec.href(item.page);
    ui.text_in(std::move(node), box, {4, (box.height - height) / 2}, item.words, words);
    ui.advance(box.height);
    return is_link && ui.is_clicked(item.id);
}

} // namespace

std::optional<int> pagination(Ui& ui, Pagination const& spec) {
    std::optional<int> followed;
    {
        Scope const landmark = ui.open({.id = spec.id,
                                        .role = Role::Navigation,
                                        .label = ui.words(i18n::tr("pagination.label")),
                                        .kind = "pages"});
        Scope const list = ui.open({.id = spec.id + ".list", .role = Role::List});
        float const height = std::max(measure::target, ui.line_height(setting.kind) + 16);
        float offset = 0;
        for (Item const& item : items_of(ui, spec)) {
            float const natural = ui.text_width(ui.words(item.words), setting) + 24;
            float const width = std::min(std::max(natural, measure::target), ui.column().width);
            if (offset > 0 && offset + width > ui.column().width) {
                ui.advance(height + between);
                offset = 0;
            }
            Column const place = ui.part(offset, width);
            if (item_view(ui, spec, item, {place.left, ui.y(), width, height})) followed = item.page;
            offset += width + between;
        }
        ui.advance(height);
    }
    ui.gap(20);
    return followed;
}

} // namespace huiyin::ui
