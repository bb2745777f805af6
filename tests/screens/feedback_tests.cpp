#include "core/screens/feedback/feedback.h"
#include "tests/screens/effects.h"
#include "tests/screens/sample_case.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;
using namespace huiyin::screens;
using namespace huiyin::screens::feedback;
using namespace huiyin::tests;

namespace {

CaseKey const key = sample_key();
CaseKey const other_key = sample_key(2);

screens::Step<Model> after(Model model, std::vector<Intent> const& intents) {
    screens::Step<Model> step{std::move(model)};
    for (Intent const& intent : intents)
        step = feedback::update(std::move(step.model), intent);
    return step;
}

Model begun() { return after({}, {Begun{key, replied_case()}}).model; }

Model answered(Resolved resolved) {
    return after(begun(), {ContactedChosen{Contacted::Yes}, ResolvedChosen{resolved},
                           SatisfactionChosen{Satisfaction::Dissatisfied}, CommentEdited{" Still loud. "}})
        .model;
}

Model reopening() {
    return after(answered(Resolved::No), {ReopeningChosen{true}, ReasonEdited{"It is as loud as before. "}})
        .model;
}

Feedback answers(Resolved resolved) {
    return {.contacted = Contacted::Yes,
            .resolved = resolved,
            .satisfaction = Satisfaction::Dissatisfied,
            .comment = "Still loud."};
}

bool is_sending(Model const& model) { return std::holds_alternative<Loading>(model.sending); }

Effects const thanks = {Announce{i18n::tr("feedback.thanks")}, Go{CaseRoute{}}};
Effects const thanks_reopened = {Announce{i18n::tr("feedback.thanks_reopened")}, Go{CaseRoute{}}};

} // namespace

BOOST_AUTO_TEST_SUITE(feedback_tests)

BOOST_AUTO_TEST_CASE(all_three_answers_are_required_and_a_comment_is_not) {
    auto const step = after(begun(), {SendPressed{}});
    BOOST_TEST((step.model.problems ==
                Problems{{"contacted", "required"}, {"resolved", "required"}, {"satisfaction", "required"}}));
    BOOST_TEST((step.effects == Effects{Focus{"errors"}}));
}

BOOST_AUTO_TEST_CASE(a_problem_goes_with_its_answer) {
    auto const step = after(begun(), {SendPressed{}, ResolvedChosen{Resolved::Yes}});
    BOOST_TEST((step.model.problems == Problems{{"contacted", "required"}, {"satisfaction", "required"}}));
}

BOOST_AUTO_TEST_CASE(answers_are_sent_and_thanked_for_on_the_page_of_the_case) {
    auto step = after(answered(Resolved::Partly), {SendPressed{}});
    BOOST_TEST(has_order(step.effects, SendFeedback{key, answers(Resolved::Partly)}));
    BOOST_TEST(has_order(step.effects, Announce{i18n::tr("feedback.sending")}));
    step = after(step.model, {FeedbackArrived{key}});
    BOOST_TEST((step.effects == thanks));
    BOOST_TEST(!is_sending(step.model));
}

BOOST_AUTO_TEST_CASE(a_comment_beyond_its_limit_is_refused_and_stays) {
    std::string const longest(limits::comment_max, 'a');
    Model const model = answered(Resolved::Yes);
    BOOST_TEST(is_sending(after(model, {CommentEdited{longest}, SendPressed{}}).model));
    auto const step = after(model, {CommentEdited{longest + "a"}, SendPressed{}});
    BOOST_TEST((step.model.problems == Problems{{"comment", "too_long"}}));
    BOOST_TEST(step.model.comment == longest + "a");
}

BOOST_AUTO_TEST_CASE(not_resolved_asks_whether_to_reopen) {
    BOOST_TEST(!offers_reopening(answered(Resolved::Partly)));
    BOOST_TEST(offers_reopening(answered(Resolved::No)));
    auto const step = after(answered(Resolved::No), {SendPressed{}});
    BOOST_TEST((step.model.problems == Problems{{"reopen", "required"}}));
}

BOOST_AUTO_TEST_CASE(when_reopening_is_too_late_it_is_not_offered) {
    auto const story = CaseStory().dispatched().replied().later(Duration::days(12));
    Model const model = after({}, {Begun{key, shown(story)}}).model;
    BOOST_TEST(model.may_give);
    BOOST_TEST(!offers_reopening(after(model, {ResolvedChosen{Resolved::No}}).model));
}

BOOST_AUTO_TEST_CASE(reopening_needs_a_reason_and_leaving_closed_needs_none) {
    Model const model = answered(Resolved::No);
    auto const step = after(model, {ReopeningChosen{true}, SendPressed{}});
    BOOST_TEST((step.model.problems == Problems{{"reason", "required"}}));
    BOOST_TEST(is_sending(after(model, {ReopeningChosen{false}, SendPressed{}}).model));
}

BOOST_AUTO_TEST_CASE(the_reopening_follows_the_answers) {
    auto step = after(reopening(), {SendPressed{}});
    BOOST_TEST(has_order(step.effects, SendFeedback{key, answers(Resolved::No)}));
    BOOST_TEST(orders<SendReopen>(step.effects).empty());
    step = after(step.model, {FeedbackArrived{key}});
    BOOST_TEST((step.effects == Effects{SendReopen{key, "It is as loud as before."}}));
    BOOST_TEST(is_sending(step.model));
    step = after(step.model, {ReopenArrived{key}});
    BOOST_TEST((step.effects == thanks_reopened));
}

BOOST_AUTO_TEST_CASE(answers_that_were_lost_are_sent_again) {
    auto step = after(reopening(), {SendPressed{}, StepFailed{key, "offline"}});
    BOOST_TEST(has_order(step.effects, Announce{i18n::tr("error.offline"), Politeness::Assertive}));
    BOOST_TEST(step.model.comment == " Still loud. ");
    step = after(step.model, {SendPressed{}});
    BOOST_TEST(has_order(step.effects, SendFeedback{key, answers(Resolved::No)}));
}

BOOST_AUTO_TEST_CASE(after_a_lost_reopening_only_the_reopening_is_sent_again) {
    auto step =
        after(reopening(), {SendPressed{}, FeedbackArrived{key}, StepFailed{key, "slow"}, SendPressed{}});
    BOOST_TEST(orders<SendFeedback>(step.effects).empty());
    BOOST_TEST(has_order(step.effects, SendReopen{key, "It is as loud as before."}));
    step = after(step.model, {ReopenArrived{key}});
    BOOST_TEST((step.effects == thanks_reopened));
}

BOOST_AUTO_TEST_CASE(answers_changed_after_a_lost_reopening_are_sent_again_too) {
    auto const step = after(reopening(), {SendPressed{}, FeedbackArrived{key}, StepFailed{key, "slow"},
                                          SatisfactionChosen{Satisfaction::VeryDissatisfied}, SendPressed{}});
    BOOST_TEST(orders<SendFeedback>(step.effects).size() == 1U);
    BOOST_TEST(orders<SendReopen>(step.effects).empty());
}

BOOST_AUTO_TEST_CASE(who_no_longer_wants_to_reopen_is_done) {
    auto const step = after(reopening(), {SendPressed{}, FeedbackArrived{key}, StepFailed{key, "slow"},
                                          ReopeningChosen{false}, SendPressed{}});
    BOOST_TEST((step.effects == thanks));
}

BOOST_AUTO_TEST_CASE(a_reason_taken_away_while_the_answers_are_on_their_way_is_asked_for) {
    auto const step = after(reopening(), {SendPressed{}, ReasonEdited{""}, FeedbackArrived{key}});
    BOOST_TEST((step.model.problems == Problems{{"reason", "required"}}));
    BOOST_TEST((step.effects == Effects{Focus{"errors"}}));
    BOOST_TEST(!is_sending(step.model));
}

BOOST_AUTO_TEST_CASE(pressing_twice_sends_once_and_answering_twice_thanks_once) {
    BOOST_TEST(after(answered(Resolved::Yes), {SendPressed{}, SendPressed{}}).effects.empty());
    auto const step =
        after(answered(Resolved::Yes), {SendPressed{}, FeedbackArrived{key}, FeedbackArrived{key}});
    BOOST_TEST(step.effects.empty());
}

BOOST_AUTO_TEST_CASE(answers_that_nobody_waits_for_and_those_about_another_case_change_nothing) {
    Model const waiting = after(answered(Resolved::Yes), {SendPressed{}}).model;
    for (Intent const& late : {Intent{FeedbackArrived{other_key}}, Intent{ReopenArrived{other_key}},
                               Intent{StepFailed{other_key, "slow"}}}) {
        BOOST_TEST((after(waiting, {late}).model == waiting));
        BOOST_TEST(after(waiting, {late}).effects.empty());
    }
    for (Intent const& unasked :
         {Intent{FeedbackArrived{key}}, Intent{ReopenArrived{key}}, Intent{StepFailed{key, "slow"}}})
        BOOST_TEST((after(begun(), {unasked}).model == begun()));
}

BOOST_AUTO_TEST_CASE(feedback_that_is_closed_by_now_is_told_in_its_own_words) {
    auto const step = after(answered(Resolved::Yes), {SendPressed{}, StepFailed{key, "feedback_closed"}});
    BOOST_TEST(has_order(step.effects, Announce{i18n::tr("error.feedback_closed"), Politeness::Assertive}));
}

BOOST_AUTO_TEST_CASE(answers_given_before_are_filled_in) {
    Feedback const given = answers(Resolved::Partly);
    auto const story = CaseStory().dispatched().replied().rated(given);
    Model const model = after({}, {Begun{key, shown(story)}}).model;
    BOOST_TEST((model.contacted == given.contacted));
    BOOST_TEST((model.resolved == given.resolved));
    BOOST_TEST((model.satisfaction == given.satisfaction));
    BOOST_TEST(model.comment == given.comment);
    BOOST_TEST(has_order(after(model, {SendPressed{}}).effects, SendFeedback{key, given}));
}

BOOST_AUTO_TEST_CASE(coming_back_to_the_page_keeps_what_was_begun) {
    auto const step = after(answered(Resolved::No), {Begun{key, replied_case()}});
    BOOST_TEST((step.model == answered(Resolved::No)));
}

BOOST_AUTO_TEST_CASE(a_new_reply_is_rated_anew) {
    auto const story = CaseStory().dispatched().replied().reopened().later(Duration::days(1)).replied();
    Model const model = after(answered(Resolved::No), {Begun{key, shown(story)}}).model;
    BOOST_TEST(!model.resolved.has_value());
    BOOST_TEST(model.comment.empty());
}

BOOST_AUTO_TEST_CASE(another_case_begins_with_empty_answers) {
    Model const model = after(answered(Resolved::No), {Begun{other_key, replied_case()}}).model;
    BOOST_TEST((model.key == other_key));
    BOOST_TEST(!model.contacted.has_value());
}

BOOST_AUTO_TEST_CASE(before_a_reply_there_is_nothing_to_rate) {
    BOOST_TEST(!after({}, {Begun{key, shown(CaseStory())}}).model.may_give);
}

BOOST_AUTO_TEST_CASE(without_a_case_nothing_is_sent) {
    BOOST_TEST(after({}, {SendPressed{}}).effects.empty());
}

BOOST_AUTO_TEST_CASE(links_lead_where_they_say) {
    BOOST_TEST((after(begun(), {BackFollowed{}}).effects == Effects{Go{CaseRoute{}}}));
    BOOST_TEST((after({}, {TrackFollowed{}}).effects == Effects{Go{TrackRoute{}}}));
    BOOST_TEST(
        (after(begun(), {ErrorFollowed{"feedback.reason"}}).effects == Effects{Focus{"feedback.reason"}}));
}

BOOST_AUTO_TEST_SUITE_END()
