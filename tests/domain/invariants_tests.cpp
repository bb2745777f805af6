#include "core/domain/invariants.h"
#include "tests/support/case_story.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <functional>

using namespace huiyin;
using tests::CaseStory;
using Broken = std::vector<std::string_view>;

namespace {

constexpr auto per_element = boost::test_tools::per_element();

CaseStory whole_life() {
    CaseStory story;
    story.dispatched().takes(Step::Contact).asks().later(Duration::hours(3)).says("House 7.");
    story.replied().rated({}).reopened().takes(Step::Contact).replied().takes(Step::Close);
    return story;
}

struct Damage {
    std::string_view invariant;
    std::function<void(Case&)> done;
};

} // namespace

BOOST_AUTO_TEST_SUITE(invariants_tests)

BOOST_AUTO_TEST_CASE(whatever_the_table_allows_keeps_them) {
    BOOST_TEST(broken_invariants(whole_life().subject()) == Broken{}, per_element);
    BOOST_TEST(broken_invariants(CaseStory().subject()) == Broken{}, per_element);
    BOOST_TEST(broken_invariants(CaseStory().takes(Step::Withdraw).subject()) == Broken{}, per_element);
}

BOOST_AUTO_TEST_CASE(a_clock_that_was_set_back_breaks_none) {
    CaseStory story;
    story.dispatched().later(Duration::hours(-5)).takes(Step::Contact);
    BOOST_TEST(broken_invariants(story.subject()) == Broken{}, per_element);
}

BOOST_AUTO_TEST_CASE(each_damage_is_named) {
    Damage const damages[] = {
        {"first_event", [](Case& subject) { subject.events.clear(); }},
        {"first_event", [](Case& subject) { subject.events.front().step = Step::Handle; }},
        {"time_runs_back",
         [](Case& subject) { subject.events[1].at = subject.created_at - Duration::hours(1); }},
        {"step_not_in_table", [](Case& subject) { subject.events.erase(subject.events.begin() + 1); }},
        {"stage", [](Case& subject) { subject.stage = Stage::Replied; }},
        {"unit_missing", [](Case& subject) { subject.unit.reset(); }},
        {"reply_missing", [](Case& subject) { subject.reply.reset(); }},
        {"grounds_missing", [](Case& subject) { subject.reply->outcome = Outcome::NotJustified; }},
        {"anonymous_contact", [](Case& subject) { subject.submission.visibility = Visibility::Anonymous; }},
        {"contact_missing", [](Case& subject) { subject.submission.contact.reset(); }},
        {"clock_missing", [](Case& subject) { subject.clocks.clear(); }},
        {"clock_runs_back",
         [](Case& subject) { subject.clocks[0].due_at = subject.clocks[0].started_at - Duration::hours(1); }},
    };
    for (Damage const& damage : damages) {
        Case subject = whole_life().subject();
        damage.done(subject);
        Broken const broken = broken_invariants(subject);
        BOOST_TEST((std::find(broken.begin(), broken.end(), damage.invariant) != broken.end()),
                   damage.invariant);
    }
}

BOOST_AUTO_TEST_SUITE_END()
