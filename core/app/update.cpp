#include "core/app/begun_cases.h"
#include "core/app/draft_files.h"
#include "core/app/requests.h"
#include "core/app/turn.h"

#include "core/base/match.h"
#include "core/protocol/messages.h"
#include "i18n/language.h"

namespace huiyin::app {

using namespace screens;

namespace {

constexpr Duration between_refreshes = Duration::minutes(1);

/// A case that was accepted is gone on with where it was sent or its receipt is shown; elsewhere somebody has
/// come for something else.
bool goes_on(BegunCase const& begun, Route const& route) {
    bool const is_accepted = std::holds_alternative<Receipt>(begun.state);
    return !is_accepted || route == Route{SubmitRoute{SubmitPage::Check}} || route == Route{ReceiptRoute{}};
}

} // namespace

void Turn::take(Intent const& intent) {
    match(
        intent, [&](home::Intent const& i) { keep(m_model.home, home::update(m_model.home, i)); },
        [&](submit::Intent const& i) { take_submit(i); },
        [&](receipt::Intent const& i) { take_step(receipt::update(m_model.receipt, i)); },
        [&](track::Intent const& i) { take_step(track::update(m_model.track, i)); },
        [&](case_page::Intent const& i) { take_step(case_page::update(m_model.case_page, i)); },
        [&](feedback::Intent const& i) { take_step(feedback::update(m_model.feedback, i)); },
        [&](not_found::Intent const& i) { take_step(not_found::update({}, i)); },
        [&](settings::Intent const& i) { take_step(settings::update(m_model.settings, i)); },
        [&](LinkFollowed const& followed) { carry_out(Go{followed.route}); },
        [&](LanguageChosen const& chosen) { choose_language(chosen.tag); },
        [&](LanguageArrived const& arrived) { show_language(arrived.tag); },
        [&](LanguageLost const& lost) { lose_language(lost.tag); },
        [&](LanguageLossRead) { m_model.lost_language.clear(); },
        [&](Responded const& responded) { take_response(responded); },
        [&](Visited const& visited) { visit(visited); },
        [&](Copied const& copied) {
            take_step(receipt::update(m_model.receipt, receipt::CopyFinished{copied.went_well}));
        },
        [&](FileMoved const& file) { take_file(file.moved); }, [&](Woken) { wake_again(); },
        [&](DraftsChanged const& changed) { take_kept(begun_cases(changed.drafts)); },
        [&](DraftsRefused) { lose_keeping(); },
        [&](SharingChanged const& changed) { notice_sharing(changed.is_shared); },
        [&](ConnectionChanged const& changed) { notice_connection(changed.is_online); },
        [&](VersionReady) { m_model.has_new_version = true; }, [&](VersionTaken) { order(TakeVersion{}); },
        [&](WorkSliced) { do_some_work(); });
}

/// What the address bar shows, without a change of it.
void Turn::show(Route const& route) {
    bool const is_receipt = std::holds_alternative<ReceiptRoute>(route);
    bool const lacks_case = std::holds_alternative<FeedbackRoute>(route) && !m_model.feedback.key;
    if (!is_receipt) leave_receipt();
    m_model.route = route;
    if (auto const* submission = std::get_if<SubmitRoute>(&route))
        take_submit(submit::PageVisited{submission->page});
    if (is_receipt && !m_model.receipt.receipt) find_receipt();
    if (lacks_case) carry_out(Go{TrackRoute{}, History::Replace});
    tell_what_came();
    wake_again();
}

void Turn::visit(Visited const& visited) {
    show(route_of(visited.path));
    if (auto const key = case_key_in(visited.fragment)) {
        carry_out(Go{TrackRoute{}, History::Replace});
        m_model.track.number = key->number.text();
        m_model.track.code = key->code.shown();
        take_step(track::update(m_model.track, track::OpenPressed{}));
    }
}

/// What the device has kept, at the start.
void Turn::begin(Start const& start) {
    if (start.kept_shared) m_model.keeping = Keeping::Shared;
    if (!start.keeps_drafts) m_model.keeping = Keeping::Refused;
    m_model.is_online = start.is_online;
    m_model.has_camera = start.has_camera;
    begin_draft();
    if (m_model.keeping != Keeping::Kept) return;
    std::vector<BegunCase> begun = begun_cases(start.drafts);
    Route const route = route_of(start.path);
    bool const is_at_form = std::holds_alternative<SubmitRoute>(route);
    auto const used = used_case(begun, start.used_draft, is_at_form);
    if (used != begun.end() && goes_on(*used, route)) load(*used);
    take_kept(std::move(begun));
}

void Turn::take_submit(submit::Intent const& intent) {
    auto step = submit::update(m_model.submit, intent, {m_city, m_model.now, m_model.random_hex});
    m_model.submit = std::move(step.model);
    m_model.submit.keeping = m_model.keeping;
    carry_out_all(step.effects);
}

void Turn::carry_out(Effect const& effect) {
    if (auto request = request_for(effect)) return fetch(effect, std::move(*request));
    match(
        effect, [&](SaveDraft const& save) { save_draft(save); },
        [&](TakeReceipt const& take) { take_receipt(take.receipt); }, [&](BeginDraft) { begin_draft(); },
        [&](OpenDraft const& open) { open_draft(open.id); },
        [&](DeleteDraft const& dropped) { delete_draft(dropped.id); }, [&](DeleteAllDrafts) { delete_all(); },
        [&](ShowReceipt const& show) { show_receipt(show.id, History::Push); },
        [&](KeepNothing const& keep) { share(keep.is_shared); }, [&](TrySending) { send_waiting(); },
        [&](SaveCase const& save) {
            order(SaveFile{save.shown.number.text() + ".json", protocol::write_citizen_case(save.shown)});
        },
        [&](Print) { order(PrintPage{}); }, [&](Go const& go) { go_to(go); },
        [&](Focus const& focus) { order(FocusNode{focus.id}); },
        [&](Announce const& announce) { m_announcements.push_back(announce); },
        [&](Copy const& copy) { order(CopyText{copy.text}); },
        [&](KeepSettings const& keep) {
            order(Keep{"settings", keep.text});
        },
        [&](screens::SendFile const& send) { order_all(file_sent(m_model.submit, send)); },
        [&](screens::DropFile const& drop) { order(app::DropFile{drop.id.value}); },
        [&](screens::FetchFile const& wanted) {
            order(app::FetchFile{file_request(wanted), wanted.attachment.name});
        },
        [&](screens::ShowPlain const& show) { order(app::ShowPlain{show.is_plain}); }, [](auto const&) {});
}

void Turn::go_to(Go const& go) {
    order(Visit{url_of(go.to), go.history == History::Push});
    if (std::holds_alternative<FeedbackRoute>(go.to)) begin_feedback();
    order(FocusNode{"main"});
    // What is to be told there may want the focus itself.
    show(go.to);
}

void Turn::begin_feedback() {
    auto const* ready = std::get_if<Ready<CitizenCase>>(&m_model.case_page.shown);
    if (ready == nullptr || !m_model.case_page.key) return;
    take_step(feedback::update(m_model.feedback, feedback::Begun{*m_model.case_page.key, ready->value}));
}

void Turn::choose_language(std::string const& tag) {
    if (i18n::find_language(tag) == nullptr) return;
    m_model.wanted_language = tag;
    m_model.lost_language.clear();
    order(LoadLanguage{tag});
}

/// The portal stays in its language and says so. Before there is one, English is better than nothing.
void Turn::lose_language(std::string const& tag) {
    if (tag != m_model.wanted_language) return;
    m_model.wanted_language.clear();
    if (m_model.language.empty()) {
        if (tag != "en") choose_language("en");
        return;
    }
    m_model.lost_language = tag;
    m_announcements.push_back({language_loss_words(tag), Politeness::Assertive});
}

void Turn::show_language(std::string const& tag) {
    if (tag != m_model.wanted_language) return;
    bool const was_chosen = !m_model.language.empty();
    m_model.language = tag;
    if (!was_chosen) m_model.first_language = tag;
    m_model.wanted_language.clear();
    m_model.lost_language.clear();
    if (was_chosen) order(Keep{"language", tag});
}

/// Relative times ("in 3 hours") grow old while a page with clocks is open.
void Turn::wake_again() {
    bool const shows_times = std::holds_alternative<CaseRoute>(m_model.route) ||
                             std::holds_alternative<ReceiptRoute>(m_model.route);
    if (shows_times) order(Wake{m_model.now + between_refreshes});
}

i18n::Text language_loss_words(std::string_view tag) {
    i18n::LanguageInfo const* const info = i18n::find_language(tag);
    return i18n::tr("language.lost", {{"language", std::string(info ? info->name : tag)}});
}

home::Model home_of(Model const& model) {
    home::Model home = model.home;
    home.begun = model.begun;
    home.keeping = model.keeping;
    home.is_asked &= !home.begun.empty();
    home.is_sending = model.is_sending_waiting || std::holds_alternative<Loading>(model.submit.sending);
    return home;
}

Step start(Start const& start, City const& city) {
    Turn turn(Model{.now = start.now, .random_hex = start.random_hex}, city);
    turn.begin(start);
    std::vector<std::string> wishes = start.wished_languages;
    if (start.kept_language) wishes.insert(wishes.begin(), *start.kept_language);
    turn.model().wanted_language = i18n::negotiate(wishes).tag;
    turn.order(LoadLanguage{turn.model().wanted_language});
    if (start.kept_settings) turn.model().settings.choices = settings::choices_in(*start.kept_settings);
    if (turn.model().settings.choices.is_plain) turn.order(app::ShowPlain{true});
    turn.visit({start.path, start.fragment});
    return turn.finish();
}

Step update(Model model, Intent const& intent, City const& city) {
    Turn turn(std::move(model), city);
    turn.take(intent);
    return turn.finish();
}

} // namespace huiyin::app
