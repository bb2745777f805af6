#include "tests/app/root.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;
using namespace huiyin::app;
using namespace huiyin::screens;
using tests::noon;
using tests::Root;

namespace {

CitizenCase sample_case() {
    auto shown = tests::replied_case();
    shown.number = tests::sample_key().number;
    return shown;
}

Intent types(std::string const& description) {
    return submit::Intent{submit::TextEdited{submit::TextOf::Description, description}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(update_tests)

BOOST_AUTO_TEST_CASE(the_portal_starts_in_the_language_that_was_kept) {
    Root const kept({.wished_languages = {"ar"}, .kept_language = "zh-Hans"});
    BOOST_TEST(kept.ordered<LoadLanguage>().at(0).tag == "zh-Hans");
    Root const wished({.wished_languages = {"tlh", "ar-EG"}});
    BOOST_TEST(wished.ordered<LoadLanguage>().at(0).tag == "ar");
}

BOOST_AUTO_TEST_CASE(a_chosen_language_is_shown_and_kept_when_it_has_come) {
    Root root;
    root.gets(LanguageArrived{"en"});
    BOOST_TEST(root.model().language == "en");
    BOOST_TEST(root.ordered<Keep>().empty());
    root.gets(LanguageChosen{"ar"});
    BOOST_TEST(root.ordered<LoadLanguage>().at(0).tag == "ar");
    BOOST_TEST(root.model().language == "en");
    root.gets(LanguageArrived{"ar"});
    BOOST_TEST(root.model().language == "ar");
    BOOST_TEST((root.ordered<Keep>().at(0) == Keep{"language", "ar"}));
}

BOOST_AUTO_TEST_CASE(only_the_language_chosen_last_is_shown) {
    Root root;
    root.gets(LanguageArrived{"en"}).gets(LanguageChosen{"ar"}).gets(LanguageChosen{"zh-Hans"});
    root.gets(LanguageArrived{"ar"});
    BOOST_TEST(root.model().language == "en");
    root.gets(LanguageArrived{"zh-Hans"});
    BOOST_TEST(root.model().language == "zh-Hans");
}

BOOST_AUTO_TEST_CASE(a_language_that_nobody_has_is_not_asked_for) {
    Root root;
    root.gets(LanguageArrived{"en"}).gets(LanguageChosen{"tlh"});
    BOOST_TEST(root.ordered<LoadLanguage>().empty());
}

BOOST_AUTO_TEST_CASE(a_language_that_is_lost_leaves_the_old_one) {
    Root root;
    root.gets(LanguageArrived{"en"}).gets(LanguageChosen{"ar"}).gets(LanguageLost{"ar"});
    BOOST_TEST(root.model().language == "en");
    BOOST_TEST(root.model().wanted_language == "");
    BOOST_TEST(root.model().lost_language == "ar");
}

BOOST_AUTO_TEST_CASE(what_is_said_about_a_lost_language_goes_with_the_next_choice) {
    Root root;
    root.gets(LanguageArrived{"en"}).gets(LanguageChosen{"ar"}).gets(LanguageLost{"ar"});
    root.gets(LanguageLossRead{});
    BOOST_TEST(root.model().lost_language == "");
    root.gets(LanguageChosen{"ar"}).gets(LanguageLost{"ar"}).gets(LanguageChosen{"ar"});
    BOOST_TEST(root.model().lost_language == "");
    root.gets(LanguageLost{"ar"}).gets(LanguageChosen{"zh-Hans"}).gets(LanguageArrived{"zh-Hans"});
    BOOST_TEST(root.model().lost_language == "");
}

BOOST_AUTO_TEST_CASE(the_loss_of_a_language_that_nobody_waits_for_any_more_is_not_said) {
    Root root;
    root.gets(LanguageArrived{"en"}).gets(LanguageChosen{"ar"}).gets(LanguageChosen{"zh-Hans"});
    root.gets(LanguageLost{"ar"});
    BOOST_TEST(root.model().lost_language == "");
    BOOST_TEST(root.model().wanted_language == "zh-Hans");
}

BOOST_AUTO_TEST_CASE(without_its_first_language_the_portal_tries_english) {
    Root root({.wished_languages = {"ar"}});
    root.gets(LanguageLost{"ar"});
    BOOST_TEST(root.ordered<LoadLanguage>().at(0).tag == "en");
    root.gets(LanguageLost{"en"});
    BOOST_TEST(root.ordered<LoadLanguage>().empty());
}

BOOST_AUTO_TEST_CASE(each_address_shows_its_screen) {
    for (std::string_view const path : {"/", "/submit", "/submit/check", "/track", "/nowhere"}) {
        Root root;
        root.gets(Visited{std::string(path), ""});
        BOOST_TEST(root.model().route == route_of(path), path);
        BOOST_TEST(root.ordered<Visit>().empty(), path);
    }
}

BOOST_AUTO_TEST_CASE(pages_with_nothing_to_show_lead_to_number_and_code) {
    for (std::string_view const path : {"/receipt", "/feedback"}) {
        Root root;
        root.gets(Visited{std::string(path), ""});
        BOOST_TEST(root.model().route == Route(TrackRoute{}), path);
        BOOST_TEST((root.ordered<Visit>().at(0) == Visit{url_of(TrackRoute{}), false}), path);
    }
}

BOOST_AUTO_TEST_CASE(a_link_with_number_and_code_opens_the_case_and_leaves_no_trace) {
    auto const key = tests::sample_key();
    Root const root({.path = "/track", .fragment = key.number.text() + "&" + key.code.shown()});
    auto const fetches = root.ordered<Fetch>();
    BOOST_TEST_REQUIRE(fetches.size() == 1U);
    BOOST_TEST(fetches[0].request.target.ends_with(key.number.text()));
    BOOST_TEST(root.ordered<Visit>().at(0).url == "/track");
    BOOST_TEST(!root.ordered<Visit>().at(0).push);
}

BOOST_AUTO_TEST_CASE(a_broken_link_opens_nothing) {
    for (std::string const fragment : {"x", "&", "HY1&2", "HY20260302-000001-X&7Q4M-0K9T-ABCD-EFGH"})
        BOOST_TEST(Root({.path = "/track", .fragment = fragment}).ordered<Fetch>().empty(), fragment);
}

BOOST_AUTO_TEST_CASE(an_opened_case_is_shown) {
    Root root;
    root.sees_case(sample_case());
    BOOST_TEST(root.model().route == Route(CaseRoute{}));
    BOOST_TEST(std::holds_alternative<Ready<CitizenCase>>(root.model().case_page.shown));
}

BOOST_AUTO_TEST_CASE(who_left_the_form_is_not_fetched_back) {
    Root root;
    root.opens_case().gets(Visited{"/", ""});
    root.gets(Responded{root.model().last_fetch,
                        {.status = 200, .body = protocol::write_citizen_case(sample_case())}});
    BOOST_TEST(root.model().route == Route(HomeRoute{}));
    BOOST_TEST(root.ordered<Visit>().empty());
}

BOOST_AUTO_TEST_CASE(a_wrong_code_is_told_on_the_form) {
    Root root;
    root.opens_case().answered(404);
    BOOST_TEST(root.model().route == Route(TrackRoute{}));
    BOOST_TEST(std::holds_alternative<Failed>(root.model().track.opening));
}

BOOST_AUTO_TEST_CASE(an_answer_counts_once_and_only_when_it_was_asked_for) {
    Root root;
    root.gets(Responded{7, {.status = 200, .body = protocol::write_citizen_case(sample_case())}});
    BOOST_TEST(root.ordered<Visit>().empty());
    root.sees_case(sample_case());
    BOOST_TEST(root.model().pending.empty());
    Model const before = root.model();
    root.answered(200, protocol::write_citizen_case(sample_case()));
    BOOST_TEST((root.model() == before));
}

BOOST_AUTO_TEST_CASE(a_page_with_times_asks_to_be_woken_and_others_do_not) {
    Root root;
    root.sees_case(sample_case());
    root.gets(Woken{});
    BOOST_TEST((root.ordered<Wake>().at(0) == Wake{noon + Duration::minutes(1)}));
    root.gets(Visited{"/", ""}).gets(Woken{});
    BOOST_TEST(root.ordered<Wake>().empty());
}

BOOST_AUTO_TEST_CASE(a_camera_is_at_hand_for_every_case_of_a_visit) {
    app::Start with_camera;
    with_camera.has_camera = true;
    for (bool const is_there : {true, false}) {
        Root root(is_there ? with_camera : app::Start{});
        root.gets(LanguageArrived{"en"}).gets(types("Loud at night."));
        BOOST_TEST(root.model().submit.has_camera == is_there);
        root.gets(home::Intent{home::SubmitFollowed{}});
        BOOST_TEST(root.model().submit.draft.description.empty());
        BOOST_TEST(root.model().submit.has_camera == is_there);
    }
}

BOOST_AUTO_TEST_CASE(home_leads_to_the_other_screens) {
    Root root;
    root.gets(home::Intent{home::SubmitFollowed{}});
    BOOST_TEST(root.model().route == Route(SubmitRoute{}));
    BOOST_TEST(root.ordered<Visit>().at(0).push);
    root.gets(LinkFollowed{HomeRoute{}});
    BOOST_TEST(root.model().route == Route(HomeRoute{}));
    root.gets(home::Intent{home::TrackFollowed{}});
    BOOST_TEST(root.model().route == Route(TrackRoute{}));
    root.gets(Visited{"/nowhere", ""}).gets(LinkFollowed{HelpRoute{}});
    BOOST_TEST(root.model().route == Route(HelpRoute{}));
    root.gets(LinkFollowed{HomeRoute{}});
    BOOST_TEST(root.model().route == Route(HomeRoute{}));
}

BOOST_AUTO_TEST_CASE(feedback_begins_with_the_case_that_is_shown) {
    Root root;
    root.sees_case(sample_case()).gets(case_page::Intent{case_page::FeedbackFollowed{}});
    BOOST_TEST(root.model().route == Route(FeedbackRoute{}));
    BOOST_TEST((root.model().feedback.key == tests::sample_key()));
}

BOOST_AUTO_TEST_SUITE_END()
