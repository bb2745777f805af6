#include "core/base/find.h"
#include "core/protocol/messages.h"
#include "core/screens/failure_words.h"
#include "core/screens/submit/fields.h"
#include "core/screens/submit/submit.h"
#include "tests/screens/effects.h"
#include "tests/support/sample_city.h"

#include <boost/test/unit_test.hpp>

#include <map>

using namespace huiyin;
using namespace huiyin::screens;
using namespace huiyin::screens::submit;
using namespace huiyin::tests;

namespace {

Instant const now = *parse_rfc3339("2026-11-20T14:00:00Z");

Draft filled_draft() {
    return {.nature = Nature::Complaint,
            .category_top = "environment",
            .category = {"environment.noise"},
            .district = {"dongcheng"},
            .address = "12 Lamp Market Street",
            .description = "A building site is loud at night.",
            .visibility = Visibility::Confidential,
            .name = "Lin Mei",
            .phone = "+86 10 1234 5678",
            .idempotency_key = "key-1"};
}

Receipt receipt_of(int sequence) {
    return {.number = CaseNumber::make({2026, 11, 20}, sequence), .access_code = "7Q4M-0K9T-AB12-CD34"};
}

/// The screen in a person's hands.
class Form {
public:
    explicit Form(SubmitPage page = SubmitPage::Nature, Draft draft = {.idempotency_key = "key-1"})
        : m_model{.page = page, .draft = std::move(draft)} {}

    Form& gets(Intent const& intent) {
        auto step = submit::update(m_model, intent, {m_city, now});
        m_model = std::move(step.model);
        m_effects = std::move(step.effects);
        return *this;
    }
    /// On a browser that keeps nothing, or a shared one.
    Form& unkept() {
        m_model.keeping = Keeping::Shared;
        return *this;
    }
    Form& types(TextOf field, std::string text) { return gets(TextEdited{field, std::move(text)}); }
    Form& fails(std::string code) { return gets(SendFinished{Failed{std::move(code)}}); }

    Model const& model() const { return m_model; }
    Effects const& effects() const { return m_effects; }
    template <class Order>
    bool ordered(Order const& order) const {
        return has_order(m_effects, order);
    }
    bool is_told(std::string_view field, std::string_view code) const {
        Problem const wanted{std::string(field), std::string(code)};
        return find_in(m_model.problems, wanted) != m_model.problems.end();
    }
    bool is_loading() const { return std::holds_alternative<Loading>(m_model.sending); }
    /// What was ordered to be sent; fails the test when nothing or more than one was.
    SendCase sent() const {
        auto const sent = orders<SendCase>(m_effects);
        BOOST_TEST_REQUIRE(sent.size() == 1);
        return sent.front();
    }

private:
    City m_city = sample_city();
    Model m_model;
    Effects m_effects;
};

/// Keeps keys as api.md says.
class Hotline {
public:
    SendFinished receives(SendCase const& order) {
        auto const [kept, is_new] = m_kept.try_emplace(
            order.idempotency_key, Kept{order.submission, receipt_of(static_cast<int>(m_kept.size()) + 1)});
        if (kept->second.submission == order.submission) return {kept->second.receipt};
        return {Failed{"idempotency_key_reused"}};
    }
    std::size_t cases() const { return m_kept.size(); }

private:
    struct Kept {
        Submission submission;
        Receipt receipt;
    };
    std::map<std::string, Kept> m_kept;
};

/// The page is closed and opened again; only what was saved is left.
Form reloaded(Form const& form) {
    auto const saved = orders<SaveDraft>(form.effects());
    BOOST_TEST_REQUIRE(!saved.empty());
    auto draft = protocol::read_draft(protocol::write_draft(saved.back().draft));
    BOOST_TEST_REQUIRE(draft.has_value());
    return Form(SubmitPage::Check, *draft);
}

} // namespace

BOOST_AUTO_TEST_SUITE(submit_tests)

BOOST_AUTO_TEST_CASE(every_answer_is_kept_and_saved) {
    Form form;
    form.gets(NatureChosen{Nature::Help});
    BOOST_TEST((form.model().draft.nature == Nature::Help));
    BOOST_TEST(form.ordered(SaveDraft{form.model().draft}));
    form.gets(TopCategoryChosen{"environment"}).gets(CategoryChosen{{"environment.air"}});
    BOOST_TEST(form.model().draft.category.value == "environment.air");
    BOOST_TEST(form.ordered(SaveDraft{form.model().draft}));
    form.gets(DistrictChosen{{"haidian"}});
    BOOST_TEST(form.model().draft.district.value == "haidian");
    BOOST_TEST(form.ordered(SaveDraft{form.model().draft}));
    form.gets(VisibilityChosen{Visibility::PublicName});
    BOOST_TEST((form.model().draft.visibility == Visibility::PublicName));
    BOOST_TEST(form.ordered(SaveDraft{form.model().draft}));
}

BOOST_AUTO_TEST_CASE(every_text_goes_into_its_own_field) {
    Form form;
    form.types(TextOf::Address, "a").types(TextOf::Description, "d").types(TextOf::Name, "n");
    form.types(TextOf::Phone, "p").types(TextOf::Email, "e");
    Draft const& draft = form.model().draft;
    BOOST_TEST(draft.address + draft.description + draft.name + draft.phone + draft.email == "adnpe");
    BOOST_TEST(form.ordered(SaveDraft{draft}));
}

BOOST_AUTO_TEST_CASE(another_field_of_life_takes_the_category_away) {
    Form form(SubmitPage::Category, filled_draft());
    form.gets(TopCategoryChosen{"environment"});
    BOOST_TEST(form.model().draft.category.value == "environment.noise");
    form.gets(TopCategoryChosen{"utilities"}).gets(TopCategoryChosen{"environment"});
    BOOST_TEST(form.model().draft.category.empty());
}

BOOST_AUTO_TEST_CASE(the_only_leaf_is_chosen_with_its_top) {
    Form form(SubmitPage::Category);
    form.gets(TopCategoryChosen{"utilities"});
    BOOST_TEST(form.model().draft.category.value == "utilities.water");
}

BOOST_AUTO_TEST_CASE(a_category_of_life_and_death_is_answered_with_whom_to_call) {
    Announce const call{i18n::tr("urgency.life_safety.emergency"), Politeness::Assertive};
    Form form(SubmitPage::Category);
    BOOST_TEST(form.gets(CategoryChosen{{"safety.fire"}}).ordered(call));
    BOOST_TEST(!form.gets(CategoryChosen{{"environment.air"}}).ordered(call));
}

BOOST_AUTO_TEST_CASE(a_topic_that_was_sought_and_found_is_chosen_with_its_top_and_shown) {
    Form form(SubmitPage::Category);
    i18n::Text const count = i18n::tr("search.count", {{"count", 1}});
    form.gets(TopicSought{{"smoke", true}, count});
    BOOST_TEST((form.model().search == TopicSearch{"smoke", true}));
    BOOST_TEST(form.ordered(Announce{count}));
    form.gets(TopicFound{{"environment.air"}});
    BOOST_TEST(form.model().draft.category_top == "environment");
    BOOST_TEST(form.model().draft.category.value == "environment.air");
    BOOST_TEST((form.model().search == TopicSearch{}));
    BOOST_TEST(form.ordered(SaveDraft{form.model().draft}));
    BOOST_TEST(form.ordered(Focus{"submit.category.environment.air"}));
}

BOOST_AUTO_TEST_CASE(what_was_sought_is_not_kept_for_another_page) {
    Form form(SubmitPage::Category, filled_draft());
    form.gets(TopicSought{{"smoke", true}}).gets(ContinuePressed{}).gets(PageVisited{SubmitPage::Category});
    BOOST_TEST((form.model().search == TopicSearch{}));
}

BOOST_AUTO_TEST_CASE(continue_leads_from_page_to_page) {
    Form form(SubmitPage::Nature, filled_draft());
    for (SubmitPage const next : {SubmitPage::Category, SubmitPage::Place, SubmitPage::Description,
                                  SubmitPage::Contact, SubmitPage::Check}) {
        form.gets(ContinuePressed{});
        BOOST_TEST(form.ordered(Go{SubmitRoute{next}}));
        BOOST_TEST((form.model().page == next));
    }
    BOOST_TEST(form.gets(ContinuePressed{}).effects().empty());
}

BOOST_AUTO_TEST_CASE(continue_tells_all_problems_of_its_page_and_of_no_other) {
    Form form(SubmitPage::Nature);
    form.gets(ContinuePressed{});
    BOOST_TEST((form.model().problems == Problems{{"nature", "required"}}));
    BOOST_TEST(form.ordered(Focus{"errors"}));
    BOOST_TEST(orders<Go>(form.effects()).empty());
    form.gets(PageVisited{SubmitPage::Contact}).gets(VisibilityChosen{Visibility::PublicName});
    form.types(TextOf::Email, "nobody").gets(ContinuePressed{});
    BOOST_TEST(form.is_told("contact.name", "required"));
    BOOST_TEST(form.is_told("contact.email", "invalid"));
    BOOST_TEST(form.is_told("nature", "required"));
    BOOST_TEST(form.model().problems.size() == 3U);
}

BOOST_AUTO_TEST_CASE(pressing_continue_twice_tells_each_problem_once) {
    Form form(SubmitPage::Place);
    form.gets(ContinuePressed{}).gets(ContinuePressed{});
    BOOST_TEST((form.model().problems == Problems{{"district", "required"}}));
}

BOOST_AUTO_TEST_CASE(a_problem_goes_when_its_field_is_put_right_and_not_before) {
    Form form(SubmitPage::Description);
    form.gets(ContinuePressed{});
    BOOST_TEST(form.is_told("description", "required"));
    form.types(TextOf::Description, "short");
    BOOST_TEST(form.is_told("description", "too_short"));
    form.types(TextOf::Description, "long enough at last");
    BOOST_TEST(form.model().problems.empty());
}

BOOST_AUTO_TEST_CASE(an_email_puts_the_missing_phone_right) {
    Form form(SubmitPage::Contact);
    form.gets(VisibilityChosen{Visibility::Confidential}).gets(ContinuePressed{});
    BOOST_TEST(form.is_told("contact.phone", "phone_or_email"));
    form.types(TextOf::Email, "lin@example.org");
    BOOST_TEST(form.model().problems.empty());
}

BOOST_AUTO_TEST_CASE(choosing_to_be_anonymous_asks_for_nothing_more_and_forgets_nothing) {
    Form form(SubmitPage::Contact, filled_draft());
    form.types(TextOf::Phone, "no number").gets(ContinuePressed{});
    BOOST_TEST(form.is_told("contact.phone", "invalid"));
    form.gets(VisibilityChosen{Visibility::Anonymous});
    BOOST_TEST(form.model().problems.empty());
    BOOST_TEST(form.model().draft.phone == "no number");
    BOOST_TEST(!cleaned_submission(form.model().draft).contact);
}

BOOST_AUTO_TEST_CASE(a_problem_of_another_page_stays) {
    Form form(SubmitPage::Nature);
    form.gets(ContinuePressed{}).gets(PageVisited{SubmitPage::Place}).gets(DistrictChosen{{"haidian"}});
    BOOST_TEST(form.is_told("nature", "required"));
}

BOOST_AUTO_TEST_CASE(back_leads_to_the_page_before_and_from_the_first_to_the_start) {
    Form form(SubmitPage::Category);
    form.gets(BackFollowed{});
    BOOST_TEST(form.ordered(Go{SubmitRoute{SubmitPage::Nature}}));
    form.gets(BackFollowed{});
    BOOST_TEST(form.ordered(Go{HomeRoute{}}));
}

BOOST_AUTO_TEST_CASE(changing_an_answer_leads_back_to_the_check) {
    Form form(SubmitPage::Check, filled_draft());
    form.gets(ChangeFollowed{SubmitPage::Place});
    BOOST_TEST(form.ordered(Go{SubmitRoute{SubmitPage::Place}}));
    form.gets(PageVisited{SubmitPage::Place}).gets(DistrictChosen{{"haidian"}}).gets(ContinuePressed{});
    BOOST_TEST(form.ordered(Go{SubmitRoute{SubmitPage::Check}}));
    BOOST_TEST(!form.model().is_changing);
    form.gets(ChangeFollowed{SubmitPage::Nature}).gets(BackFollowed{});
    BOOST_TEST(form.ordered(Go{SubmitRoute{SubmitPage::Check}}));
}

BOOST_AUTO_TEST_CASE(any_page_can_be_visited_and_the_check_tells_what_is_left) {
    Form form;
    form.gets(PageVisited{SubmitPage::Description});
    BOOST_TEST((form.model().page == SubmitPage::Description));
    BOOST_TEST(form.effects().empty());
    form.gets(PageVisited{SubmitPage::Check});
    BOOST_TEST(form.model().problems.size() == 5U);
    BOOST_TEST(form.is_told("visibility", "required"));
}

BOOST_AUTO_TEST_CASE(a_line_of_the_summary_leads_to_its_field) {
    Form form(SubmitPage::Place);
    form.gets(ErrorFollowed{"submit.district"});
    BOOST_TEST(form.effects().size() == 1U);
    BOOST_TEST(form.ordered(Focus{"submit.district"}));
}

BOOST_AUTO_TEST_CASE(a_line_of_the_check_leads_to_the_page_of_its_field_and_back) {
    Form form;
    form.gets(PageVisited{SubmitPage::Check}).gets(ErrorFollowed{"submit.category.environment.noise"});
    BOOST_TEST_REQUIRE(form.effects().size() == 2U);
    BOOST_TEST((form.effects()[0] == Effect{Go{SubmitRoute{SubmitPage::Category}}}));
    BOOST_TEST((form.effects()[1] == Effect{Focus{"submit.category.environment.noise"}}));
    BOOST_TEST(form.is_told("category", "required"));
    BOOST_TEST(form.model().is_changing);
}

BOOST_AUTO_TEST_CASE(every_problem_leads_to_a_node_of_the_page_that_asks_for_it) {
    for (Problem const& problem : problems_on(SubmitPage::Check, {}, {sample_city(), now})) {
        SubmitPage const page = page_of_field(problem.field);
        BOOST_TEST((page != SubmitPage::Check), problem);
        BOOST_TEST((page_of_node(target_of_field(problem.field, {}, sample_city())) == page), problem);
    }
    BOOST_TEST((page_of_field("contact.email") == SubmitPage::Contact));
    BOOST_TEST((page_of_field("contacted") == SubmitPage::Check));
    BOOST_TEST(target_of_field("occurred_at", {}, sample_city()) == "submit.send");
}

BOOST_AUTO_TEST_CASE(the_missing_leaf_is_looked_for_below_its_top) {
    Draft const draft{.category_top = "environment"};
    BOOST_TEST(target_of_field("category", draft, sample_city()) == "submit.category.environment.noise");
    BOOST_TEST(target_of_field("category", {}, sample_city()) == "submit.top.environment");
    BOOST_TEST(target_of_field("category", {}, City{}) == "submit.top.");
}

BOOST_AUTO_TEST_CASE(texts_are_sent_cleaned_and_no_language_is_claimed) {
    Draft draft = filled_draft();
    draft.description = "  Cafe\u0301 is loud\r\nat night \u3000";
    draft.name = " Lin Mei ";
    Submission const submission = cleaned_submission(draft);
    BOOST_TEST(submission.description == "Caf\u00e9 is loud\nat night");
    BOOST_TEST(submission.contact->name == "Lin Mei");
    BOOST_TEST(!submission.language);
}

BOOST_AUTO_TEST_CASE(the_language_is_asked_for_when_the_text_is_shown_as_it_will_be_sent) {
    Form form(SubmitPage::Contact, filled_draft());
    form.gets(ContinuePressed{});
    BOOST_TEST(form.ordered(GuessLanguage{"A building site is loud at night."}));
    BOOST_TEST(!language_of_text(form.model()));
    form.gets(LanguageGuessed{"A building site is loud at night.", {"en"}});
    BOOST_TEST((language_of_text(form.model()) == LanguageTag{"en"}));
    form.gets(PageVisited{SubmitPage::Place}).gets(PageVisited{SubmitPage::Check});
    BOOST_TEST(form.effects().empty());
    BOOST_TEST(!cleaned_submission(form.model().draft).language);
}

BOOST_AUTO_TEST_CASE(another_text_is_asked_about_anew_and_answers_about_the_first_come_too_late) {
    Form form(SubmitPage::Check, filled_draft());
    form.gets(PageVisited{SubmitPage::Check}).gets(ChangeFollowed{SubmitPage::Description});
    form.types(TextOf::Description, "Жоғарғы қабатта түнде шу көп.").gets(ContinuePressed{});
    BOOST_TEST(form.ordered(GuessLanguage{"Жоғарғы қабатта түнде шу көп."}));
    form.gets(LanguageGuessed{"A building site is loud at night.", {"en"}});
    BOOST_TEST(!language_of_text(form.model()));
    form.gets(LanguageGuessed{"Жоғарғы қабатта түнде шу көп.", {"kk"}});
    BOOST_TEST((language_of_text(form.model()) == LanguageTag{"kk"}));
}

BOOST_AUTO_TEST_CASE(the_persons_word_on_the_language_is_kept_sent_and_asked_for_no_more) {
    Form form(SubmitPage::Check, filled_draft());
    form.gets(PageVisited{SubmitPage::Check}).gets(LanguageGuessed{filled_draft().description, {"ru"}});
    form.gets(ChangeFollowed{SubmitPage::Description, "submit.language"});
    BOOST_TEST(form.ordered(Focus{"submit.language"}));
    form.gets(LanguageSaid{{"kk"}});
    form = reloaded(form);
    BOOST_TEST((language_of_text(form.model()) == LanguageTag{"kk"}));
    form.gets(PageVisited{SubmitPage::Check});
    BOOST_TEST(form.effects().empty());
    form.gets(SendPressed{});
    BOOST_TEST((form.sent().submission.language == LanguageTag{"kk"}));
}

BOOST_AUTO_TEST_CASE(nothing_is_asked_about_no_text_or_one_that_is_too_long) {
    Form form;
    form.gets(PageVisited{SubmitPage::Check});
    BOOST_TEST(form.effects().empty());
    Draft draft = filled_draft();
    draft.description = std::string(4001, 'x');
    Form other(SubmitPage::Contact, draft);
    other.gets(PageVisited{SubmitPage::Check});
    BOOST_TEST(other.effects().empty());
}

BOOST_AUTO_TEST_CASE(what_only_the_hotline_can_refuse_is_told_until_that_field_is_changed) {
    Draft draft = filled_draft();
    draft.phone = "12345";
    Form form(SubmitPage::Check, draft);
    form.gets(SendPressed{}).gets(SendFinished{Problems{{"contact.phone", "invalid"}}});
    BOOST_TEST(form.is_told("contact.phone", "invalid"));
    BOOST_TEST(form.ordered(Focus{"errors"}));
    form.gets(ErrorFollowed{"submit.contact.phone"});
    BOOST_TEST((form.model().page == SubmitPage::Contact));
    form.types(TextOf::Name, "Lin Mei Yu");
    BOOST_TEST(form.is_told("contact.phone", "invalid"));
    BOOST_TEST(form.model().draft.phone == "12345");
    form.gets(PageVisited{SubmitPage::Check});
    BOOST_TEST(form.is_told("contact.phone", "invalid"));
    form.gets(PageVisited{SubmitPage::Contact}).types(TextOf::Phone, "138 0013 8000");
    BOOST_TEST(form.model().problems.empty());
    form.gets(SendPressed{});
    BOOST_TEST(form.sent().submission.contact->phone == "138 0013 8000");
}

BOOST_AUTO_TEST_CASE(sending_orders_what_is_left_to_be_saved_before_it_is_sent) {
    Form form(SubmitPage::Check, filled_draft());
    form.gets(SendPressed{});
    BOOST_TEST(form.is_loading());
    BOOST_TEST_REQUIRE(form.effects().size() == 3U);
    BOOST_TEST((form.effects()[0] == Effect{SaveDraft{form.model().draft, Sending::AsSoonAsPossible}}));
    BOOST_TEST((form.effects()[1] == Effect{SendCase{cleaned_submission(filled_draft()), "key-1"}}));
    BOOST_TEST((form.effects()[2] == Effect{Announce{i18n::tr("submit.sending")}}));
    BOOST_TEST((form.model().draft.sent == std::vector{cleaned_submission(filled_draft())}));
}

BOOST_AUTO_TEST_CASE(pressing_send_twice_sends_once) {
    Form form(SubmitPage::Check, filled_draft());
    form.gets(SendPressed{}).gets(SendPressed{});
    BOOST_TEST(form.effects().empty());
    BOOST_TEST(form.is_loading());
}

BOOST_AUTO_TEST_CASE(what_is_incomplete_is_not_sent) {
    Form form(SubmitPage::Check);
    form.gets(SendPressed{});
    BOOST_TEST(form.effects().size() == 1U);
    BOOST_TEST(form.ordered(Focus{"errors"}));
    BOOST_TEST(form.model().problems.size() == 5U);
    BOOST_TEST(form.model().draft.sent.empty());
}

BOOST_AUTO_TEST_CASE(an_accepted_case_gives_its_receipt) {
    Form form(SubmitPage::Check, filled_draft());
    form.gets(SendPressed{}).gets(SendFinished{receipt_of(1)});
    BOOST_TEST((form.model().sending == Remote<Receipt>{Ready<Receipt>{receipt_of(1)}}));
    BOOST_TEST((form.effects() == Effects{TakeReceipt{receipt_of(1)}}));
}

BOOST_AUTO_TEST_CASE(a_second_answer_changes_nothing) {
    Form form(SubmitPage::Check, filled_draft());
    form.gets(SendPressed{}).gets(SendFinished{receipt_of(1)});
    Model const before = form.model();
    for (SendFinished const& again : {SendFinished{receipt_of(2)}, SendFinished{Failed{"server"}},
                                      SendFinished{Problems{{"nature", "unknown"}}}})
        BOOST_TEST(form.gets(again).effects().empty());
    BOOST_TEST((form.model() == before));
}

BOOST_AUTO_TEST_CASE(an_answer_that_nobody_waits_for_is_not_told) {
    Form form(SubmitPage::Check, filled_draft());
    Model const before = form.model();
    BOOST_TEST(form.fails("server").effects().empty());
    BOOST_TEST((form.model() == before));
}

BOOST_AUTO_TEST_CASE(a_receipt_is_shown_however_late_it_comes) {
    Form form(SubmitPage::Check, filled_draft());
    form.gets(SendPressed{}).fails("slow").gets(SendFinished{receipt_of(1)});
    BOOST_TEST(form.ordered(TakeReceipt{receipt_of(1)}));
}

BOOST_AUTO_TEST_CASE(problems_that_the_hotline_finds_are_told_by_field) {
    Form form(SubmitPage::Check, filled_draft());
    form.gets(SendPressed{}).gets(SendFinished{Problems{{"district", "unknown"}}});
    BOOST_TEST(form.is_told("district", "unknown"));
    BOOST_TEST(form.ordered(Focus{"errors"}));
    BOOST_TEST(!form.is_loading());
    BOOST_TEST(form.model().draft.sent.empty());
    BOOST_TEST(form.model().draft.description == filled_draft().description);
}

BOOST_AUTO_TEST_CASE(a_failure_is_said_and_nothing_typed_is_lost) {
    for (std::string_view const code : failure_codes()) {
        Form form(SubmitPage::Check, filled_draft());
        form.unkept().gets(SendPressed{}).fails(std::string(code));
        BOOST_TEST((form.model().sending == Remote<Receipt>{Failed{std::string(code)}}), code);
        BOOST_TEST(form.ordered(Announce{failure_words({std::string(code)}), Politeness::Assertive}), code);
        Draft kept = form.model().draft;
        kept.sent.clear();
        BOOST_TEST((kept == filled_draft()), code);
        BOOST_TEST(!orders<SendCase>(form.gets(SendPressed{}).effects()).empty(), code);
    }
}

BOOST_AUTO_TEST_CASE(trying_again_sends_the_same_under_the_same_key) {
    Form form(SubmitPage::Check, filled_draft());
    SendCase const first = form.unkept().gets(SendPressed{}).sent();
    BOOST_TEST((form.fails("slow").gets(SendPressed{}).sent() == first));
    BOOST_TEST(form.model().draft.sent.size() == 1U);
}

BOOST_AUTO_TEST_CASE(without_a_connection_a_kept_case_waits_until_it_is_changed) {
    for (std::string const code :
         {"offline", "slow", "server", "bad_answer", "too_many", "conflict", "in_progress"}) {
        Form form(SubmitPage::Check, filled_draft());
        form.gets(SendPressed{}).fails(code);
        BOOST_TEST(form.model().is_waiting, code);
        BOOST_TEST(form.ordered(Announce{i18n::tr("outbox.waiting")}), code);
        BOOST_TEST(form.gets(SendPressed{}).effects().empty(), code);
        BOOST_TEST(form.gets(TryNowPressed{}).ordered(TrySending{}), code);
        form.types(TextOf::Description, "It is loud by day as well.");
        BOOST_TEST(!form.model().is_waiting, code);
        BOOST_TEST(form.ordered(SaveDraft{form.model().draft, Sending::Later}), code);
    }
}

BOOST_AUTO_TEST_CASE(what_is_not_sent_with_it_leaves_a_case_that_waits_as_it_is) {
    Form form(SubmitPage::Check, filled_draft());
    form.gets(SendPressed{}).fails("offline");
    BOOST_TEST(form.ordered(SaveDraft{form.model().draft, Sending::AsSoonAsPossible}));
    form.gets(ContactKeepingChosen{true});
    BOOST_TEST(form.model().is_waiting);
    BOOST_TEST(form.ordered(SaveDraft{form.model().draft, Sending::AsSoonAsPossible}));
}

BOOST_AUTO_TEST_CASE(what_was_changed_while_it_was_being_sent_does_not_wait) {
    Form form(SubmitPage::Check, filled_draft());
    form.gets(SendPressed{}).types(TextOf::Description, "It is loud by day as well.").fails("offline");
    BOOST_TEST(!form.model().is_waiting);
    BOOST_TEST(form.ordered(SaveDraft{form.model().draft, Sending::Later}));
    BOOST_TEST((form.model().sending == Remote<Receipt>{Failed{"offline"}}));
}

BOOST_AUTO_TEST_CASE(what_the_hotline_has_refused_is_not_sent_again_by_itself) {
    for (std::string const code : {"unreadable", "too_large", "not_found", "idempotency_key_reused"}) {
        Form form(SubmitPage::Check, filled_draft());
        form.gets(SendPressed{}).fails(code);
        BOOST_TEST(!form.model().is_waiting, code);
        BOOST_TEST(form.ordered(SaveDraft{form.model().draft, Sending::Later}), code);
    }
}

BOOST_AUTO_TEST_CASE(a_failure_is_not_told_any_more_after_another_page) {
    Form form(SubmitPage::Check, filled_draft());
    form.gets(SendPressed{}).fails("offline").gets(ChangeFollowed{SubmitPage::Place});
    BOOST_TEST((form.model().sending == Remote<Receipt>{NotAsked{}}));
}

BOOST_AUTO_TEST_CASE(turning_pages_while_sending_does_not_allow_a_second_send) {
    Form form(SubmitPage::Check, filled_draft());
    form.gets(SendPressed{}).gets(PageVisited{SubmitPage::Place}).gets(PageVisited{SubmitPage::Check});
    BOOST_TEST(form.gets(SendPressed{}).effects().empty());
}

BOOST_AUTO_TEST_CASE(a_lost_answer_a_reload_and_an_edit_never_make_a_second_case) {
    Hotline hotline;
    Form form(SubmitPage::Check, filled_draft());
    hotline.receives(form.gets(SendPressed{}).sent());
    Form later = reloaded(form);
    later.types(TextOf::Description, "It is loud by day as well.").gets(SendPressed{});
    later.gets(hotline.receives(later.sent()));
    BOOST_TEST(later.is_loading());
    BOOST_TEST(later.sent().submission.description == filled_draft().description);
    later.gets(hotline.receives(later.sent()));
    BOOST_TEST((later.model().sending == Remote<Receipt>{Ready<Receipt>{receipt_of(1)}}));
    BOOST_TEST(!stands_as_sent(later.model().draft));
    BOOST_TEST(hotline.cases() == 1U);
}

BOOST_AUTO_TEST_CASE(whichever_of_several_lost_texts_arrived_is_found) {
    for (int arrived = 0; arrived < 3; ++arrived) {
        Hotline hotline;
        Form form(SubmitPage::Check, filled_draft());
        for (int attempt = 0; attempt < 3; ++attempt) {
            form.types(TextOf::Description, "The attempt of number " + std::to_string(attempt));
            SendCase const sent = form.gets(SendPressed{}).sent();
            if (attempt == arrived) hotline.receives(sent);
            form.fails("offline");
        }
        form.types(TextOf::Description, "The attempt that is answered").gets(SendPressed{});
        for (int asked = 0; asked < 4 && form.is_loading(); ++asked)
            form.gets(hotline.receives(form.sent()));
        BOOST_TEST((form.model().sending == Remote<Receipt>{Ready<Receipt>{receipt_of(1)}}), arrived);
        BOOST_TEST(!stands_as_sent(form.model().draft), arrived);
        BOOST_TEST(hotline.cases() == 1U);
    }
}

BOOST_AUTO_TEST_CASE(an_answer_lost_on_the_way_back_is_asked_for_again) {
    Hotline hotline;
    Form form(SubmitPage::Check, filled_draft());
    hotline.receives(form.unkept().gets(SendPressed{}).sent());
    form.fails("slow").gets(SendPressed{}).gets(hotline.receives(form.sent()));
    BOOST_TEST(stands_as_sent(form.model().draft));
    BOOST_TEST(hotline.cases() == 1U);
}

BOOST_AUTO_TEST_CASE(a_key_used_by_another_window_is_told) {
    Form form(SubmitPage::Check, filled_draft());
    form.gets(SendPressed{}).fails("idempotency_key_reused");
    BOOST_TEST(form.ordered(Announce{i18n::tr("error.idempotency_key_reused"), Politeness::Assertive}));
    BOOST_TEST(orders<SendCase>(form.effects()).empty());
}

BOOST_AUTO_TEST_SUITE_END()
