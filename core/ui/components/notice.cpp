#include "core/ui/components/notice.h"

#include "core/ui/components/link.h"
#include "core/ui/components/text.h"

namespace huiyin::ui {

void notice(Ui& ui, std::string_view id, Surface surface, i18n::Text const& title,
            std::function<void()> const& inside) {
    {
        Scope const card = ui.card(
            {.id = std::string(id), .role = Role::Section, .label = ui.words(title), .kind = "notice"},
            surface);
        ui.text({.id = std::string(id) + ".title", .role = Role::Heading, .level = 2}, title,
                {.kind = TextKind::Subheading});
        ui.gap(6);
        inside();
    }
    ui.gap(20);
}

void confirmation(Ui& ui, std::string_view id, i18n::Text const& words) {
    {
        Scope const card =
            ui.card({.id = std::string(id), .role = Role::Alert, .label = ui.words(words), .kind = "done"},
                    Surface::Good);
        ui.text({.id = std::string(id) + ".words", .role = Role::Paragraph}, words,
                {.kind = TextKind::Strong});
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
        ui.text({.id = own_id + ".title", .role = Role::Heading, .level = 2}, title,
                {.kind = TextKind::Subheading});
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
