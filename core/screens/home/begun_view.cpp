#include "core/base/match.h"
#include "core/screens/home/parts.h"
#include "core/screens/keeping_view.h"
#include "core/ui/components/button.h"
#include "core/ui/components/notice.h"
#include "core/ui/components/text.h"
#include "i18n/language.h"

#include <algorithm>

namespace huiyin::screens::home {

namespace {

using i18n::tr;

/// The beginning of what was written, by which it is known again; as much as fits on a line or two.
i18n::Text beginning_of(Draft const& draft, i18n::Language const& language) {
    constexpr std::size_t longest = 60;
    std::string text = i18n::cleaned(draft.description);
    if (text.empty()) return tr("drafts.untitled");
    std::string const lang =
        draft.language ? draft.language->value : std::string(i18n::language_by_script(text));
    text.resize(std::min(text.find('\n'), text.size()));
    std::vector<std::size_t> const ends = language.graphemes(text);
    if (ends.size() > longest) text = text.substr(0, ends[longest - 1]) + "…";
    return i18n::verbatim(text, lang);
}

i18n::Text named(std::string_view key, i18n::Text const& draft) {
    return tr(key, {{"draft", std::vector{draft}}});
}

bool is_writing(BegunCase const& begun) { return std::holds_alternative<Writing>(begun.state); }

void button(ui::Ui& ui, std::string const& id, i18n::Text const& label, Emit const& emit,
            Intent const& intent) {
    if (ui::button(ui, {.id = id, .label = label, .look = ui::ButtonLook::Secondary})) emit(intent);
}

void waiting_view(ui::Ui& ui, BegunCase const& begun, std::string const& id, Emit const& emit) {
    button(ui, id + ".open", tr("outbox.open"), emit, DraftContinued{begun.id});
    i18n::Text const beginning = beginning_of(begun.draft, ui.language());
    button(ui, id + ".delete", named("drafts.delete_named", beginning), emit, DraftDeleted{begun.id});
}

void accepted_view(ui::Ui& ui, BegunCase const& begun, Keeping keeping, Emit const& emit) {
    std::string const id = "home.sent." + begun.id;
    ui::paragraph(ui, id + ".text", tr("outbox.sent"));
    if (keeping == Keeping::Kept) ui::quiet(ui, id + ".kept", tr("outbox.keep_receipt"));
    button(ui, id + ".receipt", tr("outbox.show_receipt"), emit, ReceiptFollowed{begun.id});
}

void refused_view(ui::Ui& ui, BegunCase const& begun, std::string const& id, Emit const& emit) {
    ui::paragraph(ui, id + ".text", tr("outbox.refused"));
    button(ui, id + ".open", tr("outbox.open"), emit, DraftContinued{begun.id});
}

ui::Surface surface_of(BegunCase const& begun) {
    if (std::holds_alternative<Receipt>(begun.state)) return ui::Surface::Good;
    return std::holds_alternative<Waiting>(begun.state) ? ui::Surface::Notice : ui::Surface::Danger;
}

void sent_case_view(ui::Ui& ui, Model const& model, BegunCase const& begun, Emit const& emit) {
    std::string const id = "home.sent." + begun.id;
    ui::notice(ui, id, surface_of(begun), beginning_of(begun.draft, ui.language()), [&] {
        match(
            begun.state, [](Writing) {},
            [&](Waiting) {
                ui::paragraph(ui, id + ".text", tr(model.is_sending ? "outbox.sending" : "outbox.waiting"));
                waiting_view(ui, begun, id, emit);
            },
            [&](Receipt const&) { accepted_view(ui, begun, model.keeping, emit); },
            [&](auto const&) { refused_view(ui, begun, id, emit); });
    });
}

void draft_view(ui::Ui& ui, BegunCase const& begun, Emit const& emit) {
    std::string const id = "home.drafts." + begun.id;
    i18n::Text const beginning = beginning_of(begun.draft, ui.language());
    ui::paragraph(ui, id, beginning, {.kind = ui::TextKind::Strong});
    ui::quiet(ui, id + ".saved", tr("drafts.saved", {{"at", begun.draft.saved_at}}));
    button(ui, id + ".continue", named("drafts.continue_named", beginning), emit, DraftContinued{begun.id});
    button(ui, id + ".delete", named("drafts.delete_named", beginning), emit, DraftDeleted{begun.id});
    ui.gap(12);
}

void delete_all_view(ui::Ui& ui, Model const& model, Emit const& emit) {
    if (!model.is_asked)
        return button(ui, "home.drafts.delete_all", tr("drafts.delete_all"), emit, DeleteAllPressed{});
    ui::confirmation(ui, "home.drafts.question", tr("drafts.sure.question"));
    if (ui::button(ui,
                   {.id = "home.drafts.yes", .label = tr("drafts.sure.yes"), .look = ui::ButtonLook::Danger}))
        emit(DeleteAllAnswered{true});
    button(ui, "home.drafts.no", tr("drafts.sure.no"), emit, DeleteAllAnswered{false});
}

} // namespace

void sent_view(ui::Ui& ui, Model const& model, Emit const& emit) {
    if (std::all_of(model.begun.begin(), model.begun.end(), is_writing)) return;
    ui::heading(ui, "home.sent", 2, tr("outbox.title"));
    bool is_waiting = false;
    for (BegunCase const& begun : model.begun) {
        if (is_writing(begun)) continue;
        sent_case_view(ui, model, begun, emit);
        is_waiting |= std::holds_alternative<Waiting>(begun.state);
    }
    if (!is_waiting) return;
    bool const is_pressed = ui::button(ui, {.id = "home.sent.now",
                                            .label = tr("outbox.now"),
                                            .look = ui::ButtonLook::Secondary,
                                            .is_busy = model.is_sending});
    if (is_pressed) emit(SendNowPressed{});
}

void drafts_view(ui::Ui& ui, Model const& model, Emit const& emit) {
    if (model.begun.empty()) return;
    if (std::any_of(model.begun.begin(), model.begun.end(), is_writing)) {
        ui::heading(ui, "home.drafts", 2, tr("drafts.title"));
        if (model.keeping == Keeping::Kept) ui::paragraph(ui, "home.drafts.lead", tr("drafts.lead"));
        for (BegunCase const& begun : model.begun)
            if (is_writing(begun)) draft_view(ui, begun, emit);
    }
    delete_all_view(ui, model, emit);
    if (auto const is_shared = keeping_view(ui, "home.shared", model.keeping)) emit(SharedChosen{*is_shared});
}

} // namespace huiyin::screens::home
