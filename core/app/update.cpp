#include "core/app/answers.h"
#include "core/app/model.h"
#include "core/app/requests.h"

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
            intent, [&](home::Intent const& i) { take_step(home::update(home_of(m_model), i)); },
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
            [&](Woken) { wake_again(); });
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
        if (auto const key = key_in(visited.fragment)) {
            carry_out(Go{TrackRoute{}, History::Replace});
            m_model.track.number = key->number.text();
            m_model.track.code = key->code.shown();
            take_step(track::update(m_model.track, track::OpenPressed{}));
        }
    }

    void begin_draft(Draft draft) {
        m_model.submit = submit::Model{.draft = std::move(draft)};
        if (!m_model.submit.draft.idempotency_key.empty()) return;
        m_model.submit.draft.idempotency_key =
            submission_key(m_model.now, ++m_model.keys_given, m_model.random_hex);
    }

    void order(ShellOrder order) { m_orders.push_back(std::move(order)); }
    Step finish() { return {std::move(m_model), std::move(m_orders), std::move(m_announcements)}; }
    Model& model() { return m_model; }

private:
    /// "HY20261120-000123-K&7Q4M-…", from a link or a QR code.
    static std::optional<CaseKey> key_in(std::string_view fragment) {
        std::size_t const split = fragment.find('&');
        if (split == std::string_view::npos) return std::nullopt;
        auto const number = CaseNumber::read(fragment.substr(0, split));
        auto const code = AccessCode::read(fragment.substr(split + 1));
        if (!number || !code) return std::nullopt;
        return CaseKey{*number, *code};
    }

    void take_step(screens::Step<home::Model> step) { carry_out_all(step.effects); }
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
        auto step = submit::update(m_model.submit, intent, {m_city, m_model.now});
        m_model.submit = std::move(step.model);
        if (auto const* ready = std::get_if<Ready<Receipt>>(&m_model.submit.sending))
            m_model.receipt = {.receipt = ready->value,
                               .had_arrived_before = m_model.submit.had_arrived_before};
        carry_out_all(step.effects);
    }

    void carry_out_all(Effects const& effects) {
        for (Effect const& effect : effects)
            carry_out(effect);
    }

    void carry_out(Effect const& effect) {
        if (auto request = request_for(effect)) return fetch(effect, std::move(*request));
        match(
            effect,
            [&](SaveDraft const& save) {
                order(Keep{"draft", protocol::write_draft(save.draft)});
            },
            [&](ForgetDraft) {
                order(Keep{"draft", std::nullopt});
                begin_draft({});
            },
            [&](Go const& go) { go_to(go); }, [&](Focus const& focus) { order(FocusNode{focus.id}); },
            [&](Announce const& announce) { m_announcements.push_back(announce); },
            [&](Copy const& copy) { order(CopyText{copy.text}); },
            [&](KeepSettings const& keep) {
                order(Keep{"settings", keep.text});
            },
            [&](screens::ShowPlain const& show) { order(app::ShowPlain{show.is_plain}); },
            [](auto const&) {});
    }

    void fetch(Effect const& effect, protocol::Request request) {
        std::uint64_t const id = ++m_model.last_fetch;
        // What somebody reads tells in which language they write, and want to be written to.
        if (!m_model.language.empty()) request.headers.push_back({"Accept-Language", m_model.language});
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
        Effect const asked = found->second;
        m_model.pending.erase(found);
        match(
            asked,
            [&](SendCase const&) { take_submit(submit::SendFinished{receipt_in(responded.response)}); },
            [&](GuessLanguage const& guess) { take_guess(guess.text, language_in(responded.response)); },
            [&](OpenCase const& open) { take_opened(open.key, case_in(responded.response)); },
            [&](SendMessage const& sent) { take_case_step(sent.key, case_in(responded.response)); },
            [&](SendWithdraw const& sent) { take_case_step(sent.key, case_in(responded.response)); },
            [&](SendReopen const& sent) { take_reopened(sent.key, case_in(responded.response)); },
            [&](SendFeedback const& sent) { take_feedback(sent.key, case_in(responded.response)); },
            [](auto const&) {});
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
    Draft blank;
    blank.idempotency_key = model.submit.draft.idempotency_key;
    return {.has_draft = !(model.submit.draft == blank)};
}

Step start(Start const& start, City const& city) {
    Turn turn(Model{.now = start.now, .random_hex = start.random_hex}, city);
    turn.begin_draft(start.kept_draft ? protocol::read_draft(*start.kept_draft).value_or(Draft{}) : Draft{});
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
