#include "core/ui/components/notice.h"

#include "core/ui/components/link.h"
#include "core/ui/components/text.h"
#include "core/ui/icon.h"

namespace huiyin::ui {

namespace {

struct Sign {
    Icon icon;
    ColorRole color;
};

std::optional<Sign> sign_of(Surface surface) {
    switch (surface) {
    case Surface::Card: return std::nullopt;
    case Surface::Notice: return Sign{Icon::Notice, ColorRole::NoticeLine};
    case Surface::Danger: return Sign{Icon::Danger, ColorRole::Danger};
    case Surface::Good: return Sign{Icon::Done, ColorRole::Good};
    }
    return std::nullopt;
}

/// What stands behind the sign: on wide windows all of the surface's words, else only those beside it.
float behind_sign(Ui const& ui, Surface surface) {
    return sign_of(surface) ? ui.scaled(measure::icon) + space::medium : 0;
}

Scope words_inside(Ui& ui, Surface surface) {
    return ui.inset(ui.is_wide() ? behind_sign(ui, surface) : 0, 0);
}

/// Words behind the sign of their surface.
void signed_words(Ui& ui, Node node, Surface surface, i18n::Text const& words, TextKind kind) {
    auto const sign = sign_of(surface);
    float const side = ui.scaled(measure::icon);
    if (sign) ui.icon(sign->icon, {ui.part(0, side).left, ui.y(), side, ui.line_height(kind)}, sign->color);
    Scope const behind = ui.inset(behind_sign(ui, surface), 0);
    ui.text(std::move(node), words, {.kind = kind});
}

} // namespace

void notice(Ui& ui, std::string_view id, Surface surface, i18n::Text const& title,
            std::function<void()> const& inside) {
    {
        Scope const card = ui.card(
            {.id = std::string(id), .role = Role::Section, .label = ui.words(title), .kind = "notice"},
            surface);
        signed_words(ui, {.id = std::string(id) + ".title", .role = Role::Heading, .level = 2}, surface,
                     title, TextKind::Subheading);
        ui.gap(6);
        Scope const behind = words_inside(ui, surface);
        inside();
    }
    ui.gap(20);
}

void confirmation(Ui& ui, std::string_view id, i18n::Text const& words) {
    {
        Scope const card =
            ui.card({.id = std::string(id), .role = Role::Alert, .label = ui.words(words), .kind = "done"},
                    Surface::Good);
        signed_words(ui, {.id = std::string(id) + ".words", .role = Role::Paragraph}, Surface::Good, words,
                     TextKind::Strong);
    }
    ui.gap(20);
}

std::optional<std::string> error_summary(Ui& ui, std::string_view id,
                                         std::vector<SummarizedError> const& errors) {
    if (errors.empty()) return std::nullopt;
    std::optional<std::string> followed;
    i18n::Text const title = i18n::tr("errors.title", {{"count", static_cast<std::int64_t>(errors.size())}});
    std::string const own_id(id);
    {
        Scope const card = ui.card(
            {.id = own_id, .role = Role::Alert, .label = ui.words(title), .kind = "errors"}, Surface::Danger);
        signed_words(ui, {.id = own_id + ".title", .role = Role::Heading, .level = 2}, Surface::Danger, title,
                     TextKind::Subheading);
        Scope const behind = words_inside(ui, Surface::Danger);
        Scope const list = ui.open({.id = own_id + ".list", .role = Role::List});
        for (SummarizedError const& error : errors) {
            Scope const item =
                ui.open({.id = own_id + "." + error.target_id + ".item", .role = Role::ListItem});
            std::string const href = error.href.empty() ? "#" + error.target_id : error.href;
            if (link(ui, own_id + "." + error.target_id, error.words, href)) followed = error.target_id;
        }
    }
    ui.gap(20);
    return followed;
}

} // namespace huiyin::ui
