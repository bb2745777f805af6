#include "core/app/begun_cases.h"
#include "core/app/draft_files.h"
#include "core/app/requests.h"
#include "core/app/turn.h"

#include "core/base/find.h"
#include "core/base/match.h"
#include "core/domain/submission_key.h"
#include "core/protocol/messages.h"

namespace huiyin::app {

using namespace screens;

/// To the form's case while somebody looked elsewhere.
void Turn::tell_what_came() {
    auto const mine = find_in(m_model.begun, m_model.draft_id, &BegunCase::id);
    bool const is_at_form = std::holds_alternative<SubmitRoute>(m_model.route);
    if (is_at_form && mine != m_model.begun.end()) take_answer(BegunCase(*mine));
}

void Turn::begin_draft() {
    constexpr std::size_t time_and_count = 18;
    m_model.submit = submit::Model{.keeping = m_model.keeping,
                                   .has_camera = m_model.has_camera,
                                   .files = std::move(m_model.submit.files)};
    m_model.submit.draft.idempotency_key =
        submission_key(m_model.now, ++m_model.keys_given, m_model.random_hex);
    m_model.draft_id =
        m_model.submit.draft.idempotency_key.substr(0, time_and_count) + "-" + m_model.random_hex.substr(16);
    order(UseDraft{m_model.draft_id});
}

/// Puts a case where the newest stands.
void Turn::put(BegunCase begun) {
    std::erase_if(m_model.begun, [&](BegunCase const& each) { return each.id == begun.id; });
    m_model.begun.insert(m_model.begun.begin(), std::move(begun));
}

void Turn::save_draft(SaveDraft const& save) {
    m_model.submit.draft.saved_at = m_model.now;
    BegunCase begun{.id = m_model.draft_id, .draft = save.draft};
    begun.draft.saved_at = m_model.now;
    bool const is_kept = m_model.keeping == Keeping::Kept;
    bool const is_to_be_sent = save.sending == Sending::AsSoonAsPossible && keeps_newest(begun.draft);
    if (is_kept && is_to_be_sent) begun.state = Waiting{};
    keep_where_it_may(begun);
    put(std::move(begun));
}

void Turn::keep_where_it_may(BegunCase const& begun) {
    if (m_model.keeping == Keeping::Kept) keep_case(begun);
}

void Turn::keep_case(BegunCase const& begun) {
    auto const* receipt = std::get_if<Receipt>(&begun.state);
    Draft const draft = receipt != nullptr ? left_with_receipt(begun.draft) : as_kept(begun.draft);
    KeepDraft kept{.id = begun.id, .text = protocol::write_draft(draft)};
    if (std::holds_alternative<Waiting>(begun.state))
        kept.request =
            in_language(*request_for(SendCase{begun.draft.sent.back(), begun.draft.idempotency_key}));
    if (receipt != nullptr)
        kept.answer = protocol::Response{.status = 201, .body = protocol::write_receipt(*receipt)};
    order(std::move(kept));
}

void Turn::drop(std::string const& id) {
    order(DropDraft{id});
    std::erase_if(m_model.begun, [&](BegunCase const& each) { return each.id == id; });
    if (id == m_model.draft_id) begin_draft();
}

void Turn::delete_draft(std::string const& id) {
    auto const found = find_in(m_model.begun, id, &BegunCase::id);
    if (found != m_model.begun.end()) order_all(files_dropped(*found));
    drop(id);
}

void Turn::delete_all() {
    for (BegunCase const& each : m_model.begun)
        order_all(files_dropped(each));
    order(DropAllDrafts{});
    m_model.begun.clear();
    begin_draft();
}

/// Into the form.
void Turn::load(BegunCase const& begun) {
    m_model.submit = submit::Model{.draft = begun.draft,
                                   .keeping = m_model.keeping,
                                   .has_camera = m_model.has_camera,
                                   .files = std::move(m_model.submit.files)};
    m_model.submit.is_waiting = std::holds_alternative<Waiting>(begun.state);
    m_model.draft_id = begun.id;
    order(UseDraft{begun.id});
    order_all(files_continued(m_model.submit));
}

void Turn::open_draft(std::string const& id) {
    auto const found = find_in(m_model.begun, id, &BegunCase::id);
    if (found == m_model.begun.end()) return;
    BegunCase const begun = *found;
    load(begun);
    carry_out(Go{SubmitRoute{page_to_go_on(begun)}});
}

/// The first page on which something is missing.
SubmitPage Turn::page_to_go_on(BegunCase const& begun) const {
    if (!std::holds_alternative<Writing>(begun.state)) return SubmitPage::Check;
    int page = 0;
    auto const is_done = [&] {
        return submit::problems_on(static_cast<SubmitPage>(page), begun.draft, {m_city, m_model.now}).empty();
    };
    while (static_cast<SubmitPage>(page) != SubmitPage::Check && is_done())
        ++page;
    return static_cast<SubmitPage>(page);
}

/// Of the form's case, which stays on the device until its receipt is left.
void Turn::take_receipt(Receipt const& receipt) {
    put({.id = m_model.draft_id, .draft = m_model.submit.draft, .state = receipt});
    keep_where_it_may(m_model.begun.front());
    show_receipt(m_model.draft_id, History::Replace);
}

/// Whether there is one.
bool Turn::show_receipt(std::string const& id, History history) {
    auto const found = find_in(m_model.begun, id, &BegunCase::id);
    auto const* receipt = found == m_model.begun.end() ? nullptr : std::get_if<Receipt>(&found->state);
    if (receipt == nullptr) return false;
    m_model.receipt = shown_receipt(*receipt, found->draft);
    m_model.shown_case = id;
    if (id == m_model.draft_id) begin_draft();
    order(UseDraft{m_model.shown_case});
    carry_out(Go{ReceiptRoute{}, history});
    return true;
}

/// Whoever goes on has seen it.
void Turn::leave_receipt() {
    if (m_model.shown_case.empty()) return;
    drop(std::exchange(m_model.shown_case, {}));
    order(UseDraft{m_model.draft_id});
}

/// Behind a reload, or for who has come here by the address.
void Turn::find_receipt() {
    if (show_receipt(std::string(m_model.draft_id), History::Replace)) return;
    Route const next = m_model.submit.is_waiting ? Route(SubmitRoute{SubmitPage::Check}) : TrackRoute{};
    carry_out(Go{next, History::Replace});
}

/// In the form, or on the page of its receipt.
bool Turn::is_at_hand(BegunCase const& begun) const {
    return begun.id == m_model.draft_id || begun.id == m_model.shown_case;
}

/// What is at hand stays for this visit; nothing of it is left behind.
void Turn::share(bool is_shared) {
    m_model.keeping = is_shared ? Keeping::Shared : Keeping::Kept;
    m_model.submit.keeping = m_model.keeping;
    order(Keep{"shared", is_shared ? std::optional<std::string>("yes") : std::nullopt});
    for (BegunCase const& each : m_model.begun)
        if (is_shared && !is_at_hand(each)) order_all(files_left(each));
    std::erase_if(m_model.begun, [&](BegunCase const& each) { return !is_at_hand(each); });
    if (is_shared) order(DropAllDrafts{});
    if (is_shared) m_model.submit.is_waiting = false;
    for (BegunCase& begun : m_model.begun) {
        if (begun.id == m_model.draft_id) begun.state = Writing{};
        if (!is_shared) keep_case(begun);
    }
}

/// Somebody has said so in another tab.
void Turn::notice_sharing(bool is_shared) {
    if (is_shared != (m_model.keeping == Keeping::Shared)) share(is_shared);
}

void Turn::send_waiting() {
    m_model.is_sending_waiting = true;
    m_model.submit.is_trying = m_model.submit.is_waiting;
    order(SendWaiting{});
    m_announcements.push_back({i18n::tr("outbox.sending")});
}

void Turn::lose_keeping() {
    m_model.is_sending_waiting = false;
    m_model.submit.is_trying = false;
    if (m_model.keeping != Keeping::Kept) return;
    m_model.keeping = Keeping::Refused;
    m_model.submit.keeping = m_model.keeping;
    m_announcements.push_back({i18n::tr("drafts.not_kept"), Politeness::Assertive});
}

void Turn::notice_connection(bool is_online) {
    if (m_model.is_online == is_online) return;
    m_model.is_online = is_online;
    if (is_online) m_announcements.push_back({i18n::tr("offline.back")});
    if (!is_online && m_model.keeping == Keeping::Kept) m_announcements.push_back({i18n::tr("offline.now")});
}

/// All that is kept by now, perhaps by another tab, and what became of what was sent.
void Turn::take_kept(std::vector<BegunCase> begun) {
    if (m_model.keeping == Keeping::Shared) return;
    m_model.is_sending_waiting = false;
    m_model.submit.is_trying = false;
    std::vector<BegunCase> const before = std::exchange(m_model.begun, std::move(begun));
    remember_receipts(m_model.begun, before);
    // Where nothing is kept by now, this visit is all that has them.
    for (BegunCase const& each : before)
        if (m_model.keeping == Keeping::Refused && std::holds_alternative<Receipt>(each.state)) put(each);
    for (BegunCase& each : m_model.begun) {
        if (turn_to_earlier(each)) keep_case(each);
        announce(before, each);
    }
    auto const mine = find_in(m_model.begun, m_model.draft_id, &BegunCase::id);
    if (mine != m_model.begun.end())
        take_mine(BegunCase(*mine));
    else
        miss_mine(before);
}

/// Another tab has deleted or sent the form's case; but where nothing is kept, nothing is missed.
void Turn::miss_mine(std::vector<BegunCase> const& before) {
    auto const mine = find_in(before, m_model.draft_id, &BegunCase::id);
    if (mine == before.end()) return;
    if (m_model.keeping == Keeping::Kept) return begin_draft();
    put(*mine);
}

void Turn::announce(std::vector<BegunCase> const& before, BegunCase const& begun) {
    auto const known = find_in(before, begun.id, &BegunCase::id);
    bool const was_waiting = known != before.end() && std::holds_alternative<Waiting>(known->state);
    if (!was_waiting || std::holds_alternative<Waiting>(begun.state)) return;
    bool const is_accepted = std::holds_alternative<Receipt>(begun.state);
    m_announcements.push_back({i18n::tr(is_accepted ? "outbox.sent" : "outbox.refused")});
}

/// The form's own case, as it is kept.
void Turn::take_mine(BegunCase const& mine) {
    submit::Model& form = m_model.submit;
    take_arrivals(form.draft, mine.draft);
    // Another tab has gone on with it.
    if (form.draft.saved_at < mine.draft.saved_at) {
        form.draft = with_contact(mine.draft, form.draft);
        // Nobody types here; a field that kept the focus would keep the older text as well.
        order(FocusNode{"main"});
    }
    bool const is_loading = std::holds_alternative<Loading>(form.sending);
    form.is_waiting = std::holds_alternative<Waiting>(mine.state) && !is_loading;
    tell_what_came();
}

/// What the hotline has said while nobody looked is told as if it came now.
void Turn::take_answer(BegunCase const& begun) {
    auto const finish = [&](auto const& outcome) {
        m_model.submit.is_waiting = false;
        m_model.submit.sending = Loading{};
        take_submit(submit::SendFinished{outcome, true});
    };
    match(
        begun.state, [](Writing) {}, [](Waiting) {}, [&](auto const& outcome) { finish(outcome); });
}

void Turn::take_file(submit::FileMoved const& moved) {
    take_submit(moved);
    for (BegunCase& each : m_model.begun)
        if (each.id != m_model.draft_id && note_arrival(each, moved)) keep_where_it_may(each);
}

} // namespace huiyin::app
