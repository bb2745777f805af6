#include "core/app/screen_view.h"

#include "core/base/match.h"
#include "core/screens/case_page/view.h"
#include "core/screens/feedback/view.h"
#include "core/screens/help/view.h"
#include "core/screens/home/view.h"
#include "core/screens/not_found/view.h"
#include "core/screens/privacy/view.h"
#include "core/screens/receipt/view.h"
#include "core/screens/settings/view.h"
#include "core/screens/submit/view.h"
#include "core/screens/track/view.h"
#include "core/ui/components/button.h"
#include "core/ui/components/inset.h"
#include "core/ui/components/notice.h"
#include "core/ui/components/notification.h"
#include "core/ui/components/page.h"
#include "core/ui/components/text.h"

namespace huiyin::app {

namespace {

using namespace screens;

void language_loss_view(ui::Ui& ui, std::string const& lost, Emit const& emit) {
    if (lost.empty()) return;
    ui::Notification const spec{
        .id = "language.lost", .words = language_loss_words(lost), .surface = ui::Surface::Danger};
    if (ui::notification(ui, spec)) emit(LanguageLossRead{});
}

void work_view(ui::Ui& ui, Model const& model) {
    if (!model.work.empty()) ui::inset_text(ui, "work", i18n::tr("error.busy"));
}

/// The list of screens: a route without one does not compile.
void main_view(ui::Ui& ui, Model const& model, City const& city, Emit const& emit) {
    match(
        model.route, [&](HomeRoute) { home::view(ui, home_of(model), emit); },
        [&](SubmitRoute) { submit::view(ui, model.submit, city, emit); },
        [&](ReceiptRoute) { receipt::view(ui, model.receipt, model.submit.files, model.now, emit); },
        [&](TrackRoute) { track::view(ui, model.track, emit); },
        [&](CaseRoute) { case_page::view(ui, model.case_page, model.submit.files, model.now, emit); },
        [&](FeedbackRoute) { feedback::view(ui, model.feedback, emit); },
        [&](HelpRoute) {
            if (help::view(ui, city)) emit(LinkFollowed{HomeRoute{}});
        },
        [&](PrivacyRoute) {
            if (privacy::view(ui, city)) emit(LinkFollowed{HomeRoute{}});
        },
        [&](NotFoundRoute) { not_found::view(ui, {}, emit); });
}

std::vector<ui::PageLink> footer_links() {
    return {{"footer.help", i18n::tr("footer.help"), url_of(HelpRoute{})},
            {"footer.privacy", i18n::tr("footer.privacy"), url_of(PrivacyRoute{})}};
}

void connection_view(ui::Ui& ui, Model const& model) {
    if (model.is_online || model.keeping != Keeping::Kept) return;
    ui::paragraph(ui, "offline", i18n::tr("offline.now"), {.kind = ui::TextKind::Strong});
}

/// What is typed is there again when the portal is loaded anew, and the page shows nothing else.
bool is_kept_over_loading(Model const& model) {
    bool const is_of_one_case = std::holds_alternative<ReceiptRoute>(model.route) ||
                                std::holds_alternative<CaseRoute>(model.route) ||
                                std::holds_alternative<FeedbackRoute>(model.route);
    return model.keeping == Keeping::Kept && !is_of_one_case;
}

void version_view(ui::Ui& ui, Model const& model, Emit const& emit) {
    if (!model.has_new_version || !is_kept_over_loading(model)) return;
    ui::notice(ui, "version", ui::Surface::Notice, i18n::tr("version.ready"), [&] {
        ui::paragraph(ui, "version.kept", i18n::tr("version.kept"));
        if (ui::button(
                ui,
                {.id = "version.load", .label = i18n::tr("version.load"), .look = ui::ButtonLook::Secondary}))
            emit(VersionTaken{});
    });
}

} // namespace

void screen_view(ui::Ui& ui, Model const& model, City const& city, Emit const& emit) {
    ui::PageFrame const frame{
        .home_href = url_of(HomeRoute{}), .footer_links = footer_links(), .reader = model.first_language};
    ui::PageEvents const events = ui::page(ui, frame, [&] {
        language_loss_view(ui, model.lost_language, emit);
        connection_view(ui, model);
        version_view(ui, model, emit);
        work_view(ui, model);
        main_view(ui, model, city, emit);
    });
    ui.set_title(ui.words(
        i18n::tr("page.title", {{"page", ui.title()}, {"service", ui.words(i18n::tr("app.name"))}})));
    if (events.followed) emit(LinkFollowed{route_of(*events.followed)});
    if (events.settings_opened) emit(settings::Opened{});
    if (events.language) emit(LanguageChosen{*events.language});
    settings::view(ui, model.settings, emit);
}

} // namespace huiyin::app
