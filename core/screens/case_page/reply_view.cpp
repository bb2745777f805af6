#include "core/screens/case_page/parts.h"

#include "core/ui/components/notice.h"
#include "core/ui/components/text.h"

namespace huiyin::screens::case_page {

namespace {

using i18n::tr;

/// What the grounds are called depends on what became of the matter.
i18n::Text grounds_title(Outcome outcome, i18n::Language const& language) {
    std::string const key = "outcome." + std::string(name_of(outcome)) + ".grounds";
    return tr(language.has(key) ? key : "case.reply.grounds");
}

void grounds_view(ui::Ui& ui, Reply const& reply) {
    if (reply.grounds.empty()) return;
    ui::heading(ui, "case.reply.grounds", 3, grounds_title(reply.outcome, ui.language()));
    ui::passage(ui, "case.reply.grounds.text", reply.grounds);
}

} // namespace

void reply_view(ui::Ui& ui, Reply const& reply) {
    ui::notice(ui, "case.reply", ui::Surface::Card, tr("case.reply.title"), [&] {
        ui::paragraph(ui, "case.reply.outcome",
                      tr("outcome." + std::string(name_of(reply.outcome)) + ".label"),
                      {.kind = ui::TextKind::Strong});
        ui::passage(ui, "case.reply.text", reply.text);
        grounds_view(ui, reply);
        ui::quiet(ui, "case.reply.date", tr("case.reply.date", {{"at", reply.at}}));
    });
}

} // namespace huiyin::screens::case_page
