#include "core/screens/case_page/view.h"

#include "core/base/match.h"
#include "core/screens/case_page/parts.h"
#include "core/screens/errors_view.h"
#include "core/screens/failure_view.h"
#include "core/screens/files_view.h"
#include "core/ui/components/button.h"
#include "core/ui/components/link.h"
#include "core/ui/components/notice.h"
#include "core/ui/components/progress.h"
#include "core/ui/components/text.h"

namespace huiyin::screens::case_page {

namespace {

using i18n::tr;

void title_view(ui::Ui& ui, i18n::Text const& title) {
    ui.set_title(ui.words(title));
    ui::heading(ui, "case.title", 1, title);
}

void back_view(ui::Ui& ui, Emit const& emit) {
    if (ui::back_link(ui, "case.back", tr("case.back"), url_of(HomeRoute{}))) emit(HomeFollowed{});
}

void track_view(ui::Ui& ui, ui::ButtonLook look, Emit const& emit) {
    if (ui::button_link(ui, "case.track", tr("case.track"), url_of(TrackRoute{}), look))
        emit(TrackFollowed{});
}

void without_case_view(ui::Ui& ui, Emit const& emit) {
    back_view(ui, emit);
    title_view(ui, tr("case.none.title"));
    ui::lead(ui, "case.none", tr("case.none.text"));
    track_view(ui, ui::ButtonLook::Primary, emit);
}

void opening_view(ui::Ui& ui, Emit const& emit) {
    back_view(ui, emit);
    title_view(ui, tr("case.yours"));
    ui::loading(ui, "case.opening", tr("case.opening"));
}

void failed_view(ui::Ui& ui, Failed const& failure, Emit const& emit) {
    back_view(ui, emit);
    title_view(ui, tr("case.yours"));
    failure_view(ui, "case.failure", failure);
    if (ui::button(ui, {.id = "case.retry", .label = tr("case.retry")})) emit(RefreshPressed{});
    track_view(ui, ui::ButtonLook::Secondary, emit);
}

void refresh_view(ui::Ui& ui, Model const& model, Emit const& emit) {
    if (auto const* failure = std::get_if<Failed>(&model.refreshing))
        failure_view(ui, "case.refresh.failure", *failure);
    bool const is_busy = std::holds_alternative<Loading>(model.refreshing);
    if (ui::button(ui, {.id = "case.refresh",
                        .label = tr(is_busy ? "case.refresh.busy" : "case.refresh.press"),
                        .look = ui::ButtonLook::Secondary,
                        .is_busy = is_busy}))
        emit(RefreshPressed{});
}

void told_view(ui::Ui& ui, Model const& model, Emit const& emit) {
    auto const target_of = [](std::string_view field) { return "case." + std::string(field); };
    if (auto const target = errors_view(ui, model.problems, target_of)) emit(ErrorFollowed{*target});
    if (model.done != Open::Nothing) ui::confirmation(ui, "case.done", done_words(model.done));
}

i18n::Text state_words(Attachment const& attachment) {
    switch (attachment.state) {
    case AttachmentState::Waiting: return tr("attachments.waiting");
    case AttachmentState::Checking: return tr("attachments.checking", {{"file", attachment.name}});
    case AttachmentState::Broken: return tr("attachments.problem.broken", {{"file", attachment.name}});
    case AttachmentState::Refused: return tr("attachments.problem.refused", {{"file", attachment.name}});
    case AttachmentState::Stored: break;
    }
    return {};
}

/// On their way from this device.
std::vector<Attachment> travelling(CitizenCase const& shown, FileStates const& files) {
    std::vector<Attachment> found;
    for (Attachment const& attachment : shown.attachments)
        if (attachment.state == AttachmentState::Waiting && files.contains(attachment.id))
            found.push_back(attachment);
    return found;
}

void attachments_view(ui::Ui& ui, CitizenCase const& shown, FileStates const& files, Emit const& emit) {
    if (shown.attachments.empty()) return;
    ui::heading(ui, "case.attachments", 2, tr("attachments.case"));
    std::vector<Attachment> const on_their_way = travelling(shown, files);
    for (Attachment const& attachment : shown.attachments) {
        if (find_attachment(on_their_way, attachment.id) != nullptr) continue;
        std::string const id = "case.attachments." + attachment.id.value;
        bool const is_here = attachment.state == AttachmentState::Stored;
        if (!is_here) {
            ui::paragraph(ui, id, i18n::verbatim(attachment.name));
            ui::quiet(ui, id + ".state", state_words(attachment));
        } else if (ui::button(ui, {.id = id,
                                   .label = tr("attachments.open", {{"file", attachment.name}}),
                                   .look = ui::ButtonLook::Secondary})) {
            emit(FileOpened{attachment.id});
        }
    }
    if (!on_their_way.empty())
        ui::sent_files(ui, "case.attachments.travelling", listed_files(on_their_way, files));
}

void record_view(ui::Ui& ui, Page const& page, CitizenCase const& shown, FileStates const& files,
                 Emit const& emit) {
    if (!page.feedback.empty()) {
        ui::heading(ui, "case.given", 2, tr("case.given.title"));
        ui::summary_list(ui, "case.given.list", page.feedback);
    }
    ui::heading(ui, "case.submitted", 2, tr("case.submitted.title"));
    ui::summary_list(ui, "case.submitted.list", page.submitted);
    attachments_view(ui, shown, files, emit);
    ui::heading(ui, "case.timeline", 2, tr("case.timeline.title"));
    ui::timeline(ui, "case.timeline.list", page.timeline);
}

/// For the person's own files.
void take_along_view(ui::Ui& ui, Model const& model, Emit const& emit) {
    ui.gap(16);
    if (model.is_saved) ui::quiet(ui, "case.saved", tr("case.saved"));
    if (ui::button(ui, {.id = "case.save", .label = tr("case.save"), .look = ui::ButtonLook::Secondary}))
        emit(SavePressed{});
    if (ui::button(ui, {.id = "case.print", .label = tr("case.print"), .look = ui::ButtonLook::Secondary}))
        emit(PrintPressed{});
}

void case_view(ui::Ui& ui, Model const& model, FileStates const& files, Instant now, Emit const& emit) {
    CitizenCase const& shown = std::get<Ready<CitizenCase>>(model.shown).value;
    Page const page = page_of(shown, ui.language());
    back_view(ui, emit);
    told_view(ui, model, emit);
    title_view(ui, page.title);
    stage_view(ui, shown, page, now);
    refresh_view(ui, model, emit);
    if (shown.reply) reply_view(ui, *shown.reply);
    actions_view(ui, model, shown, emit);
    record_view(ui, page, shown, files, emit);
    take_along_view(ui, model, emit);
}

} // namespace

void view(ui::Ui& ui, Model const& model, FileStates const& files, Instant now, Emit const& emit) {
    match(
        model.shown, [&](NotAsked) { without_case_view(ui, emit); }, [&](Loading) { opening_view(ui, emit); },
        [&](Failed const& failure) { failed_view(ui, failure, emit); },
        [&](Ready<CitizenCase> const&) { case_view(ui, model, files, now, emit); });
}

} // namespace huiyin::screens::case_page
