#pragma once

#include "core/app/answers.h"
#include "core/app/model.h"

#include <string>
#include <utility>
#include <vector>

namespace huiyin::app {

/// One update on its way: the model as it becomes, and the orders so far. What the device keeps of cases is
/// in turn_kept.cpp, what the backend answers in turn_answers.cpp, all else in update.cpp.
class Turn {
public:
    Turn(Model model, City const& city) : m_model(std::move(model)), m_city(city) {}

    void take(Intent const& intent);
    void visit(Visited const& visited);
    void begin(Start const& start);
    void order(ShellOrder order) { m_orders.push_back(std::move(order)); }
    Step finish() { return {std::move(m_model), std::move(m_orders), std::move(m_announcements)}; }
    Model& model() { return m_model; }

private:
    void order_all(ShellOrders const& orders) {
        m_orders.insert(m_orders.end(), orders.begin(), orders.end());
    }
    void take_step(screens::Step<screens::not_found::Model> step) { carry_out_all(step.effects); }
    void take_step(screens::Step<screens::receipt::Model> step) { keep(m_model.receipt, std::move(step)); }
    void take_step(screens::Step<screens::track::Model> step) { keep(m_model.track, std::move(step)); }
    void take_step(screens::Step<screens::case_page::Model> step) {
        keep(m_model.case_page, std::move(step));
    }
    void take_step(screens::Step<screens::feedback::Model> step) { keep(m_model.feedback, std::move(step)); }
    void take_step(screens::Step<screens::settings::Model> step) { keep(m_model.settings, std::move(step)); }
    template <class ScreenModel>
    void keep(ScreenModel& place, screens::Step<ScreenModel> step) {
        place = std::move(step.model);
        carry_out_all(step.effects);
    }
    void carry_out_all(screens::Effects const& effects) {
        for (screens::Effect const& effect : effects)
            carry_out(effect);
    }

    void show(screens::Route const& route);
    void take_submit(screens::submit::Intent const& intent);
    void carry_out(screens::Effect const& effect);
    void go_to(screens::Go const& go);
    void begin_feedback();
    void choose_language(std::string const& tag);
    void lose_language(std::string const& tag);
    void show_language(std::string const& tag);
    void wake_again();

    // What the device keeps.
    void begin_draft();
    void put(screens::BegunCase begun);
    void save_draft(screens::SaveDraft const& save);
    void keep_where_it_may(screens::BegunCase const& begun);
    void keep_case(screens::BegunCase const& begun);
    void drop(std::string const& id);
    void delete_draft(std::string const& id);
    void delete_all();
    void load(screens::BegunCase const& begun);
    void open_draft(std::string const& id);
    screens::SubmitPage page_to_go_on(screens::BegunCase const& begun) const;
    void take_receipt(Receipt const& receipt);
    bool show_receipt(std::string const& id, screens::History history);
    void leave_receipt();
    void find_receipt();
    void tell_what_came();
    bool is_at_hand(screens::BegunCase const& begun) const;
    void share(bool is_shared);
    void notice_sharing(bool is_shared);
    void send_waiting();
    void lose_keeping();
    void notice_connection(bool is_online);
    void take_kept(std::vector<screens::BegunCase> begun);
    void miss_mine(std::vector<screens::BegunCase> const& before);
    void announce(std::vector<screens::BegunCase> const& before, screens::BegunCase const& begun);
    void take_mine(screens::BegunCase const& mine);
    void take_answer(screens::BegunCase const& begun);
    void take_file(screens::submit::FileMoved const& moved);

    // What the backend answers.
    protocol::Request in_language(protocol::Request request) const;
    void fetch(screens::Effect const& effect, protocol::Request request);
    void take_response(Responded const& responded);
    void take_sent(screens::SendCase const& sent, Answer<Receipt> const& answer);
    void begin_work(std::uint64_t fetch_id, Work work);
    void do_some_work();
    void take_guess(std::string const& text, Answer<WrittenLanguage> const& answer);
    static std::string code_of(Answer<CitizenCase> const& answer);
    void show_case(screens::CaseKey const& key, CitizenCase const& shown);
    bool is_opened_by_form(screens::CaseKey const& key) const;
    void take_opened(screens::CaseKey const& key, Answer<CitizenCase> const& answer);
    void take_opened_by_form(screens::CaseKey const& key, Answer<CitizenCase> const& answer);
    void expect_case(screens::CaseKey const& key);
    void take_case_step(screens::CaseKey const& key, Answer<CitizenCase> const& answer);
    bool is_reopened_by_feedback(screens::CaseKey const& key) const;
    void take_reopened(screens::CaseKey const& key, Answer<CitizenCase> const& answer);
    void take_feedback(screens::CaseKey const& key, Answer<CitizenCase> const& answer);
    void take_feedback_step(screens::CaseKey const& key, Answer<CitizenCase> const& answer,
                            screens::feedback::Intent arrived);

    Model m_model;
    City const& m_city;
    ShellOrders m_orders;
    std::vector<screens::Announce> m_announcements;
};

} // namespace huiyin::app
