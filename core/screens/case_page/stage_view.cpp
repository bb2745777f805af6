#include "core/screens/case_page/parts.h"

#include "core/screens/clocks_view.h"
#include "core/ui/components/notice.h"
#include "core/ui/components/text.h"

namespace huiyin::screens::case_page {

namespace {

using i18n::tr;

void question_view(ui::Ui& ui, i18n::Text const& question) {
    if (question.empty()) return;
    ui::heading(ui, "case.question.title", 3, tr("case.question"));
    ui::passage(ui, "case.question.text", question.verbatim(), question.lang());
}

void unit_view(ui::Ui& ui, CitizenCase const& shown) {
    if (!shown.unit) return ui::paragraph(ui, "case.unit", tr("case.no_unit"));
    ui::paragraph(ui, "case.unit", tr("case.unit", {{"unit", shown.unit->value}}));
}

} // namespace

void stage_view(ui::Ui& ui, CitizenCase const& shown, Page const& page, Instant now) {
    bool const waits = shown.stage == Stage::AwaitingCitizen;
    ui::notice(ui, "case.stage", waits ? ui::Surface::Notice : ui::Surface::Card, tr("case.stage"), [&] {
        ui::paragraph(ui, "case.stage.label", page.stage, {.kind = ui::TextKind::Heading});
        ui::paragraph(ui, "case.stage.meaning", page.meaning);
        question_view(ui, page.question);
        unit_view(ui, shown);
        if (shown.needs_interpreter) ui::paragraph(ui, "case.interpreter", tr("interpreter.case"));
        clocks_view(ui, "case.clocks", shown.clocks, now);
    });
}

} // namespace huiyin::screens::case_page
