#include "core/app/begun_cases.h"
#include "core/app/requests.h"
#include "core/app/turn.h"

#include "core/base/match.h"

namespace huiyin::app {

using namespace screens;

/// What somebody reads tells in which language they write, and want to be written to.
protocol::Request Turn::in_language(protocol::Request request) const {
    if (!m_model.language.empty()) request.headers.push_back({"Accept-Language", m_model.language});
    return request;
}

void Turn::fetch(Effect const& effect, protocol::Request request) {
    std::uint64_t const id = ++m_model.last_fetch;
    request = in_language(std::move(request));
    m_model.pending.emplace(id, effect);
    order(Fetch{.id = id, .request = std::move(request)});
    if (auto const* open = std::get_if<OpenCase>(&effect)) expect_case(open->key);
}

void Turn::take_response(Responded const& responded) {
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
void Turn::take_sent(SendCase const& sent, Answer<Receipt> const& answer) {
    if (sent.idempotency_key == m_model.submit.draft.idempotency_key)
        return take_submit(submit::SendFinished{answer});
    auto const* receipt = std::get_if<Receipt>(&answer);
    BegunCase* const asked = find_by_key(m_model.begun, sent.idempotency_key);
    if (receipt == nullptr || asked == nullptr) return;
    asked->state = *receipt;
    keep_where_it_may(*asked);
    m_announcements.push_back({i18n::tr("outbox.sent")});
}

/// Whoever asked goes on waiting.
void Turn::begin_work(std::uint64_t fetch_id, Work work) {
    if (m_model.work.empty()) carry_out(Announce{i18n::tr("error.busy")});
    m_model.work.insert_or_assign(fetch_id, UnderWork{std::move(work)});
}

/// As much as fits between two frames of a slow phone; when it is done, the same is sent again.
void Turn::do_some_work() {
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
void Turn::take_guess(std::string const& text, Answer<WrittenLanguage> const& answer) {
    if (auto const* guess = std::get_if<WrittenLanguage>(&answer))
        take_submit(submit::LanguageGuessed{text, guess->tag});
}

/// For calls whose fields were checked before they were sent, problems can only mean a newer backend.
std::string Turn::code_of(Answer<CitizenCase> const& answer) {
    auto const* failed = std::get_if<Failed>(&answer);
    return failed != nullptr ? failed->code : "unreadable";
}

void Turn::show_case(CaseKey const& key, CitizenCase const& shown) {
    take_step(case_page::update(m_model.case_page, case_page::CaseArrived{key, shown}));
}

/// The form for number and code waits for this case.
bool Turn::is_opened_by_form(CaseKey const& key) const {
    bool const is_waiting = std::holds_alternative<Loading>(m_model.track.opening);
    return is_waiting && CaseNumber::read(m_model.track.number) == key.number;
}

void Turn::take_opened(CaseKey const& key, Answer<CitizenCase> const& answer) {
    if (is_opened_by_form(key)) return take_opened_by_form(key, answer);
    if (auto const* shown = std::get_if<CitizenCase>(&answer)) return show_case(key, *shown);
    take_step(case_page::update(m_model.case_page, case_page::CaseFailed{key, code_of(answer)}));
}

void Turn::take_opened_by_form(CaseKey const& key, Answer<CitizenCase> const& answer) {
    auto const* shown = std::get_if<CitizenCase>(&answer);
    if (shown == nullptr) return take_step(track::update(m_model.track, track::OpenFailed{code_of(answer)}));
    take_step(track::update(m_model.track, track::Opened{}));
    take_step(case_page::update(m_model.case_page, case_page::Opened{key, *shown}));
    // Who has left the form meanwhile is not fetched back.
    if (std::holds_alternative<TrackRoute>(m_model.route)) carry_out(Go{CaseRoute{}});
}

/// The receipt leads to the case page at once, which then waits for the answer.
void Turn::expect_case(CaseKey const& key) {
    if (!std::holds_alternative<ReceiptRoute>(m_model.route)) return;
    take_step(case_page::update(m_model.case_page, case_page::Opening{key}));
}

void Turn::take_case_step(CaseKey const& key, Answer<CitizenCase> const& answer) {
    if (auto const* shown = std::get_if<CitizenCase>(&answer))
        return take_step(case_page::update(m_model.case_page, case_page::StepArrived{key, *shown}));
    take_step(case_page::update(m_model.case_page, case_page::StepFailed{key, code_of(answer)}));
}

/// A reopening comes from the case page or, behind the answers, from the feedback.
bool Turn::is_reopened_by_feedback(CaseKey const& key) const {
    return m_model.feedback.key == key && std::holds_alternative<Loading>(m_model.feedback.sending);
}

void Turn::take_reopened(CaseKey const& key, Answer<CitizenCase> const& answer) {
    if (!is_reopened_by_feedback(key)) return take_case_step(key, answer);
    take_feedback_step(key, answer, feedback::ReopenArrived{key});
}

void Turn::take_feedback(CaseKey const& key, Answer<CitizenCase> const& answer) {
    take_feedback_step(key, answer, feedback::FeedbackArrived{key});
}

void Turn::take_feedback_step(CaseKey const& key, Answer<CitizenCase> const& answer,
                              feedback::Intent arrived) {
    if (auto const* shown = std::get_if<CitizenCase>(&answer)) {
        show_case(key, *shown);
        return take_step(feedback::update(m_model.feedback, arrived));
    }
    take_step(feedback::update(m_model.feedback, feedback::StepFailed{key, code_of(answer)}));
}

} // namespace huiyin::app
