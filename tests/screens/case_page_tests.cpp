#include "core/screens/case_page/case_page.h"
#include "tests/screens/effects.h"
#include "tests/screens/sample_case.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;
using namespace huiyin::screens;
using namespace huiyin::screens::case_page;
using namespace huiyin::tests;

namespace {

CaseKey const key = sample_key();
CaseKey const other_key = sample_key(2);

screens::Step<Model> after(Model model, std::vector<Intent> const& intents) {
    screens::Step<Model> step{std::move(model)};
    for (Intent const& intent : intents)
        step = case_page::update(std::move(step.model), intent);
    return step;
}

CitizenCase dispatched_case() { return shown(CaseStory().dispatched()); }
CitizenCase case_with_message() { return shown(CaseStory().dispatched().says("It was loud again.")); }

Model open_at(CitizenCase const& subject) { return after({}, {Opened{key, subject}}).model; }

Model writing(std::string message) {
    return after(open_at(dispatched_case()), {Unfolded{Open::Message}, MessageEdited{std::move(message)}})
        .model;
}

Model reasoning(std::string reason) {
    return after(open_at(replied_case()), {Unfolded{Open::Reopen}, ReasonEdited{std::move(reason)}}).model;
}

bool is_sending(Model const& model) { return std::holds_alternative<Loading>(model.sending); }

bool shows(Model const& model, CitizenCase const& subject) {
    auto const* ready = std::get_if<Ready<CitizenCase>>(&model.shown);
    return ready != nullptr && ready->value == subject;
}

bool says(Effects const& effects, std::string_view key_of_words) {
    return has_order(effects, Announce{i18n::tr(key_of_words)});
}

bool warns(Effects const& effects, std::string_view key_of_words) {
    return has_order(effects, Announce{i18n::tr(key_of_words), Politeness::Assertive});
}

} // namespace

BOOST_AUTO_TEST_SUITE(case_page_tests)

BOOST_AUTO_TEST_CASE(a_case_opened_elsewhere_is_shown) {
    BOOST_TEST(shows(open_at(dispatched_case()), dispatched_case()));
}

BOOST_AUTO_TEST_CASE(a_case_that_is_being_opened_is_waited_for) {
    auto step = after({}, {Opening{key}});
    BOOST_TEST(std::holds_alternative<Loading>(step.model.shown));
    step = after(step.model, {CaseArrived{key, dispatched_case()}});
    BOOST_TEST(shows(step.model, dispatched_case()));
}

BOOST_AUTO_TEST_CASE(opening_another_case_leaves_nothing_of_the_last_one) {
    auto const step = after(writing("Only for the first case."), {Opened{other_key, replied_case()}});
    BOOST_TEST((step.model == Model{.key = other_key, .shown = Ready<CitizenCase>{replied_case()}}));
}

BOOST_AUTO_TEST_CASE(opening_the_same_case_again_keeps_what_was_typed) {
    auto const step =
        after(writing("Half a sentence"), {Opening{key}, CaseArrived{key, case_with_message()}});
    BOOST_TEST(step.model.message == "Half a sentence");
    BOOST_TEST(shows(step.model, case_with_message()));
}

BOOST_AUTO_TEST_CASE(a_case_that_does_not_open_can_be_asked_for_again) {
    auto step = after({}, {Opening{key}, CaseFailed{key, "slow"}});
    BOOST_TEST((std::get<Failed>(step.model.shown) == Failed{"slow"}));
    BOOST_TEST(warns(step.effects, "error.slow"));
    step = after(step.model, {RefreshPressed{}});
    BOOST_TEST(std::holds_alternative<Loading>(step.model.shown));
    BOOST_TEST(has_order(step.effects, OpenCase{key}));
}

BOOST_AUTO_TEST_CASE(a_message_is_sent_cleaned_of_blanks_around_it) {
    auto const step = after(writing("  It was loud again.\r\n"), {MessageSendPressed{}});
    BOOST_TEST(has_order(step.effects, SendMessage{key, "It was loud again."}));
    BOOST_TEST(says(step.effects, "case.sending"));
    BOOST_TEST(is_sending(step.model));
}

BOOST_AUTO_TEST_CASE(a_message_is_sent_in_its_composed_form) {
    auto const step = after(writing("Cafe\u0301 at night"), {MessageSendPressed{}});
    BOOST_TEST(has_order(step.effects, SendMessage{key, "Caf\u00E9 at night"}));
}

BOOST_AUTO_TEST_CASE(a_message_that_arrived_empties_and_folds_the_form) {
    auto const step =
        after(writing("It was loud again."), {MessageSendPressed{}, StepArrived{key, case_with_message()}});
    BOOST_TEST(step.model.message.empty());
    BOOST_TEST((step.model.open == Open::Nothing));
    BOOST_TEST(!is_sending(step.model));
    BOOST_TEST(shows(step.model, case_with_message()));
    BOOST_TEST(says(step.effects, "case.message.done"));
    BOOST_TEST(has_order(step.effects, Focus{"case.done"}));
}

BOOST_AUTO_TEST_CASE(a_message_of_blanks_is_refused_beside_its_field) {
    auto const step = after(writing(" \n\u3000 "), {MessageSendPressed{}});
    BOOST_TEST((step.model.problems == Problems{{"text", "required"}}));
    BOOST_TEST((step.effects == Effects{Focus{"errors"}}));
    BOOST_TEST(!is_sending(step.model));
}

BOOST_AUTO_TEST_CASE(a_message_may_be_as_long_as_its_limit_and_no_longer) {
    std::string const longest(limits::message_max, 'a');
    BOOST_TEST(has_order(after(writing(longest), {MessageSendPressed{}}).effects, SendMessage{key, longest}));
    auto const step = after(writing(longest + "a"), {MessageSendPressed{}});
    BOOST_TEST((step.model.problems == Problems{{"text", "too_long"}}));
    BOOST_TEST(step.model.message == longest + "a");
    BOOST_TEST(after(step.model, {MessageEdited{longest}}).model.problems.empty());
}

BOOST_AUTO_TEST_CASE(pressing_send_twice_sends_once) {
    auto const step = after(writing("Once."), {MessageSendPressed{}, MessageSendPressed{}});
    BOOST_TEST(step.effects.empty());
}

BOOST_AUTO_TEST_CASE(a_lost_message_stays_typed_and_is_sent_again_only_by_the_person) {
    auto step = after(writing("It was loud again."), {MessageSendPressed{}, StepFailed{key, "offline"}});
    BOOST_TEST(warns(step.effects, "error.offline"));
    BOOST_TEST(orders<SendMessage>(step.effects).empty());
    BOOST_TEST(step.model.message == "It was loud again.");
    BOOST_TEST((step.model.open == Open::Message));
    step = after(step.model, {MessageSendPressed{}});
    BOOST_TEST(has_order(step.effects, SendMessage{key, "It was loud again."}));
}

BOOST_AUTO_TEST_CASE(news_that_come_with_another_answer_leave_a_message_on_its_way_alone) {
    auto const step = after(writing("Half"), {MessageSendPressed{}, CaseArrived{key, case_with_message()}});
    BOOST_TEST(is_sending(step.model));
    BOOST_TEST(step.model.message == "Half");
}

BOOST_AUTO_TEST_CASE(an_answer_that_comes_twice_changes_nothing_the_second_time) {
    Model const sent =
        after(writing("One."), {MessageSendPressed{}, StepArrived{key, case_with_message()}}).model;
    auto const step = after(sent, {StepArrived{key, case_with_message()}});
    BOOST_TEST((step.model == sent));
    BOOST_TEST(step.effects.empty());
    BOOST_TEST((after(sent, {StepFailed{key, "slow"}}).model == sent));
}

BOOST_AUTO_TEST_CASE(answers_about_another_case_come_too_late) {
    Model const model = after(writing("One."), {MessageSendPressed{}}).model;
    for (Intent const& late :
         {Intent{CaseArrived{other_key, replied_case()}}, Intent{StepArrived{other_key, replied_case()}},
          Intent{CaseFailed{other_key, "slow"}}, Intent{StepFailed{other_key, "slow"}}}) {
        auto const step = after(model, {late});
        BOOST_TEST((step.model == model));
        BOOST_TEST(step.effects.empty());
    }
}

BOOST_AUTO_TEST_CASE(without_a_case_nothing_is_asked_of_the_hotline) {
    for (Intent const& intent :
         {Intent{RefreshPressed{}}, Intent{MessageSendPressed{}}, Intent{WithdrawConfirmed{}},
          Intent{ReopenPressed{}}, Intent{CaseArrived{key, replied_case()}}}) {
        auto const step = after({}, {intent});
        BOOST_TEST((step.model == Model{}));
        BOOST_TEST(step.effects.empty());
    }
}

BOOST_AUTO_TEST_CASE(withdrawing_asks_first) {
    Model const model = open_at(dispatched_case());
    BOOST_TEST(after(model, {WithdrawConfirmed{}}).effects.empty());
    auto const asked = after(model, {Unfolded{Open::Withdraw}});
    BOOST_TEST(asked.effects.empty());
    BOOST_TEST(has_order(after(asked.model, {WithdrawConfirmed{}}).effects, SendWithdraw{key}));
}

BOOST_AUTO_TEST_CASE(a_withdrawn_case_says_so) {
    CitizenCase const withdrawn = shown(CaseStory().dispatched().takes(huiyin::Step::Withdraw));
    auto const step = after(open_at(dispatched_case()),
                            {Unfolded{Open::Withdraw}, WithdrawConfirmed{}, StepArrived{key, withdrawn}});
    BOOST_TEST(says(step.effects, "case.withdraw.done"));
    BOOST_TEST((step.model.done == Open::Withdraw));
    BOOST_TEST(shows(step.model, withdrawn));
}

BOOST_AUTO_TEST_CASE(a_withdrawal_too_late_is_told_and_the_form_stays) {
    auto const step = after(open_at(dispatched_case()), {Unfolded{Open::Withdraw}, WithdrawConfirmed{},
                                                         StepFailed{key, "not_withdrawable"}});
    BOOST_TEST(warns(step.effects, "error.not_withdrawable"));
    BOOST_TEST((step.model.open == Open::Withdraw));
}

BOOST_AUTO_TEST_CASE(keeping_the_case_folds_the_form_and_leads_focus_back) {
    auto const step = after(open_at(dispatched_case()), {Unfolded{Open::Withdraw}, Unfolded{Open::Nothing}});
    BOOST_TEST((step.model == open_at(dispatched_case())));
    BOOST_TEST((step.effects == Effects{Focus{"case.withdraw"}}));
}

BOOST_AUTO_TEST_CASE(reopening_needs_a_reason) {
    auto const step = after(reasoning(" "), {ReopenPressed{}});
    BOOST_TEST((step.model.problems == Problems{{"reason", "required"}}));
    BOOST_TEST((step.effects == Effects{Focus{"errors"}}));
    BOOST_TEST(
        (after(reasoning("x"), {ReopenPressed{}}).model.problems == Problems{{"reason", "too_short"}}));
}

BOOST_AUTO_TEST_CASE(a_reopening_is_sent_with_its_reason_and_said_when_it_arrived) {
    CitizenCase const reopened = shown(CaseStory().dispatched().replied().reopened());
    auto step = after(reasoning(" It is as loud as before. "), {ReopenPressed{}});
    BOOST_TEST(has_order(step.effects, SendReopen{key, "It is as loud as before."}));
    step = after(step.model, {StepArrived{key, reopened}});
    BOOST_TEST(step.model.reason.empty());
    BOOST_TEST(says(step.effects, "case.reopen.done"));
}

BOOST_AUTO_TEST_CASE(changing_to_another_form_keeps_what_was_typed_in_the_first) {
    auto const step = after(writing("Half a sentence"), {Unfolded{Open::Withdraw}, Unfolded{Open::Message}});
    BOOST_TEST(step.model.message == "Half a sentence");
    BOOST_TEST((step.model.open == Open::Message));
}

BOOST_AUTO_TEST_CASE(a_form_on_its_way_cannot_be_folded) {
    auto const step = after(writing("One."), {MessageSendPressed{}, Unfolded{Open::Nothing}});
    BOOST_TEST((step.model.open == Open::Message));
}

BOOST_AUTO_TEST_CASE(looking_again_keeps_the_case_on_the_page_until_the_news_are_there) {
    auto step = after(open_at(dispatched_case()), {RefreshPressed{}});
    BOOST_TEST(has_order(step.effects, OpenCase{key}));
    BOOST_TEST(says(step.effects, "case.refresh.busy"));
    BOOST_TEST(shows(step.model, dispatched_case()));
    BOOST_TEST(after(step.model, {RefreshPressed{}}).effects.empty());
    step = after(step.model, {CaseArrived{key, replied_case()}});
    BOOST_TEST(shows(step.model, replied_case()));
    BOOST_TEST(says(step.effects, "case.refresh.done"));
}

BOOST_AUTO_TEST_CASE(looking_again_without_a_connection_keeps_the_case_and_what_was_typed) {
    auto const step = after(writing("Half"), {RefreshPressed{}, CaseFailed{key, "offline"}});
    BOOST_TEST(shows(step.model, dispatched_case()));
    BOOST_TEST(step.model.message == "Half");
    BOOST_TEST(warns(step.effects, "error.offline"));
    BOOST_TEST((std::get<Failed>(step.model.refreshing) == Failed{"offline"}));
}

BOOST_AUTO_TEST_CASE(a_failure_that_nobody_waits_for_is_not_told) {
    Model const model = open_at(dispatched_case());
    auto const step = after(model, {CaseFailed{key, "slow"}});
    BOOST_TEST((step.model == model));
    BOOST_TEST(step.effects.empty());
}

BOOST_AUTO_TEST_CASE(links_lead_where_they_say) {
    Model const model = open_at(replied_case());
    BOOST_TEST((after(model, {FeedbackFollowed{}}).effects == Effects{Go{FeedbackRoute{}}}));
    BOOST_TEST((after(model, {TrackFollowed{}}).effects == Effects{Go{TrackRoute{}}}));
    BOOST_TEST((after(model, {HomeFollowed{}}).effects == Effects{Go{HomeRoute{}}}));
    BOOST_TEST((after(model, {ErrorFollowed{"case.text"}}).effects == Effects{Focus{"case.text"}}));
}

BOOST_AUTO_TEST_SUITE_END()
