#include "core/screens/receipt/view.h"

#include "core/screens/clocks_view.h"
#include "core/screens/emergency_view.h"
#include "core/screens/files_view.h"
#include "core/ui/components/button.h"
#include "core/ui/components/code_line.h"
#include "core/ui/components/notice.h"
#include "core/ui/components/qr_code.h"
#include "core/ui/components/summary_list.h"
#include "core/ui/components/text.h"

namespace huiyin::screens::receipt {

namespace {

using i18n::tr;

bool is_copied(Model const& model, Line line) {
    return model.copying == Copying{line, Copying::State::Copied};
}

ui::CodeLine code_line_of(Model const& model, Line line, std::string const& code) {
    std::string const key = line == Line::Number ? "receipt.number" : "receipt.code";
    bool const was_refused = model.copying == Copying{line, Copying::State::Refused};
    return {.id = key,
            .label = tr(key + ".label"),
            .code = code,
            .copy_label = tr(key + (is_copied(model, line) ? ".copied" : ".copy")),
            .hint = was_refused ? tr("receipt.copy_refused") : i18n::Text{}};
}

void keys_view(ui::Ui& ui, Model const& model, Emit const& emit) {
    ui::notice(ui, "receipt.keep", ui::Surface::Good, tr("receipt.keep.title"), [&] {
        ui::Scope const list = ui.open({.id = "receipt.keys", .role = ui::Role::Summary});
        if (ui::code_line(ui, code_line_of(model, Line::Number, model.receipt->number.text())))
            emit(NumberCopyPressed{});
        if (ui::code_line(ui, code_line_of(model, Line::Code, model.receipt->access_code)))
            emit(CodeCopyPressed{});
    });
    ui::paragraph(ui, "receipt.keep.text", tr("receipt.keep.text"), {.kind = ui::TextKind::Strong});
}

/// The secret stands in the fragment, which no browser sends anywhere.
void picture_view(ui::Ui& ui, Receipt const& receipt) {
    ui::qr_code(ui,
                {.id = "receipt.qr",
                 .label = tr("receipt.qr.label"),
                 .address = url_of(CaseRoute{}) + "#" + receipt.number.text() + "&" + receipt.access_code});
    ui::quiet(ui, "receipt.qr.text", tr("receipt.qr.text"));
}

void arrived_before_view(ui::Ui& ui, Model const& model) {
    if (!model.had_arrived_before) return;
    ui::notice(ui, "receipt.arrived_before", ui::Surface::Notice, tr("receipt.arrived_before.title"),
               [&] { ui::paragraph(ui, "receipt.arrived_before.text", tr("receipt.arrived_before.text")); });
}

void files_view(ui::Ui& ui, Model const& model, FileStates const& states) {
    if (model.attachments.empty()) return;
    ui::heading(ui, "receipt.attachments", 2, tr("attachments.case"));
    ui::sent_files(ui, "receipt.attachments.list", listed_files(model.attachments, states));
}

void language_view(ui::Ui& ui, Receipt const& receipt) {
    if (receipt.needs_interpreter) ui::paragraph(ui, "receipt.interpreter", tr("interpreter.receipt"));
}

/// As the hotline will dial it.
void phone_view(ui::Ui& ui, Receipt const& receipt) {
    if (receipt.phone.empty()) return;
    ui::summary_list(ui, "receipt.contact",
                     {{.name = "phone",
                       .term = tr("submit.check.contact.phone"),
                       .value = i18n::verbatim(receipt.phone)}});
}

void next_view(ui::Ui& ui, Receipt const& receipt, Instant now) {
    ui::heading(ui, "receipt.next", 2, tr("receipt.next.title"));
    ui::paragraph(ui, "receipt.stage", tr("stage." + std::string(name_of(receipt.stage)) + ".meaning"));
    language_view(ui, receipt);
    clocks_view(ui, "receipt.clock", receipt.clocks, now);
    phone_view(ui, receipt);
}

void ways_on_view(ui::Ui& ui, i18n::Text const& track, std::string const& track_href, Emit const& emit) {
    ui.gap(12);
    if (ui::button_link(ui, "receipt.track", track, track_href)) emit(TrackPressed{});
    if (ui::button_link(ui, "receipt.home", tr("receipt.home"), url_of(HomeRoute{}),
                        ui::ButtonLook::Secondary))
        emit(HomeFollowed{});
}

void title_view(ui::Ui& ui, std::string const& key) {
    ui.set_title(ui.words(tr(key + ".title")));
    ui::heading(ui, "receipt.title", 1, tr(key + ".title"));
    ui::lead(ui, "receipt.lead", tr(key + ".lead"));
}

void none_view(ui::Ui& ui, Emit const& emit) {
    title_view(ui, "receipt.none");
    ways_on_view(ui, tr("receipt.none.track"), url_of(TrackRoute{}), emit);
}

} // namespace

void view(ui::Ui& ui, Model const& model, FileStates const& files, Instant now, Emit const& emit) {
    if (!model.receipt) return none_view(ui, emit);
    title_view(ui, "receipt");
    emergency_view(ui, "receipt.emergency", model.receipt->urgency);
    keys_view(ui, model, emit);
    picture_view(ui, *model.receipt);
    arrived_before_view(ui, model);
    next_view(ui, *model.receipt, now);
    files_view(ui, model, files);
    ways_on_view(ui, tr("receipt.track"), url_of(CaseRoute{}), emit);
}

} // namespace huiyin::screens::receipt
