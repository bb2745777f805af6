#include "core/domain/stages.h"
#include "tests/support/case_story.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

using namespace huiyin;
using tests::CaseStory;
using Steps = std::vector<Step>;

namespace {

constexpr auto per_element = boost::test_tools::per_element();

StepOrder ready(Step step) {
    switch (step) {
    case Step::Dispatch: return {.step = step, .unit = UnitName{"Noise Office"}};
    case Step::Reply: return {.step = step, .reply = Reply{.text = "Done."}};
    case Step::Feedback: return {.step = step, .feedback = Feedback{}};
    case Step::Merge: return {.step = step, .text = CaseNumber::make({2026, 3, 1}, 5).text()};
    default: return {.step = step, .text = "Some words."};
    }
}

CaseStory answered() {
    CaseStory story;
    story.dispatched().takes(Step::Contact).later(Duration::days(1)).replied();
    return story;
}

/// A case in any stage, by the shortest way there.
CaseStory in_stage(Stage stage) {
    CaseStory story;
    if (stage == Stage::Received) return story;
    if (stage == Stage::Withdrawn) return story.takes(Step::Withdraw);
    if (stage == Stage::Merged) return story.takes(ready(Step::Merge));
    story.dispatched();
    switch (stage) {
    case Stage::Contacted: return story.takes(Step::Contact);
    case Stage::Instructed: return story.takes(Step::Instruct);
    case Stage::Handling: return story.takes(Step::Handle);
    case Stage::AwaitingCitizen: return story.asks();
    case Stage::Replied: return story.replied();
    case Stage::Closed: return story.replied().takes(Step::Close);
    case Stage::Reopened: return story.replied().reopened();
    default: return story;
    }
}

bool is_in_table(Stage from, Step step, Stage to) {
    return std::any_of(transitions().begin(), transitions().end(), [&](Transition const& row) {
        return row.from == from && row.step == step && row.to == to;
    });
}

bool is_period_of_feedback(CaseStory const& story) { return story.refusal(ready(Step::Feedback)).empty(); }

} // namespace

BOOST_AUTO_TEST_SUITE(stages_tests)

BOOST_AUTO_TEST_CASE(a_case_goes_the_whole_way) {
    CaseStory story;
    story.dispatched().takes(Step::Contact).takes(Step::Instruct);
    story.takes({.step = Step::Handle, .text = "An inspector goes there tonight."});
    story.replied().rated({.satisfaction = Satisfaction::Satisfied}).takes(Step::Close);
    BOOST_TEST(story.subject().stage == Stage::Closed);
    Steps steps;
    for (auto const& event : story.subject().events)
        steps.push_back(event.step);
    Steps const expected = {Step::Submit, Step::Dispatch, Step::Contact,  Step::Instruct,
                            Step::Handle, Step::Reply,    Step::Feedback, Step::Close};
    BOOST_TEST(steps == expected, per_element);
}

BOOST_AUTO_TEST_CASE(every_stage_and_step_does_what_the_table_says_and_nothing_else) {
    for (auto const& [stage, stage_name] : Names<Stage>::all)
        for (auto const& [step, step_name] : Names<Step>::all) {
            auto const story = in_stage(stage);
            BOOST_TEST_REQUIRE(story.subject().stage == stage);
            auto const outcome = take(story.subject(), ready(step), story.rules(), story.now());
            auto const allowed = steps_from(stage);
            bool const is_allowed = std::find(allowed.begin(), allowed.end(), step) != allowed.end();
            BOOST_TEST(std::holds_alternative<Case>(outcome) == is_allowed, stage_name << " " << step_name);
            if (auto const* after = std::get_if<Case>(&outcome))
                BOOST_TEST(is_in_table(stage, step, after->stage), stage_name << " " << step_name);
        }
}

BOOST_AUTO_TEST_CASE(every_stage_can_be_reached_and_only_withdrawn_and_merged_are_final) {
    std::set<Stage> reached{Stage::Received};
    for (auto const& row : transitions())
        reached.insert(row.to);
    BOOST_TEST(reached.size() == Names<Stage>::all.size());
    for (auto const& [stage, name] : Names<Stage>::all) {
        bool const is_final = stage == Stage::Withdrawn || stage == Stage::Merged;
        BOOST_TEST(steps_from(stage).empty() == is_final, name);
    }
}

BOOST_AUTO_TEST_CASE(no_row_stands_twice_and_a_step_has_one_actor) {
    std::set<std::tuple<Stage, Step, Stage>> rows;
    for (auto const& row : transitions()) {
        BOOST_TEST(rows.insert({row.from, row.step, row.to}).second);
        for (auto const& other : transitions())
            if (other.step == row.step)
                BOOST_TEST((other.actor == Actor::Citizen) == (row.actor == Actor::Citizen));
    }
}

BOOST_AUTO_TEST_CASE(only_a_message_out_of_waiting_leads_to_several_stages) {
    for (auto const& row : transitions())
        for (auto const& other : transitions()) {
            if (row.from != other.from || row.step != other.step || row.to == other.to) continue;
            BOOST_TEST((row.from == Stage::AwaitingCitizen && row.step == Step::Message));
        }
}

BOOST_AUTO_TEST_CASE(steps_are_listed_once_and_by_actor) {
    Steps const hotline = {Step::Dispatch, Step::Merge};
    Steps const citizen = {Step::Message, Step::Withdraw};
    Steps const waiting_citizen = {Step::Message, Step::Withdraw};
    BOOST_TEST(steps_from(Stage::Received, Actor::Hotline) == hotline, per_element);
    BOOST_TEST(steps_from(Stage::Received, Actor::Citizen) == citizen, per_element);
    BOOST_TEST(steps_from(Stage::Received, Actor::Unit).empty());
    BOOST_TEST(steps_from(Stage::AwaitingCitizen, Actor::Citizen) == waiting_citizen, per_element);
}

BOOST_AUTO_TEST_CASE(staff_take_no_step_of_the_citizen) {
    for (Step step : {Step::Submit, Step::Message, Step::Feedback, Step::Reopen, Step::Withdraw})
        BOOST_TEST(!is_for_staff(step));
    for (Step step : {Step::Dispatch, Step::Contact, Step::Instruct, Step::Handle, Step::AskCitizen,
                      Step::Reply, Step::Close, Step::Merge})
        BOOST_TEST(is_for_staff(step));
}

BOOST_AUTO_TEST_CASE(a_refused_step_of_staff_names_those_that_are_allowed) {
    CaseStory const story;
    auto const outcome = take(story.subject(), ready(Step::Close), story.rules(), story.now());
    auto const& refused = std::get<NotAllowed>(outcome);
    Steps const expected = {Step::Dispatch, Step::Merge};
    BOOST_TEST(refused.code == "step_not_allowed");
    BOOST_TEST(refused.allowed == expected, per_element);
}

BOOST_AUTO_TEST_CASE(a_refused_step_of_a_citizen_has_its_own_code) {
    BOOST_TEST(CaseStory().refusal(ready(Step::Feedback)) == "feedback_closed");
    BOOST_TEST(CaseStory().refusal(ready(Step::Reopen)) == "not_reopenable");
    BOOST_TEST(answered().refusal(ready(Step::Withdraw)) == "not_withdrawable");
    BOOST_TEST(in_stage(Stage::Closed).refusal(ready(Step::Message)) == "message_closed");
}

BOOST_AUTO_TEST_CASE(the_first_event_is_the_submission) {
    CaseStory const story;
    auto const& subject = story.subject();
    BOOST_TEST_REQUIRE(subject.events.size() == 1U);
    BOOST_TEST((subject.events[0] == Event{.at = story.now(), .step = Step::Submit}));
    BOOST_TEST(subject.created_at == story.now());
}

BOOST_AUTO_TEST_CASE(the_category_decides_the_urgency) {
    auto submission = tests::sample_submission();
    submission.category = {"safety.fire"};
    CaseStory const story(submission);
    BOOST_TEST(story.subject().urgency == Urgency::LifeSafety);
    BOOST_TEST(story.subject().clocks[0].due_at == story.now() + Duration::hours(1));
}

BOOST_AUTO_TEST_CASE(an_anonymous_case_keeps_no_contact) {
    auto submission = tests::sample_submission();
    submission.visibility = Visibility::Anonymous;
    BOOST_TEST(!CaseStory(submission).subject().submission.contact);
}

BOOST_AUTO_TEST_CASE(a_step_changes_no_earlier_event) {
    CaseStory story;
    auto before = story.subject().events;
    for (auto const& order : {ready(Step::Dispatch), ready(Step::Contact), ready(Step::AskCitizen),
                              ready(Step::Message), ready(Step::Reply), ready(Step::Reopen)}) {
        story.takes(order);
        auto const& after = story.subject().events;
        BOOST_TEST_REQUIRE(after.size() == before.size() + 1);
        BOOST_TEST(std::equal(before.begin(), before.end(), after.begin()));
        before = after;
    }
}

BOOST_AUTO_TEST_CASE(dispatch_needs_a_unit) {
    CaseStory const story;
    Problems const expected = {{"unit", "required"}};
    BOOST_TEST(story.problems({.step = Step::Dispatch}) == expected, per_element);
    BOOST_TEST(story.problems({.step = Step::Dispatch, .unit = UnitName{" "}}) == expected, per_element);
    BOOST_TEST(in_stage(Stage::Dispatched).subject().unit->value == "Noise Office");
}

BOOST_AUTO_TEST_CASE(dispatch_meets_its_clock_and_the_reply_meets_the_other) {
    CaseStory story;
    story.later(Duration::hours(1)).dispatched();
    BOOST_TEST(story.clock(0) == ClockState::Met);
    BOOST_TEST(story.clock(1) == ClockState::Running);
    story.later(Duration::days(1)).replied();
    BOOST_TEST(story.clock(1) == ClockState::Met);
}

BOOST_AUTO_TEST_CASE(a_late_dispatch_stays_late) {
    CaseStory story;
    story.later(Duration::hours(25));
    BOOST_TEST(story.clock(0) == ClockState::Overdue);
    BOOST_TEST(story.dispatched().clock(0) == ClockState::Late);
}

BOOST_AUTO_TEST_CASE(withdrawing_and_merging_cancel_what_still_runs) {
    for (Step step : {Step::Withdraw, Step::Merge}) {
        CaseStory story;
        story.dispatched().takes(ready(step));
        BOOST_TEST(story.clock(0) == ClockState::Met);
        BOOST_TEST(story.clock(1) == ClockState::Cancelled);
    }
}

BOOST_AUTO_TEST_CASE(a_case_is_merged_into_another_by_its_number) {
    CaseStory const story;
    Problems const missing = {{"note", "required"}};
    Problems const wrong = {{"note", "invalid"}};
    BOOST_TEST(story.problems({.step = Step::Merge}) == missing, per_element);
    BOOST_TEST(story.problems({.step = Step::Merge, .text = "the other one"}) == wrong, per_element);
}

BOOST_AUTO_TEST_CASE(asking_the_citizen_stops_the_clock_and_the_answer_starts_it_again) {
    CaseStory story;
    story.dispatched().takes(Step::Contact);
    auto const due = story.subject().clocks[1].due_at;
    story.later(Duration::days(1)).asks();
    BOOST_TEST(story.subject().stage == Stage::AwaitingCitizen);
    BOOST_TEST(story.clock(0) == ClockState::Met);
    BOOST_TEST(story.clock(1) == ClockState::Paused);
    story.later(Duration::days(7)).says("Number twelve.");
    BOOST_TEST(story.subject().stage == Stage::Contacted);
    BOOST_TEST(story.clock(1) == ClockState::Running);
    BOOST_TEST(story.subject().clocks[1].due_at == due + Duration::days(7));
    BOOST_TEST(!story.subject().resume_stage);
}

BOOST_AUTO_TEST_CASE(an_answer_leads_back_to_where_the_case_was_asked_from) {
    for (Stage stage :
         {Stage::Dispatched, Stage::Contacted, Stage::Instructed, Stage::Handling, Stage::Reopened}) {
        auto story = in_stage(stage);
        story.asks().says("Number twelve.");
        BOOST_TEST(story.subject().stage == stage);
        BOOST_TEST(story.subject().events.back().stage == stage);
    }
}

BOOST_AUTO_TEST_CASE(every_stage_that_can_ask_has_its_way_back) {
    for (auto const& row : transitions())
        if (row.step == Step::AskCitizen)
            BOOST_TEST(is_in_table(Stage::AwaitingCitizen, Step::Message, row.from), row.from);
}

BOOST_AUTO_TEST_CASE(a_unit_may_go_on_without_an_answer) {
    CaseStory story;
    story.dispatched().asks().later(Duration::days(7)).takes(Step::Handle);
    BOOST_TEST(story.clock(1) == ClockState::Running);
    BOOST_TEST(!story.subject().resume_stage);
    CaseStory replied;
    replied.dispatched().asks().later(Duration::days(60)).replied();
    BOOST_TEST(replied.clock(1) == ClockState::Met);
}

BOOST_AUTO_TEST_CASE(a_question_needs_words) {
    Problems const expected = {{"note", "required"}};
    BOOST_TEST(in_stage(Stage::Handling).problems({.step = Step::AskCitizen}) == expected, per_element);
}

BOOST_AUTO_TEST_CASE(a_message_changes_neither_stage_nor_clocks) {
    for (Stage stage : {Stage::Received, Stage::Handling, Stage::Replied, Stage::Reopened}) {
        auto story = in_stage(stage);
        auto const clocks = story.subject().clocks;
        story.later(Duration::hours(1)).says("It is still going on.");
        BOOST_TEST(story.subject().stage == stage);
        BOOST_TEST((story.subject().clocks == clocks));
        BOOST_TEST(story.subject().events.back().text == "It is still going on.");
    }
}

BOOST_AUTO_TEST_CASE(a_message_has_1_to_2000_code_points) {
    CaseStory const story;
    Problems const empty = {{"text", "required"}};
    Problems const too_long = {{"text", "too_long"}};
    BOOST_TEST(story.problems({.step = Step::Message, .text = " \n "}) == empty, per_element);
    BOOST_TEST(story.problems({.step = Step::Message, .text = std::string(2001, 'a')}) == too_long,
               per_element);
    BOOST_TEST(story.problems({.step = Step::Message, .text = std::string(2000, 'a')}).empty());
}

BOOST_AUTO_TEST_CASE(a_reply_needs_its_text) {
    auto const story = in_stage(Stage::Handling);
    Problems const no_reply = {{"reply", "required"}};
    Problems const no_text = {{"reply.text", "required"}};
    BOOST_TEST(story.problems({.step = Step::Reply}) == no_reply, per_element);
    BOOST_TEST(story.problems({.step = Step::Reply, .reply = Reply{.text = " "}}) == no_text, per_element);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_resolved_or_is_not_justified_needs_grounds) {
    auto const story = in_stage(Stage::Handling);
    auto const problems = [&](Outcome outcome, std::string grounds) {
        return story.problems(
            {.step = Step::Reply,
             .reply = Reply{.outcome = outcome, .text = "No.", .grounds = std::move(grounds)}});
    };
    Problems const expected = {{"reply.grounds", "grounds_required"}};
    for (Outcome outcome : {Outcome::Unresolvable, Outcome::NotJustified}) {
        BOOST_TEST(problems(outcome, "") == expected, per_element);
        BOOST_TEST(problems(outcome, "\u3000\n") == expected, per_element);
        BOOST_TEST(problems(outcome, "Article 12 of the noise law.").empty());
    }
    for (Outcome outcome : {Outcome::Resolved, Outcome::Partial})
        BOOST_TEST(problems(outcome, "").empty());
}

BOOST_AUTO_TEST_CASE(the_time_of_a_reply_is_the_time_it_was_taken) {
    auto story = in_stage(Stage::Handling);
    story.later(Duration::hours(3)).replied({.text = "Done.", .at = Instant{1}});
    BOOST_TEST(story.subject().reply->at == story.now());
}

BOOST_AUTO_TEST_CASE(feedback_is_open_to_the_end_of_the_14th_day_after_the_reply) {
    auto story = in_stage(Stage::Replied);
    auto const until = feedback_until(story.subject(), story.rules());
    BOOST_TEST_REQUIRE(until.has_value());
    BOOST_TEST(*until == *parse_rfc3339("2026-03-16T16:00:00Z"));
    story.later(*until - story.now());
    BOOST_TEST(is_period_of_feedback(story));
    story.later(Duration{1});
    BOOST_TEST(story.refusal(ready(Step::Feedback)) == "feedback_closed");
}

BOOST_AUTO_TEST_CASE(feedback_can_be_given_after_closing_too) {
    BOOST_TEST(is_period_of_feedback(in_stage(Stage::Closed)));
}

BOOST_AUTO_TEST_CASE(feedback_can_be_replaced_and_the_same_again_changes_nothing) {
    auto story = answered();
    story.rated({.satisfaction = Satisfaction::Satisfied, .comment = "Quick."});
    auto const once = story.subject();
    story.later(Duration::hours(1)).rated({.satisfaction = Satisfaction::Satisfied, .comment = "Quick."});
    BOOST_TEST((story.subject() == once));
    story.rated({.resolved = Resolved::No, .satisfaction = Satisfaction::VeryDissatisfied});
    BOOST_TEST(story.subject().feedback->resolved == Resolved::No);
    BOOST_TEST(story.subject().feedback->at == story.now());
    BOOST_TEST(story.subject().events.size() == once.events.size() + 1);
}

BOOST_AUTO_TEST_CASE(a_message_sent_again_within_the_hour_is_one_message) {
    auto story = in_stage(Stage::Handling);
    story.says("It was loud again.");
    auto const once = story.subject();
    story.later(Duration::hours(1)).says("It was loud again.");
    BOOST_TEST((story.subject() == once));
    story.later(Duration{1}).says("It was loud again.");
    BOOST_TEST(story.subject().events.size() == once.events.size() + 1);
}

BOOST_AUTO_TEST_CASE(other_words_or_the_same_after_something_happened_are_another_message) {
    auto story = in_stage(Stage::Handling);
    story.says("Any news?").says("It was loud again.").says("Any news?");
    auto const before = story.subject().events.size();
    story.takes({.step = Step::Handle, .text = "Measured."}).says("Any news?");
    BOOST_TEST(story.subject().events.size() == before + 2);
}

BOOST_AUTO_TEST_CASE(an_answer_to_a_question_is_never_taken_for_an_earlier_message) {
    auto story = in_stage(Stage::Handling);
    story.says("Number 12.").asks().says("Number 12.");
    BOOST_TEST(story.subject().stage == Stage::Handling);
}

BOOST_AUTO_TEST_CASE(reopening_or_withdrawing_again_because_an_answer_was_lost_changes_nothing) {
    auto reopened = in_stage(Stage::Reopened);
    auto const once = reopened.subject();
    BOOST_TEST((reopened.later(Duration::days(30)).reopened().subject() == once));
    BOOST_TEST(reopened.refusal({.step = Step::Reopen, .text = "Other words."}) == "not_reopenable");
    auto withdrawn = in_stage(Stage::Withdrawn);
    auto const gone = withdrawn.subject();
    BOOST_TEST((withdrawn.later(Duration::days(1)).takes(Step::Withdraw).subject() == gone));
}

BOOST_AUTO_TEST_CASE(a_comment_has_1000_code_points_at_most) {
    Problems const expected = {{"comment", "too_long"}};
    BOOST_TEST(answered().problems({.step = Step::Feedback,
                                    .feedback = Feedback{.comment = std::string(1001, 'a')}}) == expected,
               per_element);
}

BOOST_AUTO_TEST_CASE(a_case_can_be_reopened_to_the_end_of_the_10th_day_after_the_reply) {
    for (Stage stage : {Stage::Replied, Stage::Closed}) {
        auto story = in_stage(stage);
        auto const until = reopen_until(story.subject(), story.rules());
        BOOST_TEST_REQUIRE(until.has_value());
        BOOST_TEST(*until == *parse_rfc3339("2026-03-12T16:00:00Z"));
        story.later(*until - story.now());
        BOOST_TEST(story.refusal(ready(Step::Reopen)).empty());
        BOOST_TEST(story.later(Duration{1}).refusal(ready(Step::Reopen)) == "not_reopenable");
    }
}

BOOST_AUTO_TEST_CASE(reopening_needs_a_reason_of_2_to_1000_code_points) {
    auto const problems = [](std::string reason) {
        return answered().problems({.step = Step::Reopen, .text = std::move(reason)});
    };
    BOOST_TEST((problems("") == Problems{{"reason", "required"}}));
    BOOST_TEST((problems("又") == Problems{{"reason", "too_short"}}));
    BOOST_TEST((problems(std::string(1001, 'a')) == Problems{{"reason", "too_long"}}));
    BOOST_TEST(problems("又响").empty());
}

BOOST_AUTO_TEST_CASE(a_reopened_case_has_a_new_reply_clock_and_keeps_its_unit) {
    auto story = answered();
    story.later(Duration::days(2)).reopened();
    BOOST_TEST(story.subject().stage == Stage::Reopened);
    BOOST_TEST(story.subject().unit->value == "Noise Office");
    BOOST_TEST_REQUIRE(story.subject().clocks.size() == 3U);
    BOOST_TEST(story.subject().clocks[2].kind == ClockKind::Reply);
    BOOST_TEST(story.subject().clocks[2].started_at == story.now());
    BOOST_TEST(story.clock(1) == ClockState::Met);
    BOOST_TEST(story.clock(2) == ClockState::Running);
    BOOST_TEST(story.refusal(ready(Step::Dispatch)) == "step_not_allowed");
}

BOOST_AUTO_TEST_CASE(a_reopened_case_is_answered_again_and_rated_anew) {
    auto story = answered();
    story.rated({.resolved = Resolved::No}).reopened();
    BOOST_TEST(story.subject().feedback.has_value());
    BOOST_TEST(!feedback_until(story.subject(), story.rules()));
    BOOST_TEST(story.refusal(ready(Step::Withdraw)) == "not_withdrawable");
    story.later(Duration::days(3)).replied({.outcome = Outcome::Partial, .text = "Quieter now."});
    BOOST_TEST(story.subject().reply->text == "Quieter now.");
    BOOST_TEST(!story.subject().feedback);
    BOOST_TEST(story.clock(2) == ClockState::Met);
    BOOST_TEST(is_period_of_feedback(story));
}

BOOST_AUTO_TEST_CASE(a_case_that_was_answered_once_cannot_be_withdrawn_from_any_stage) {
    auto story = answered();
    story.reopened().asks();
    BOOST_TEST(story.refusal(ready(Step::Withdraw)) == "not_withdrawable");
    story.takes(Step::Handle);
    BOOST_TEST(story.refusal(ready(Step::Withdraw)) == "not_withdrawable");
}

BOOST_AUTO_TEST_CASE(the_timeline_keeps_each_reply_with_its_grounds) {
    auto story = in_stage(Stage::Handling);
    story.replied({.outcome = Outcome::NotJustified, .text = "No.", .grounds = "Article 12."});
    BOOST_TEST(story.subject().events.back().text == "No.\n\nArticle 12.");
    BOOST_TEST(story.subject().events.back().unit->value == "Noise Office");
}

BOOST_AUTO_TEST_CASE(the_citizen_is_offered_exactly_what_would_be_taken) {
    for (auto const& [stage, name] : Names<Stage>::all) {
        for (auto const waited : {Duration{}, Duration::days(12), Duration::days(20)}) {
            auto story = in_stage(stage);
            story.later(waited);
            auto const offered = story.citizen_may();
            for (Step step : {Step::Message, Step::Feedback, Step::Reopen, Step::Withdraw}) {
                bool const is_offered = std::find(offered.begin(), offered.end(), step) != offered.end();
                BOOST_TEST(story.refusal(ready(step)).empty() == is_offered, name << " " << step);
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
