#include "core/app/answers.h"
#include "core/app/begun_cases.h"
#include "core/app/draft_files.h"
#include "core/app/model.h"
#include "core/app/requests.h"

#include "core/base/find.h"
#include "core/base/match.h"
#include "core/domain/submission_key.h"
#include "core/protocol/messages.h"
#include "i18n/language.h"

#include <algorithm>

namespace huiyin::app {

namespace {

using namespace screens;

constexpr Duration between_refreshes = Duration::minutes(1);

/// One update on its way: the model as it becomes, and the orders so far.
class Turn {
public:
    Turn(Model model, City const& city) : m_model(std::move(model)), m_city(city) {}

    void take(Intent const& intent) {
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
            [&](VersionReady) { m_model.has_new_version = true; },
            [&](VersionTaken) { order(TakeVersion{}); }, [&](WorkSliced) { do_some_work(); });
    }

    /// What the address bar shows, without a change of it.
    void show(Route const& route) {
        m_model.route = route;
        if (auto const* submission = std::get_if<SubmitRoute>(&route))
            take_submit(submit::PageVisited{submission->page});
        bool const lacks_receipt = std::holds_alternative<ReceiptRoute>(route) && !m_model.receipt.receipt;
        bool const lacks_case = std::holds_alternative<FeedbackRoute>(route) && !m_model.feedback.key;
        if (lacks_receipt || lacks_case) carry_out(Go{TrackRoute{}, History::Replace});
        wake_again();
    }

    void visit(Visited const& visited) {
        show(route_of(visited.path));
        if (auto const key = case_key_in(visited.fragment)) {
            carry_out(Go{TrackRoute{}, History::Replace});
            m_model.track.number = key->number.text();
            m_model.track.code = key->code.shown();
            take_step(track::update(m_model.track, track::OpenPressed{}));
        }
    }

    /// What the device has kept, at the start.
    void begin(Start const& start) {
        if (start.kept_shared) m_model.keeping = Keeping::Shared;
        if (!start.keeps_drafts) m_model.keeping = Keeping::Refused;
        m_model.is_online = start.is_online;
        m_model.has_camera = start.has_camera;
        begin_draft();
        if (m_model.keeping != Keeping::Kept) return;
        std::vector<BegunCase> begun = begun_cases(start.drafts);
        bool const is_at_form = std::holds_alternative<SubmitRoute>(route_of(start.path));
        auto const used = used_case(begun, start.used_draft, is_at_form);
        if (used != begun.end()) load(*used);
        take_kept(std::move(begun));
    }

    void begin_draft() {
        constexpr std::size_t time_and_count = 18;
        m_model.submit = submit::Model{.keeping = m_model.keeping,
                                       .has_camera = m_model.has_camera,
                                       .files = std::move(m_model.submit.files)};
        m_model.submit.draft.idempotency_key =
            submission_key(m_model.now, ++m_model.keys_given, m_model.random_hex);
        m_model.draft_id = m_model.submit.draft.idempotency_key.substr(0, time_and_count) + "-" +
                           m_model.random_hex.substr(16);
        order(UseDraft{m_model.draft_id});
    }

    void order(ShellOrder order) { m_orders.push_back(std::move(order)); }
    void order_all(ShellOrders const& orders) {
        m_orders.insert(m_orders.end(), orders.begin(), orders.end());
    }
    Step finish() { return {std::move(m_model), std::move(m_orders), std::move(m_announcements)}; }
    Model& model() { return m_model; }

private:
    void take_step(screens::Step<not_found::Model> step) { carry_out_all(step.effects); }
    void take_step(screens::Step<receipt::Model> step) { keep(m_model.receipt, std::move(step)); }
    void take_step(screens::Step<track::Model> step) { keep(m_model.track, std::move(step)); }
    void take_step(screens::Step<case_page::Model> step) { keep(m_model.case_page, std::move(step)); }
    void take_step(screens::Step<feedback::Model> step) { keep(m_model.feedback, std::move(step)); }
    void take_step(screens::Step<settings::Model> step) { keep(m_model.settings, std::move(step)); }

    template <class ScreenModel>
    void keep(ScreenModel& place, screens::Step<ScreenModel> step) {
        place = std::move(step.model);
        carry_out_all(step.effects);
    }

    void take_submit(submit::Intent const& intent) {
        std::vector<Attachment> const attachments = m_model.submit.draft.attachments;
        auto step = submit::update(m_model.submit, intent, {m_city, m_model.now});
        m_model.submit = std::move(step.model);
        m_model.submit.keeping = m_model.keeping;
        bool const is_other = m_model.submit.had_arrived_before;
        if (auto const* ready = std::get_if<Ready<Receipt>>(&m_model.submit.sending))
            // An earlier text may have had other files.
            m_model.receipt = {.receipt = ready->value,
                               .had_arrived_before = is_other,
                               .attachments = is_other ? std::vector<Attachment>{} : attachments};
        carry_out_all(step.effects);
    }

    void carry_out_all(Effects const& effects) {
        for (Effect const& effect : effects)
            carry_out(effect);
    }

    void carry_out(Effect const& effect) {
        if (auto request = request_for(effect)) return fetch(effect, std::move(*request));
        match(
            effect, [&](SaveDraft const& save) { save_draft(save); },
            [&](ForgetDraft) { drop(m_model.draft_id); }, [&](BeginDraft) { begin_draft(); },
            [&](OpenDraft const& open) { open_draft(open.id); },
            [&](DeleteDraft const& dropped) { delete_draft(dropped.id); },
            [&](DeleteAllDrafts) { delete_all(); }, [&](ShowReceipt const& show) { show_receipt(show.id); },
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
            [&](screens::ShowPlain const& show) { order(app::ShowPlain{show.is_plain}); },
            [](auto const&) {});
    }

    /// What somebody reads tells in which language they write, and want to be written to.
    protocol::Request in_language(protocol::Request request) const {
        if (!m_model.language.empty()) request.headers.push_back({"Accept-Language", m_model.language});
        return request;
    }

    /// Puts a case where the newest stands.
    void put(BegunCase begun) {
        std::erase_if(m_model.begun, [&](BegunCase const& each) { return each.id == begun.id; });
        m_model.begun.insert(m_model.begun.begin(), std::move(begun));
    }

    void save_draft(SaveDraft const& save) {
        m_model.submit.draft.saved_at = m_model.now;
        BegunCase begun{.id = m_model.draft_id, .draft = save.draft};
        begun.draft.saved_at = m_model.now;
        bool const is_kept = m_model.keeping == Keeping::Kept;
        bool const is_to_be_sent = save.sending == Sending::AsSoonAsPossible && keeps_newest(begun.draft);
        if (is_kept && is_to_be_sent) begun.state = Waiting{};
        if (is_kept) keep_case(begun);
        put(std::move(begun));
    }

    void keep_case(BegunCase const& begun) {
        KeepDraft kept{.id = begun.id, .text = protocol::write_draft(as_kept(begun.draft))};
        if (std::holds_alternative<Waiting>(begun.state))
            kept.request =
                in_language(*request_for(SendCase{begun.draft.sent.back(), begun.draft.idempotency_key}));
        order(std::move(kept));
    }

    void drop(std::string const& id) {
        order(DropDraft{id});
        std::erase_if(m_model.begun, [&](BegunCase const& each) { return each.id == id; });
        if (id == m_model.draft_id) begin_draft();
    }

    void delete_draft(std::string const& id) {
        auto const found = find_in(m_model.begun, id, &BegunCase::id);
        if (found != m_model.begun.end()) order_all(files_dropped(*found));
        drop(id);
    }

    void delete_all() {
        for (BegunCase const& each : m_model.begun)
            order_all(files_dropped(each));
        order(DropAllDrafts{});
        m_model.begun.clear();
        begin_draft();
    }

    /// Into the form.
    void load(BegunCase const& begun) {
        m_model.submit = submit::Model{.draft = begun.draft,
                                       .keeping = m_model.keeping,
                                       .has_camera = m_model.has_camera,
                                       .files = std::move(m_model.submit.files)};
        m_model.submit.is_waiting = std::holds_alternative<Waiting>(begun.state);
        m_model.draft_id = begun.id;
        order(UseDraft{begun.id});
        order_all(files_continued(m_model.submit));
    }

    void open_draft(std::string const& id) {
        auto const found = find_in(m_model.begun, id, &BegunCase::id);
        if (found == m_model.begun.end()) return;
        BegunCase const begun = *found;
        load(begun);
        carry_out(Go{SubmitRoute{page_to_go_on(begun)}});
        take_answer(begun);
    }

    /// The first page on which something is missing.
    SubmitPage page_to_go_on(BegunCase const& begun) const {
        if (!std::holds_alternative<Writing>(begun.state)) return SubmitPage::Check;
        int page = 0;
        auto const is_done = [&] {
            return submit::problems_on(static_cast<SubmitPage>(page), begun.draft, {m_city, m_model.now})
                .empty();
        };
        while (static_cast<SubmitPage>(page) != SubmitPage::Check && is_done())
            ++page;
        return static_cast<SubmitPage>(page);
    }

    void show_receipt(std::string const& id) {
        auto const found = find_in(m_model.begun, id, &BegunCase::id);
        auto const* receipt = found == m_model.begun.end() ? nullptr : std::get_if<Receipt>(&found->state);
        if (receipt == nullptr) return;
        m_model.receipt = shown_receipt(*receipt, found->draft);
        drop(id);
        carry_out(Go{ReceiptRoute{}});
    }

    /// What is being written stays for this visit; nothing of it is left behind.
    void share(bool is_shared) {
        m_model.keeping = is_shared ? Keeping::Shared : Keeping::Kept;
        m_model.submit.keeping = m_model.keeping;
        order(Keep{"shared", is_shared ? std::optional<std::string>("yes") : std::nullopt});
        for (BegunCase const& each : m_model.begun)
            if (is_shared && each.id != m_model.draft_id) order_all(files_left(each));
        std::erase_if(m_model.begun, [&](BegunCase const& each) { return each.id != m_model.draft_id; });
        if (is_shared) order(DropAllDrafts{});
        if (is_shared) m_model.submit.is_waiting = false;
        for (BegunCase& begun : m_model.begun) {
            begun.state = Writing{};
            if (!is_shared) keep_case(begun);
        }
    }

    /// Somebody has said so in another tab.
    void notice_sharing(bool is_shared) {
        if (is_shared != (m_model.keeping == Keeping::Shared)) share(is_shared);
    }

    void send_waiting() {
        m_model.is_sending_waiting = true;
        m_model.submit.is_trying = m_model.submit.is_waiting;
        order(SendWaiting{});
        m_announcements.push_back({i18n::tr("outbox.sending")});
    }

    void lose_keeping() {
        m_model.is_sending_waiting = false;
        m_model.submit.is_trying = false;
        if (m_model.keeping != Keeping::Kept) return;
        m_model.keeping = Keeping::Refused;
        m_model.submit.keeping = m_model.keeping;
        m_announcements.push_back({i18n::tr("drafts.not_kept"), Politeness::Assertive});
    }

    void notice_connection(bool is_online) {
        if (m_model.is_online == is_online) return;
        m_model.is_online = is_online;
        if (is_online) m_announcements.push_back({i18n::tr("offline.back")});
        if (!is_online && m_model.keeping == Keeping::Kept)
            m_announcements.push_back({i18n::tr("offline.now")});
    }

    /// All that is kept by now, perhaps by another tab, and what became of what was sent.
    void take_kept(std::vector<BegunCase> begun) {
        if (m_model.keeping == Keeping::Shared) return;
        m_model.is_sending_waiting = false;
        m_model.submit.is_trying = false;
        std::vector<BegunCase> const before = std::exchange(m_model.begun, std::move(begun));
        remember_receipts(m_model.begun, before);
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
    void miss_mine(std::vector<BegunCase> const& before) {
        auto const mine = find_in(before, m_model.draft_id, &BegunCase::id);
        if (mine == before.end()) return;
        if (m_model.keeping == Keeping::Kept) return begin_draft();
        put(*mine);
    }

    void announce(std::vector<BegunCase> const& before, BegunCase const& begun) {
        auto const known = find_in(before, begun.id, &BegunCase::id);
        bool const was_waiting = known != before.end() && std::holds_alternative<Waiting>(known->state);
        if (!was_waiting || std::holds_alternative<Waiting>(begun.state)) return;
        bool const is_accepted = std::holds_alternative<Receipt>(begun.state);
        m_announcements.push_back({i18n::tr(is_accepted ? "outbox.sent" : "outbox.refused")});
    }

    /// The form's own case, as it is kept.
    void take_mine(BegunCase const& mine) {
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
        if (std::holds_alternative<SubmitRoute>(m_model.route)) take_answer(mine);
    }

    /// What the hotline has said while nobody looked is told as if it came now.
    void take_answer(BegunCase const& begun) {
        auto const finish = [&](auto const& outcome) {
            m_model.submit.is_waiting = false;
            m_model.submit.sending = Loading{};
            take_submit(submit::SendFinished{outcome});
        };
        match(
            begun.state, [](Writing) {}, [](Waiting) {}, [&](auto const& outcome) { finish(outcome); });
    }

    void take_file(submit::FileMoved const& moved) {
        take_submit(moved);
        bool const may_keep = m_model.keeping == Keeping::Kept;
        for (BegunCase& each : m_model.begun)
            if (each.id != m_model.draft_id && note_arrival(each, moved) && may_keep) keep_case(each);
    }

    void fetch(Effect const& effect, protocol::Request request) {
        std::uint64_t const id = ++m_model.last_fetch;
        request = in_language(std::move(request));
        m_model.pending.emplace(id, effect);
        order(Fetch{.id = id, .request = std::move(request)});
        if (auto const* open = std::get_if<OpenCase>(&effect)) expect_case(open->key);
    }

    void go_to(Go const& go) {
        order(Visit{url_of(go.to), go.history == History::Push});
        if (std::holds_alternative<FeedbackRoute>(go.to)) begin_feedback();
        show(go.to);
        order(FocusNode{"main"});
    }

    void begin_feedback() {
        auto const* ready = std::get_if<Ready<CitizenCase>>(&m_model.case_page.shown);
        if (ready == nullptr || !m_model.case_page.key) return;
        take_step(feedback::update(m_model.feedback, feedback::Begun{*m_model.case_page.key, ready->value}));
    }

    void choose_language(std::string const& tag) {
        if (i18n::find_language(tag) == nullptr) return;
        m_model.wanted_language = tag;
        m_model.lost_language.clear();
        order(LoadLanguage{tag});
    }

    /// The portal stays in its language and says so. Before there is one, English is better than nothing.
    void lose_language(std::string const& tag) {
        if (tag != m_model.wanted_language) return;
        m_model.wanted_language.clear();
        if (m_model.language.empty()) {
            if (tag != "en") choose_language("en");
            return;
        }
        m_model.lost_language = tag;
        m_announcements.push_back({language_loss_words(tag), Politeness::Assertive});
    }

    void show_language(std::string const& tag) {
        if (tag != m_model.wanted_language) return;
        bool const was_chosen = !m_model.language.empty();
        m_model.language = tag;
        if (!was_chosen) m_model.first_language = tag;
        m_model.wanted_language.clear();
        m_model.lost_language.clear();
        if (was_chosen) order(Keep{"language", tag});
    }

    /// Relative times ("in 3 hours") grow old while a page with clocks is open.
    void wake_again() {
        bool const shows_times = std::holds_alternative<CaseRoute>(m_model.route) ||
                                 std::holds_alternative<ReceiptRoute>(m_model.route);
        if (shows_times) order(Wake{m_model.now + between_refreshes});
    }

    void take_response(Responded const& responded) {
        auto const found = m_model.pending.find(responded.fetch_id);
        if (found == m_model.pending.end()) return;
        if (auto work = work_asked_in(responded.response))
            return begin_work(responded.fetch_id, *std::move(work));
        Effect const asked = found->second;
        m_model.pending.erase(found);
        match(
            asked, [&](SendCase const& sent) { take_sent(sent, receipt_in(responded.response)); },
            [&](GuessLanguage const& guess) { take_guess(guess.text, language_in(responded.response)); },
            [&](OpenCase const& open) { take_opened(open.key, case_in(responded.response)); },
            [&](SendMessage const& sent) { take_case_step(sent.key, case_in(responded.response)); },
            [&](SendWithdraw const& sent) { take_case_step(sent.key, case_in(responded.response)); },
            [&](SendReopen const& sent) { take_reopened(sent.key, case_in(responded.response)); },
            [&](SendFeedback const& sent) { take_feedback(sent.key, case_in(responded.response)); },
            [](auto const&) {});
    }

    /// The form may hold another case by now. Then whoever keeps this one asks again, unless it has arrived.
    void take_sent(SendCase const& sent, Answer<Receipt> const& answer) {
        if (sent.idempotency_key == m_model.submit.draft.idempotency_key)
            return take_submit(submit::SendFinished{answer});
        auto const* receipt = std::get_if<Receipt>(&answer);
        BegunCase* const asked = find_by_key(m_model.begun, sent.idempotency_key);
        if (receipt == nullptr || asked == nullptr) return;
        asked->state = *receipt;
        m_announcements.push_back({i18n::tr("outbox.sent")});
    }

    /// Whoever asked goes on waiting.
    void begin_work(std::uint64_t fetch_id, Work work) {
        if (m_model.work.empty()) carry_out(Announce{i18n::tr("error.busy")});
        m_model.work.insert_or_assign(fetch_id, UnderWork{std::move(work)});
    }

    /// As much as fits between two frames of a slow phone; when it is done, the same is sent again.
    void do_some_work() {
        constexpr std::uint64_t slice = 16'384;
        if (m_model.work.empty()) return;
        auto const first = m_model.work.begin();
        UnderWork& under = first->second;
        auto const number = number_among(under.work, under.next_number, slice);
        under.next_number += slice;
        if (!number) return;
        auto const waiting = m_model.pending.extract(first->first);
        auto request = request_for(waiting.mapped());
        request->headers.push_back({"X-Work", under.work.challenge + ":" + std::to_string(*number)});
        m_model.work.erase(first);
        fetch(waiting.mapped(), *std::move(request));
    }

    /// A guess that does not come changes nothing: the person can say the language themselves.
    void take_guess(std::string const& text, Answer<WrittenLanguage> const& answer) {
        if (auto const* guess = std::get_if<WrittenLanguage>(&answer))
            take_submit(submit::LanguageGuessed{text, guess->tag});
    }

    /// For calls whose fields were checked before they were sent, problems can only mean a newer backend.
    static std::string code_of(Answer<CitizenCase> const& answer) {
        auto const* failed = std::get_if<Failed>(&answer);
        return failed != nullptr ? failed->code : "unreadable";
    }

    void show_case(CaseKey const& key, CitizenCase const& shown) {
        take_step(case_page::update(m_model.case_page, case_page::CaseArrived{key, shown}));
    }

    /// The form for number and code waits for this case.
    bool is_opened_by_form(CaseKey const& key) const {
        bool const is_waiting = std::holds_alternative<Loading>(m_model.track.opening);
        return is_waiting && CaseNumber::read(m_model.track.number) == key.number;
    }

    void take_opened(CaseKey const& key, Answer<CitizenCase> const& answer) {
        if (is_opened_by_form(key)) return take_opened_by_form(key, answer);
        if (auto const* shown = std::get_if<CitizenCase>(&answer)) return show_case(key, *shown);
        take_step(case_page::update(m_model.case_page, case_page::CaseFailed{key, code_of(answer)}));
    }

    void take_opened_by_form(CaseKey const& key, Answer<CitizenCase> const& answer) {
        auto const* shown = std::get_if<CitizenCase>(&answer);
        if (shown == nullptr)
            return take_step(track::update(m_model.track, track::OpenFailed{code_of(answer)}));
        take_step(track::update(m_model.track, track::Opened{}));
        take_step(case_page::update(m_model.case_page, case_page::Opened{key, *shown}));
        // Who has left the form meanwhile is not fetched back.
        if (std::holds_alternative<TrackRoute>(m_model.route)) carry_out(Go{CaseRoute{}});
    }

    /// The receipt leads to the case page at once, which then waits for the answer.
    void expect_case(CaseKey const& key) {
        if (!std::holds_alternative<ReceiptRoute>(m_model.route)) return;
        take_step(case_page::update(m_model.case_page, case_page::Opening{key}));
    }

    void take_case_step(CaseKey const& key, Answer<CitizenCase> const& answer) {
        if (auto const* shown = std::get_if<CitizenCase>(&answer))
            return take_step(case_page::update(m_model.case_page, case_page::StepArrived{key, *shown}));
        take_step(case_page::update(m_model.case_page, case_page::StepFailed{key, code_of(answer)}));
    }

    /// A reopening comes from the case page or, behind the answers, from the feedback.
    bool is_reopened_by_feedback(CaseKey const& key) const {
        return m_model.feedback.key == key && std::holds_alternative<Loading>(m_model.feedback.sending);
    }

    void take_reopened(CaseKey const& key, Answer<CitizenCase> const& answer) {
        if (!is_reopened_by_feedback(key)) return take_case_step(key, answer);
        take_feedback_step(key, answer, feedback::ReopenArrived{key});
    }

    void take_feedback(CaseKey const& key, Answer<CitizenCase> const& answer) {
        take_feedback_step(key, answer, feedback::FeedbackArrived{key});
    }

    void take_feedback_step(CaseKey const& key, Answer<CitizenCase> const& answer, feedback::Intent arrived) {
        if (auto const* shown = std::get_if<CitizenCase>(&answer)) {
            show_case(key, *shown);
            return take_step(feedback::update(m_model.feedback, arrived));
        }
        take_step(feedback::update(m_model.feedback, feedback::StepFailed{key, code_of(answer)}));
    }

    Model m_model;
    City const& m_city;
    ShellOrders m_orders;
    std::vector<Announce> m_announcements;
};

} // namespace

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
