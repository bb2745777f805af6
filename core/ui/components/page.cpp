#include "core/ui/components/page.h"

#include "core/ui/components/language_picker.h"
#include "core/ui/components/link.h"
#include "core/ui/components/text.h"
#include "core/ui/icon.h"

#include <algorithm>
#include <cmath>

namespace huiyin::ui {

namespace {

constexpr float between = space::small;
/// The service's sign before its name.
constexpr float mark = 34;

float gutter(Ui const& ui) { return ui.is_wide() ? measure::gutter_desktop : measure::gutter_phone; }

/// The readable column in the middle of the window.
Column middle(Ui const& ui, float widest) {
    float const width = std::min(ui.scaled(widest), ui.input().width - 2 * gutter(ui));
    return {(ui.input().width - width) / 2, width};
}

/// A bubble that speaks, and the line of an answer that comes back.
void paint_mark(Ui& ui, Rect box) {
    Theme const& theme = ui.theme();
    Point const center{box.x + box.width / 2, box.y + box.height / 2};
    ui.canvas().fill_circle(center, box.width / 2, theme[ColorRole::OnBrand]);
    float const side = box.width * 0.62F;
    ui.icon(Icon::Mark, {center.x - side / 2, center.y - side / 2, side, side}, ColorRole::Brand);
}

/// Room for the sign, on windows that have it.
float name_offset(Ui const& ui) { return ui.is_wide() ? ui.scaled(mark) + space::medium : 0; }

bool service_name(Ui& ui, std::string_view home_href, Rect box) {
    TextSetting const setting{.kind = TextKind::Subheading, .color = ColorRole::OnBrand};
    i18n::Text const name = i18n::tr("app.name");
    float const side = ui.scaled(mark);
    float const start = ui.is_right_to_left() ? box.right() - side : box.x;
    if (ui.is_wide()) paint_mark(ui, {start, box.y + (box.height - side) / 2, side, side});
    float const offset = name_offset(ui);
    float const words_height = ui.text_height(name, setting, box.width - 2 * offset);
    ui.canvas().interact("home", box);
    ui.text_in({.id = "home", .role = Role::Link, .href = std::string(home_href), .kind = "brand"}, box,
               {offset, (box.height - words_height) / 2}, name, setting);
    return ui.is_clicked("home");
}

bool settings_button(Ui& ui, Rect box) {
    Interaction const pointer = ui.canvas().interact("settings.open", box);
    if (pointer.is_hovered) ui.canvas().stroke(box, ui.theme()[ColorRole::OnBrand], 2, measure::radius);
    ui.icon(Icon::Settings, box, ColorRole::OnBrand, ui.scaled(measure::icon));
    ui.record({.id = "settings.open",
               .role = Role::Button,
               .label = ui.words(i18n::tr("settings.open")),
               .bounds = box,
               .kind = "settings"});
    return ui.is_clicked("settings.open");
}

LanguagePicker picker_of(Ui const& ui, PageFrame const& frame) {
    std::string_view const shown = ui.language().info().tag;
    return {.id = "language",
            .chosen = shown,
            .reader = frame.reader.empty() ? shown : std::string_view(frame.reader)};
}

/// Name and controls on one line, or below each other where they find no room.
struct BannerPlan {
    float name_width;
    float picker_width;
    float row_height;
    bool is_on_one_line;
    float height;
};

BannerPlan plan_banner(Ui& ui, LanguagePicker const& picker) {
    float const width = ui.column().width;
    float const row = std::max(measure::target, ui.line_height(TextKind::Small) + 16);
    float const words = ui.text_width(ui.words(i18n::tr("app.name")), {.kind = TextKind::Subheading});
    float const name = 2 * name_offset(ui) + words + 1;
    float const controls = row + between + language_picker_width(ui, picker);
    bool const fits = name + 2 * between + controls <= width;
    return {.name_width = std::min(name, width),
            .picker_width = std::min(language_picker_width(ui, picker), width - row - between),
            .row_height = row,
            .is_on_one_line = fits,
            .height =
                std::max(measure::banner - (ui.is_wide() ? 0 : space::small), (fits ? 1 : 2) * row + 20)};
}

void controls(Ui& ui, LanguagePicker const& picker, BannerPlan const& plan, Rect row, PageEvents& events) {
    float const width = plan.row_height + between + plan.picker_width;
    float const offset = plan.is_on_one_line ? row.width - width : 0;
    Scope const place = ui.place(ui.part(offset, width), row.y);
    Scope const group = ui.open({.id = "banner.controls"});
    Column const settings = ui.part(0, plan.row_height);
    Column const languages = ui.part(plan.row_height + between, plan.picker_width);
    events.settings_opened = settings_button(ui, {settings.left, row.y, settings.width, row.height});
    events.language = language_picker(ui, picker, {languages.left, row.y, languages.width, row.height});
    ui.move_to(row.y + row.height);
}

PageEvents banner(Ui& ui, PageFrame const& frame) {
    PageEvents events;
    LanguagePicker const picker = picker_of(ui, frame);
    Scope const open = ui.open({.id = "banner", .role = Role::Banner});
    float height = 0;
    {
        Scope const place = ui.place(middle(ui, measure::page_width), 0);
        BannerPlan const plan = plan_banner(ui, picker);
        height = plan.height;
        ui.canvas().fill({0, 0, ui.input().width, height}, ui.theme()[ColorRole::Brand]);
        ui.canvas().fill({0, height - 1, ui.input().width, 1}, ui.theme()[ColorRole::Line]);
        float const rows = plan.is_on_one_line ? 1 : 2;
        float const top = std::floor((height - rows * plan.row_height) / 2);
        Column const name = ui.part(0, plan.name_width);
        if (service_name(ui, frame.home_href, {name.left, top, name.width, plan.row_height}))
            events.followed = frame.home_href;
        float const below = plan.is_on_one_line ? top : top + plan.row_height;
        controls(ui, picker, plan, {ui.column().left, below, ui.column().width, plan.row_height}, events);
    }
    ui.move_to(height);
    return events;
}

void footer_line(Ui& ui, std::string const& name, Icon icon, ColorRole color) {
    float const side = ui.scaled(measure::icon);
    ui.icon(icon, {ui.part(0, side).left, ui.y(), side, ui.line_height(TextKind::Small)}, color);
    Scope const behind = ui.inset(side + space::medium, 0);
    quiet(ui, "footer." + name, i18n::tr("footer." + name));
}

void footer_links(Ui& ui, std::vector<PageLink> const& links, PageEvents& events) {
    Scope const below_words = ui.inset(ui.scaled(measure::icon) + space::medium, 0);
    for (PageLink const& each : links)
        if (link(ui, each.id, each.words, each.href, {.kind = TextKind::Small})) events.followed = each.href;
}

void footer(Ui& ui, std::vector<PageLink> const& links, PageEvents& events) {
    ui.gap(ui.is_wide() ? 2 * space::section : space::section);
    float const top = ui.y();
    float bottom = 0;
    {
        Scope const open = ui.open({.id = "footer", .role = Role::Footer});
        {
            Scope const place = ui.place(middle(ui, measure::page_width), top + space::block + 4);
            Scope const inside = ui.open({.id = "footer.inside"});
            footer_line(ui, "emergency", Icon::Danger, ColorRole::Danger);
            footer_line(ui, "hotline", Icon::Phone, ColorRole::Link);
            footer_links(ui, links, events);
            bottom = ui.y();
        }
        ui.move_to(bottom + space::block);
        bottom = ui.y();
    }
    float const down = std::max(bottom, ui.input().height) - top;
    ui.canvas().behind(0);
    ui.canvas().fill({0, top, ui.input().width, down}, ui.theme()[ColorRole::Surface]);
    ui.canvas().fill({0, top, ui.input().width, 4}, ui.theme()[ColorRole::Brand]);
    ui.canvas().fill({0, top, ui.input().width, 1}, ui.theme()[ColorRole::Line]);
    ui.canvas().in_front();
}

} // namespace

PageEvents page(Ui& ui, PageFrame const& frame, std::function<void()> const& main) {
    Theme const& theme = ui.theme();
    ui.canvas().behind(0);
    ui.canvas().fill(
        {0, ui.input().paint_top, ui.input().width, ui.input().paint_bottom - ui.input().paint_top},
        theme[ColorRole::Page]);
    ui.canvas().in_front();
    {
        Scope const place = ui.place(middle(ui, measure::page_width), 0);
        skip_link(ui, "skip", i18n::tr("page.skip"), "main");
    }
    PageEvents events = banner(ui, frame);
    float bottom = 0;
    {
        Scope const place = ui.place(middle(ui, measure::page_width),
                                     ui.y() + (ui.is_wide() ? space::section - space::small : space::medium));
        {
            Scope const open = ui.open({.id = "main", .role = Role::Main});
            main();
        }
        bottom = ui.y();
    }
    ui.move_to(bottom);
    footer(ui, frame.footer_links, events);
    return events;
}

} // namespace huiyin::ui
