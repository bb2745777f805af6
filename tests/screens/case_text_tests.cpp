#include "core/base/find.h"
#include "core/screens/case_page/page.h"
#include "tests/i18n/language_support.h"
#include "tests/screens/sample_case.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace huiyin;
using namespace huiyin::screens::case_page;
using namespace huiyin::tests;

namespace {

i18n::Language const& english() {
    static auto const language = speaking_as_published("en");
    return *language;
}

Page page(CitizenCase const& subject) { return page_of(subject, english()); }

std::string words(i18n::Text const& text) { return english().format(text); }

CaseStory closed(Outcome outcome) {
    return CaseStory()
        .dispatched()
        .replied({.outcome = outcome, .text = "Done what could be done.", .grounds = "A permit."})
        .takes(huiyin::Step::Close);
}

std::string value_of(std::vector<ui::SummaryLine> const& lines, std::string_view name) {
    auto const found = find_in(lines, name, &ui::SummaryLine::name);
    return found == lines.end() ? "no such line" : words(found->value);
}

std::string all_lines(ui::TimelineEntry const& entry) {
    std::string all;
    for (i18n::Text const& line : entry.lines)
        all += words(line) + "|";
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(case_text_tests)

BOOST_AUTO_TEST_CASE(the_title_is_the_nature_and_the_number) {
    CitizenCase const subject = shown(CaseStory());
    BOOST_TEST(words(page(subject).title).find("Complaint") != std::string::npos);
    BOOST_TEST(words(page(subject).title).find(subject.number.text()) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_closed_case_says_with_what_result) {
    for (auto const& [outcome, name] : Names<Outcome>::all) {
        i18n::Text const stage = page(shown(closed(outcome))).stage;
        BOOST_TEST(stage == i18n::tr("case.closed." + std::string(name)));
        BOOST_TEST(words(stage) != words(i18n::tr("stage.closed.label")));
    }
}

BOOST_AUTO_TEST_CASE(only_a_case_that_is_resolved_is_called_so) {
    BOOST_TEST(words(page(shown(closed(Outcome::Resolved))).stage) == "Closed – resolved");
    BOOST_TEST(words(page(shown(closed(Outcome::Partial))).stage) == "Closed – partly resolved");
    BOOST_TEST(words(page(shown(closed(Outcome::Unresolvable))).stage) == "Closed – not resolved");
    BOOST_TEST(words(page(shown(closed(Outcome::NotJustified))).stage) == "Closed – not resolved");
}

BOOST_AUTO_TEST_CASE(every_stage_has_its_words_and_what_they_mean) {
    CitizenCase subject = shown(CaseStory());
    for (auto const& [stage, name] : Names<Stage>::all) {
        subject.stage = stage;
        BOOST_TEST(!words(page(subject).stage).empty(), name);
        BOOST_TEST(!words(page(subject).meaning).empty(), name);
    }
}

BOOST_AUTO_TEST_CASE(the_newest_question_is_shown_while_it_waits_for_the_answer) {
    CaseStory story = CaseStory().dispatched().asks().says("Number 12.");
    BOOST_TEST(page(shown(story)).question.empty());
    story.takes({.step = huiyin::Step::AskCitizen, .text = "Which floor?"});
    BOOST_TEST(page(shown(story)).question.verbatim() == "Which floor?");
}

BOOST_AUTO_TEST_CASE(what_was_submitted_is_told_with_both_levels_of_its_category) {
    auto const lines = page(shown(CaseStory())).submitted;
    BOOST_TEST(value_of(lines, "category") == "Noise (Environment and cleanliness)");
    BOOST_TEST(value_of(lines, "district") == "Dongcheng");
    BOOST_TEST(value_of(lines, "description") == "A building site is loud at night.");
    BOOST_TEST(value_of(lines, "address") == "12 Lamp Market Street");
}

BOOST_AUTO_TEST_CASE(an_address_that_was_left_out_has_no_line) {
    Submission submission = sample_submission();
    submission.address.clear();
    BOOST_TEST(value_of(page(shown(CaseStory(submission))).submitted, "address") == "no such line");
}

BOOST_AUTO_TEST_CASE(a_description_keeps_its_language_where_it_is_known) {
    CitizenCase subject = shown(CaseStory());
    auto const language_of = [&](std::string tag) {
        subject.written_in.tag = {std::move(tag)};
        auto const lines = page(subject).submitted;
        return find_in(lines, "description", &ui::SummaryLine::name)->value.lang();
    };
    BOOST_TEST(language_of("ko") == "ko");
    BOOST_TEST(language_of("und") == "");
}

BOOST_AUTO_TEST_CASE(ids_that_no_catalogue_knows_are_shown_as_they_are) {
    CitizenCase subject = shown(CaseStory());
    subject.category = {"space.rockets"};
    subject.district = {"moon"};
    auto const lines = page(subject).submitted;
    BOOST_TEST(value_of(lines, "category").find("space.rockets") != std::string::npos);
    BOOST_TEST(value_of(lines, "district") == "moon");
}

BOOST_AUTO_TEST_CASE(the_timeline_begins_with_the_newest_and_keeps_its_ids) {
    CaseStory story = CaseStory().dispatched();
    BOOST_TEST(page(shown(story)).timeline.front().title == i18n::tr("step.dispatch.label"));
    BOOST_TEST(page(shown(story)).timeline.back().name == "event1");
    story.says("It was loud again.");
    BOOST_TEST(page(shown(story)).timeline.front().name == "event3");
    BOOST_TEST(page(shown(story)).timeline.back().name == "event1");
    BOOST_TEST(all_lines(page(shown(story)).timeline.front()).find("It was loud again.") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_newest_reply_is_not_told_twice_and_an_older_one_is_kept) {
    CaseStory story = CaseStory().dispatched().later(Duration::hours(1)).replied();
    BOOST_TEST(all_lines(page(shown(story)).timeline.front()).find("rests at night") == std::string::npos);
    story.later(Duration::hours(1)).reopened().later(Duration::hours(1)).replied({.text = "Now it is shut."});
    auto const timeline = page(shown(story)).timeline;
    BOOST_TEST(all_lines(timeline[0]).find("Now it is shut.") == std::string::npos);
    BOOST_TEST(all_lines(timeline[2]).find("rests at night") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(feedback_that_was_given_is_shown) {
    BOOST_TEST(page(replied_case()).feedback.empty());
    auto const story = CaseStory().dispatched().replied().rated({.resolved = Resolved::Partly});
    BOOST_TEST(value_of(page(shown(story)).feedback, "resolved") == "Partly");
    BOOST_TEST(value_of(page(shown(story)).feedback, "comment") == "no such line");
}

BOOST_AUTO_TEST_CASE(every_language_has_words_for_every_case) {
    for (i18n::LanguageInfo const& info : i18n::languages()) {
        auto const language = speaking_as_published(info.tag);
        for (CitizenCase const& subject : {shown(CaseStory()), replied_case(Outcome::NotJustified),
                                           shown(closed(Outcome::Partial).rated({}))}) {
            Page const told = page_of(subject, *language);
            BOOST_TEST(!language->format(told.title).empty());
            for (ui::SummaryLine const& line : told.submitted)
                BOOST_TEST(!language->format(line.term).empty());
            for (ui::TimelineEntry const& entry : told.timeline)
                BOOST_TEST(!language->format(entry.title).empty());
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
