#include "core/screens/home/view.h"

#include "core/screens/home/parts.h"
#include "core/ui/components/button.h"
#include "core/ui/components/link.h"
#include "core/ui/components/notice.h"
#include "core/ui/components/text.h"
#include "core/ui/components/ways.h"

namespace huiyin::screens::home {

namespace {

using i18n::tr;

void emergency_view(ui::Ui& ui) {
    ui::notice(ui, "home.emergency", ui::Surface::Notice, tr("home.emergency.title"),
               [&] { ui::paragraph(ui, "home.emergency.text", tr("home.emergency.text")); });
}

void submit_view(ui::Ui& ui, Model const& model, Emit const& emit) {
    std::string const href = url_of(SubmitRoute{});
    i18n::Text const label = tr(model.begun.empty() ? "home.submit.start" : "drafts.new");
    if (ui::button_link(ui, "home.submit", label, href, ui::ButtonLook::Primary, ui::Icon::Forward))
        emit(SubmitFollowed{});
}

void track_view(ui::Ui& ui, Emit const& emit) {
    ui::heading(ui, "home.track.title", 2, tr("home.track.title"));
    ui::paragraph(ui, "home.track.text", tr("home.track.text"));
    if (ui::button_link(ui, "home.track", tr("home.track.action"), url_of(TrackRoute{}),
                        ui::ButtonLook::Secondary, ui::Icon::Search))
        emit(TrackFollowed{});
}

void promise_view(ui::Ui& ui) {
    ui::heading(ui, "home.next.title", 2, tr("home.next.title"));
    ui::ways(ui, "home.next",
             {{"dispatch", tr("home.next.dispatch"), ui::Icon::Forward},
              {"reply", tr("home.next.reply"), ui::Icon::Mark},
              {"feedback", tr("home.next.feedback"), ui::Icon::Done}});
}

} // namespace

void view(ui::Ui& ui, Model const& model, Emit const& emit) {
    ui.set_title(ui.words(tr("home.title")));
    ui::heading(ui, "home.title", 1, tr("home.title"));
    ui::lead(ui, "home.lead", tr("home.lead"));
    emergency_view(ui);
    sent_view(ui, model, emit);
    drafts_view(ui, model, emit);
    submit_view(ui, model, emit);
    track_view(ui, emit);
    promise_view(ui);
}

} // namespace huiyin::screens::home
