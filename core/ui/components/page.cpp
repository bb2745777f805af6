#include "core/ui/components/page.h"

#include "core/ui/components/link.h"
#include "core/ui/components/text.h"

#include <algorithm>

namespace huiyin::ui {

namespace {

constexpr float banner_height = 64;
constexpr float picker_width = 148;
constexpr float picker_height = 44;

float gutter(Ui const& ui) { return ui.is_wide() ? measure::gutter_desktop : measure::gutter_phone; }

/// The readable column in the middle of the window.
Column middle(Ui const& ui, float widest) {
    float const width = std::min(widest, ui.input().width - 2 * gutter(ui));
    return {(ui.input().width - width) / 2, width};
}

bool service_name(Ui& ui, std::string_view home_href) {
    TextSetting const setting{.kind = TextKind::Subheading, .color = ColorRole::OnBrand};
    i18n::Text const name = i18n::tr("app.name");
    float const room = ui.column().width - picker_width - 12;
    Column const place = ui.part(0, std::min(ui.text_width(ui.words(name), setting) + 1, room));
    float const words_height = ui.text_height(name, setting, place.width);
    Rect const box{place.left, ui.y() + (banner_height - measure::target) / 2, place.width, measure::target};
    ui.canvas().interact("home", box);
    ui.text_in({.id = "home", .role = Role::Link, .href = std::string(home_href), .kind = "brand"}, box,
               {0, (box.height - words_height) / 2}, name, setting);
    return ui.is_clicked("home");
}

/// Each language in its own words, so that its reader finds it.
std::optional<std::string> language_picker(Ui& ui) {
    Column const place = ui.part(ui.column().width - picker_width, picker_width);
    Rect const box{place.left, ui.y() + (banner_height - picker_height) / 2, picker_width, picker_height};
    Node node{.id = "language",
              .role = Role::Select,
              .label = ui.words(i18n::tr("language.choose")),
              .value = std::string(ui.language().info().tag),
              .direction = ui.language().info().direction,
              .bounds = box,
              .kind = "language"};
    node.look = TextLook{.style = ui.style({.kind = TextKind::Small}),
                         .line_height = ui.line_height(TextKind::Small)};
    for (i18n::LanguageInfo const& language : i18n::languages())
        node.options.push_back({std::string(language.tag), std::string(language.name)});
    ui.canvas().interact("language", box);
    ui.record(std::move(node));
    return ui.edited("language");
}

PageEvents banner(Ui& ui, std::string_view home_href) {
    PageEvents events;
    Scope const open = ui.open({.id = "banner", .role = Role::Banner});
    ui.canvas().fill({0, 0, ui.input().width, banner_height}, ui.theme()[ColorRole::Brand]);
    {
        Scope const place = ui.place(middle(ui, measure::page_width + 160), 0);
        events.home_followed = service_name(ui, home_href);
        events.language = language_picker(ui);
    }
    ui.move_to(banner_height);
    return events;
}

void footer(Ui& ui) {
    ui.gap(48);
    Scope const open = ui.open({.id = "footer", .role = Role::Footer});
    ui.canvas().fill({0, ui.y(), ui.input().width, 1}, ui.theme()[ColorRole::Line]);
    float bottom = 0;
    {
        Scope const place = ui.place(middle(ui, measure::page_width), ui.y() + 20);
        quiet(ui, "footer.emergency", i18n::tr("footer.emergency"));
        quiet(ui, "footer.hotline", i18n::tr("footer.hotline"));
        bottom = ui.y();
    }
    ui.move_to(bottom + 24);
}

} // namespace

PageEvents page(Ui& ui, std::string_view home_href, std::function<void()> const& main) {
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
    PageEvents events = banner(ui, home_href);
    float bottom = 0;
    {
        Scope const place = ui.place(middle(ui, measure::page_width), ui.y() + (ui.is_wide() ? 24 : 12));
        {
            Scope const open = ui.open({.id = "main", .role = Role::Main});
            main();
        }
        bottom = ui.y();
    }
    ui.move_to(bottom);
    footer(ui);
    return events;
}

} // namespace huiyin::ui
