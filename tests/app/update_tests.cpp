#include "core/app/model.h"
#include "core/protocol/messages.h"
#include "tests/screens/sample_case.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;
using namespace huiyin::app;
using namespace huiyin::screens;

namespace {

constexpr Instant noon{1'795'262'400'000};

/// The root of the portal, without a screen being drawn.
class Root {
public:
    explicit Root(Start start = {}) : m_city(tests::sample_city()) {
        start.now = noon;
        start.random_hex = "00112233445566778899aabbccddeeff";
        m_step = app::start(start, m_city);
    }

    Root& gets(Intent const& intent) {
        m_step = update(std::move(m_step.model), intent, m_city);
        return *this;
    }
    Root& answered(int status, std::string body = "") {
        return gets(Responded{model().last_fetch, {.status = status, .body = std::move(body)}});
    }
    /// Number and code are typed and sent off.
    Root& opens_case() {
        auto const key = tests::sample_key();
        gets(Visited{"/track", ""}).gets(track::Intent{track::NumberEdited{key.number.text()}});
        gets(track::Intent{track::CodeEdited{key.code.shown()}});
        return gets(track::Intent{track::OpenPressed{}});
    }
    Root& sees_case(CitizenCase const& shown) {
        return opens_case().answered(200, protocol::write_citizen_case(shown));
    }

    bool said(std::string_view key) const {
        for (Announce const& announce : m_step.announcements)
            if (announce.text.key() == key) return true;
        return false;
    }
    Model const& model() const { return m_step.model; }
    template <class Order>
    std::vector<Order> ordered() const {
        std::vector<Order> found;
        for (ShellOrder const& order : m_step.orders)
            if (auto const* wanted = std::get_if<Order>(&order)) found.push_back(*wanted);
        return found;
    }

private:
    City m_city;
    app::Step m_step;
};

CitizenCase sample_case() {
    auto shown = tests::replied_case();
    shown.number = tests::sample_key().number;
    return shown;
}

/// A draft as the shell gives it back.
KeptDraft kept(std::string const& id, std::string const& description, Instant saved_at = noon) {
    Draft draft{.idempotency_key = "key-" + id};
    draft.description = description;
    draft.saved_at = saved_at;
    return {.id = id, .text = protocol::write_draft(draft)};
}

/// One that can be sent.
KeptDraft complete(std::string const& id) {
    Draft draft{.nature = Nature::Complaint,
                .category_top = "environment",
                .category = {"environment.noise"},
                .district = {"dongcheng"},
                .description = "A building site is loud at night.",
                .visibility = Visibility::Anonymous,
                .idempotency_key = "key-" + id};
    draft.saved_at = noon - Duration::hours(1);
    return {.id = id, .text = protocol::write_draft(draft)};
}

Receipt const receipt_of_one{.number = CaseNumber::make({2026, 11, 20}, 1),
                             .access_code = "7Q4M-0K9T-AB12-CD34"};

AttachmentId file_id(char digit) { return {std::string(32, digit)}; }

/// A draft with a file, as the shell gives it back.
KeptDraft kept_with_file(std::string const& id, char digit,
                         AttachmentState state = AttachmentState::Waiting) {
    Draft draft{.description = "Loud at night.", .idempotency_key = "key-" + id};
    draft.attachments = {{file_id(digit), "a.pdf", FileKind::Pdf, 1'000, state}};
    return {.id = id, .text = protocol::write_draft(draft)};
}

Intent arrives(char digit) {
    return FileMoved{{.id = file_id(digit), .status = FileStatus::Done, .share = 1, .bytes = 1'000}};
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

BOOST_AUTO_TEST_CASE(a_kept_draft_is_offered_and_comes_back_with_its_key) {
    Root root({.drafts = {kept("one", "Loud at night.")}});
    BOOST_TEST_REQUIRE(root.model().begun.size() == 1U);
    BOOST_TEST(root.model().submit.draft.description == "");
    root.gets(home::Intent{home::DraftContinued{"one"}});
    BOOST_TEST(root.model().submit.draft.description == "Loud at night.");
    BOOST_TEST(root.model().submit.draft.idempotency_key == "key-one");
    BOOST_TEST(std::holds_alternative<SubmitRoute>(root.model().route));
}

BOOST_AUTO_TEST_CASE(the_form_goes_on_with_the_draft_of_its_tab_or_with_the_newest) {
    std::vector<KeptDraft> const drafts = {kept("old", "Loud at night.", noon - Duration::hours(2)),
                                           kept("new", "The lamp is out.", noon - Duration::hours(1))};
    Root const fresh({.path = "/submit/description", .drafts = drafts});
    BOOST_TEST(fresh.model().draft_id == "new");
    Root const again({.path = "/submit/description", .drafts = drafts, .used_draft = "old"});
    BOOST_TEST(again.model().submit.draft.description == "Loud at night.");
    Root const begun_anew({.path = "/submit", .drafts = drafts, .used_draft = "gone"});
    BOOST_TEST(begun_anew.model().submit.draft.description == "");
}

BOOST_AUTO_TEST_CASE(a_draft_that_is_broken_is_left_out) {
    Root const root({.drafts = {{.id = "one", .text = "{"}}});
    BOOST_TEST(root.model().begun.empty());
    BOOST_TEST(!root.model().submit.draft.idempotency_key.empty());
}

BOOST_AUTO_TEST_CASE(what_is_typed_is_kept_and_a_new_case_has_an_id_and_a_key_of_its_own) {
    Root root;
    root.gets(types("Loud at night."));
    BOOST_TEST_REQUIRE(root.ordered<KeepDraft>().size() == 1U);
    KeepDraft const first = root.ordered<KeepDraft>()[0];
    BOOST_TEST(first.text.find("Loud at night.") != std::string::npos);
    BOOST_TEST(!first.request.has_value());
    std::string const key = root.model().submit.draft.idempotency_key;
    root.gets(home::Intent{home::SubmitFollowed{}}).gets(types("The lamp is out."));
    BOOST_TEST(root.ordered<KeepDraft>().at(0).id != first.id);
    BOOST_TEST(root.model().submit.draft.idempotency_key != key);
    BOOST_TEST(root.model().begun.size() == 2U);
}

BOOST_AUTO_TEST_CASE(name_and_contact_are_kept_only_when_the_person_says_so_and_never_for_an_anonymous_case) {
    Root root;
    root.gets(submit::Intent{submit::VisibilityChosen{Visibility::Confidential}});
    root.gets(submit::Intent{submit::TextEdited{submit::TextOf::Name, "Lin Mei"}});
    auto const is_kept = [&] {
        return root.ordered<KeepDraft>().at(0).text.find("Lin Mei") != std::string::npos;
    };
    BOOST_TEST(!is_kept());
    root.gets(submit::Intent{submit::ContactKeepingChosen{true}});
    BOOST_TEST(is_kept());
    root.gets(submit::Intent{submit::VisibilityChosen{Visibility::Anonymous}});
    BOOST_TEST(!is_kept());
}

BOOST_AUTO_TEST_CASE(what_was_sent_with_a_name_is_not_left_on_the_device_when_the_case_is_anonymous_by_now) {
    KeptDraft named = complete("one");
    auto draft = protocol::read_draft(named.text);
    BOOST_REQUIRE(draft);
    draft->visibility = Visibility::Confidential;
    draft->name = "Lin Mei";
    draft->phone = "+86 138 0013 8000";
    draft->keeps_contact = true;
    named.text = protocol::write_draft(*draft);
    Root root({.path = "/submit/check", .drafts = {named}});
    auto const has_name = [](protocol::Request const& request) {
        return request.body.find("Lin Mei") != std::string::npos;
    };
    root.gets(LanguageArrived{"en"}).gets(submit::Intent{submit::SendPressed{}});
    BOOST_TEST_REQUIRE(root.ordered<KeepDraft>().at(0).request.has_value());
    BOOST_TEST(has_name(*root.ordered<KeepDraft>()[0].request));
    root.answered(0).gets(submit::Intent{submit::VisibilityChosen{Visibility::Anonymous}});
    root.gets(submit::Intent{submit::SendPressed{}});
    BOOST_TEST_REQUIRE(root.ordered<KeepDraft>().at(0).request.has_value());
    BOOST_TEST(!has_name(*root.ordered<KeepDraft>()[0].request));
    // The one with the name had arrived: it is asked for its receipt, but from this page alone.
    root.answered(422, R"({"code":"idempotency_key_reused"})");
    BOOST_TEST(has_name(root.ordered<Fetch>().at(0).request));
    KeepDraft const left = root.ordered<KeepDraft>().at(0);
    BOOST_TEST(left.text.find("Lin Mei") == std::string::npos);
    BOOST_TEST(!left.request.has_value());
}

BOOST_AUTO_TEST_CASE(on_a_shared_computer_nothing_is_kept_and_what_was_is_deleted) {
    Root root({.drafts = {kept("one", "Loud at night.")}});
    root.gets(types("The lamp is out.")).gets(submit::Intent{submit::SharedChosen{true}});
    BOOST_TEST(root.ordered<DropAllDrafts>().size() == 1U);
    BOOST_TEST((root.ordered<Keep>().at(0) == Keep{"shared", "yes"}));
    root.gets(types("The lamp is out again."));
    BOOST_TEST(root.ordered<KeepDraft>().empty());
    BOOST_TEST_REQUIRE(home_of(root.model()).begun.size() == 1U);
    Root const next({.kept_shared = "yes", .drafts = {kept("one", "Loud at night.")}});
    BOOST_TEST(next.model().begun.empty());
}

BOOST_AUTO_TEST_CASE(one_draft_or_all_are_deleted_all_only_behind_a_question) {
    Root root({.drafts = {kept("one", "Loud at night."), kept("two", "The lamp is out.")}});
    root.gets(home::Intent{home::DraftDeleted{"one"}});
    BOOST_TEST((root.ordered<DropDraft>().at(0) == DropDraft{"one"}));
    BOOST_TEST(root.model().begun.size() == 1U);
    root.gets(home::Intent{home::DeleteAllPressed{}});
    BOOST_TEST(home_of(root.model()).is_asked);
    root.gets(home::Intent{home::DeleteAllAnswered{false}});
    BOOST_TEST(root.ordered<DropAllDrafts>().empty());
    BOOST_TEST(root.model().begun.size() == 1U);
    root.gets(home::Intent{home::DeleteAllPressed{}}).gets(home::Intent{home::DeleteAllAnswered{true}});
    BOOST_TEST(root.ordered<DropAllDrafts>().size() == 1U);
    BOOST_TEST(root.model().begun.empty());
}

BOOST_AUTO_TEST_CASE(files_go_with_the_draft_that_is_deleted) {
    Root root({.drafts = {kept_with_file("one", 'a'), kept_with_file("two", 'b')}});
    root.gets(home::Intent{home::DraftDeleted{"one"}});
    BOOST_TEST((root.ordered<app::DropFile>() == std::vector{app::DropFile{std::string(32, 'a')}}));
    root.gets(home::Intent{home::DeleteAllPressed{}}).gets(home::Intent{home::DeleteAllAnswered{true}});
    BOOST_TEST((root.ordered<app::DropFile>() == std::vector{app::DropFile{std::string(32, 'b')}}));
}

BOOST_AUTO_TEST_CASE(on_a_shared_computer_this_visit_sends_its_own_files_and_stops_nobody_elses) {
    Root root({.drafts = {kept_with_file("one", 'a'), kept_with_file("two", 'b')}});
    root.gets(home::Intent{home::DraftContinued{"two"}}).gets(submit::Intent{submit::SharedChosen{true}});
    BOOST_TEST((root.ordered<app::LeaveFile>() == std::vector{app::LeaveFile{std::string(32, 'a')}}));
    BOOST_TEST(root.ordered<app::DropFile>().empty());
}

BOOST_AUTO_TEST_CASE(a_file_of_an_earlier_visit_goes_on_as_it_is_unless_it_has_arrived) {
    Root root({.drafts = {kept_with_file("one", 'a'), kept_with_file("two", 'b', AttachmentState::Stored)}});
    root.gets(home::Intent{home::DraftContinued{"two"}});
    BOOST_TEST(root.ordered<app::SendFile>().empty());
    root.gets(home::Intent{home::DraftContinued{"one"}});
    app::SendFile const as_it_is{std::string(32, 'a'), "a.pdf", false, true};
    BOOST_TEST((root.ordered<app::SendFile>() == std::vector{as_it_is}));
}

BOOST_AUTO_TEST_CASE(a_file_that_arrives_while_another_case_is_in_the_form_is_known_to_have_arrived) {
    Root root({.drafts = {kept_with_file("one", 'a'), kept("two", "Loud at night.")}});
    root.gets(home::Intent{home::DraftContinued{"one"}}).gets(home::Intent{home::DraftContinued{"two"}});
    root.gets(arrives('a'));
    BOOST_TEST_REQUIRE(root.ordered<KeepDraft>().size() == 1U);
    BOOST_TEST(root.ordered<KeepDraft>()[0].id == "one");
    BOOST_TEST(root.ordered<KeepDraft>()[0].text.find("stored") != std::string::npos);
    root.gets(home::Intent{home::DraftContinued{"one"}});
    BOOST_TEST(root.ordered<app::SendFile>().empty());
}

BOOST_AUTO_TEST_CASE(a_file_that_another_tab_has_sent_has_arrived_here_too) {
    Root root({.path = "/submit/description", .drafts = {kept_with_file("one", '1')}, .used_draft = "one"});
    BOOST_TEST(!root.ordered<app::SendFile>().empty());
    root.gets(types("Loud at night, again."));
    root.gets(DraftsChanged{{kept_with_file("one", '1', AttachmentState::Stored)}});
    Draft const& draft = root.model().submit.draft;
    BOOST_TEST((draft.attachments.at(0).state == AttachmentState::Stored));
    BOOST_TEST(draft.description == "Loud at night, again.");
}

BOOST_AUTO_TEST_CASE(the_receipt_of_an_earlier_text_lists_no_files_of_the_later_one) {
    KeptDraft begun = kept_with_file("one", '1');
    Draft draft = *protocol::read_draft(begun.text);
    draft.sent = {tests::sample_submission()};
    begun.text = protocol::write_draft(draft);
    begun.answer = protocol::Response{.status = 201, .body = protocol::write_receipt(receipt_of_one)};
    Root root({.drafts = {begun}});
    root.gets(home::Intent{home::ReceiptFollowed{"one"}});
    BOOST_TEST(root.model().receipt.receipt.has_value());
    BOOST_TEST(root.model().receipt.had_arrived_before);
    BOOST_TEST(root.model().receipt.attachments.empty());
}

BOOST_AUTO_TEST_CASE(what_another_tab_has_kept_is_taken_over_and_what_is_older_is_not) {
    Root root({.path = "/submit/description", .drafts = {kept("one", "Loud.", noon - Duration::hours(1))}});
    root.gets(types("Loud at night."));
    root.gets(DraftsChanged{{kept("one", "Loud.", noon - Duration::hours(1))}});
    BOOST_TEST(root.model().submit.draft.description == "Loud at night.");
    root.gets(DraftsChanged{{kept("one", "Loud at night and by day.", noon + Duration::minutes(1))}});
    BOOST_TEST(root.model().submit.draft.description == "Loud at night and by day.");
    root.gets(DraftsChanged{{}});
    BOOST_TEST(root.model().submit.draft.description == "");
    BOOST_TEST(root.model().draft_id != "one");
}

BOOST_AUTO_TEST_CASE(the_answer_to_one_case_leaves_another_alone_that_is_being_written_meanwhile) {
    for (bool const is_shared : {false, true}) {
        Root root({.path = "/submit/check", .drafts = {complete("one")}});
        root.gets(LanguageArrived{"en"});
        if (is_shared) root.gets(submit::Intent{submit::SharedChosen{true}});
        root.gets(submit::Intent{submit::SendPressed{}});
        std::uint64_t const sending = root.model().last_fetch;
        root.gets(LinkFollowed{HomeRoute{}}).gets(home::Intent{home::SubmitFollowed{}});
        root.gets(types("The lamp is out."));
        root.gets(Responded{sending, {.status = 201, .body = protocol::write_receipt(receipt_of_one)}});
        BOOST_TEST(root.model().submit.draft.description == "The lamp is out.");
        BOOST_TEST(std::holds_alternative<SubmitRoute>(root.model().route));
        BOOST_TEST(root.ordered<DropDraft>().empty());
        BOOST_TEST(root.said("outbox.sent"));
        root.gets(home::Intent{home::ReceiptFollowed{"one"}});
        BOOST_TEST((root.model().receipt.receipt == receipt_of_one));
        BOOST_TEST((root.ordered<DropDraft>() == std::vector{DropDraft{"one"}}));
        BOOST_TEST(root.model().submit.draft.description == "The lamp is out.");
    }
}

BOOST_AUTO_TEST_CASE(a_receipt_that_is_known_is_not_waited_for_again) {
    Root root({.path = "/submit/check", .drafts = {complete("one")}});
    root.gets(submit::Intent{submit::SendPressed{}});
    KeepDraft const sent = root.ordered<KeepDraft>().at(0);
    std::uint64_t const sending = root.model().last_fetch;
    root.gets(LinkFollowed{HomeRoute{}}).gets(home::Intent{home::SubmitFollowed{}});
    root.gets(Responded{sending, {.status = 201, .body = protocol::write_receipt(receipt_of_one)}});
    root.gets(DraftsChanged{{{.id = "one", .text = sent.text, .is_waiting = true}}});
    BOOST_TEST_REQUIRE(root.model().begun.size() == 1U);
    BOOST_TEST(std::holds_alternative<Receipt>(root.model().begun[0].state));
}

BOOST_AUTO_TEST_CASE(what_was_never_kept_stays_in_the_form_when_others_tell_what_they_keep) {
    Root root;
    root.gets(LanguageArrived{"en"}).gets(types("Loud at night.")).gets(DraftsRefused{});
    root.gets(DraftsChanged{{}});
    BOOST_TEST(root.model().submit.draft.description == "Loud at night.");
    BOOST_TEST(home_of(root.model()).begun.size() == 1U);
}

BOOST_AUTO_TEST_CASE(what_waits_is_not_said_to_be_sent_any_more_where_nothing_is_kept) {
    Root root({.path = "/submit/check", .drafts = {complete("one")}});
    root.gets(submit::Intent{submit::SendPressed{}}).answered(0);
    root.gets(submit::Intent{submit::TryNowPressed{}});
    BOOST_TEST(root.model().submit.is_trying);
    root.gets(DraftsRefused{});
    BOOST_TEST(!root.model().submit.is_trying);
    BOOST_TEST(!root.model().is_sending_waiting);
    root.gets(submit::Intent{submit::TryNowPressed{}}).gets(DraftsRefused{});
    BOOST_TEST(!root.model().submit.is_trying);
    BOOST_TEST(!root.model().is_sending_waiting);
}

BOOST_AUTO_TEST_CASE(a_shared_computer_is_shared_in_every_tab) {
    Root root({.drafts = {kept("one", "Loud at night.")}});
    root.gets(types("The lamp is out.")).gets(SharingChanged{true});
    BOOST_TEST((root.model().keeping == Keeping::Shared));
    BOOST_TEST(root.ordered<DropAllDrafts>().size() == 1U);
    BOOST_TEST(home_of(root.model()).begun.size() == 1U);
    BOOST_TEST(root.gets(types("The lamp is out again.")).ordered<KeepDraft>().empty());
    BOOST_TEST(root.gets(SharingChanged{true}).ordered<DropAllDrafts>().empty());
    BOOST_TEST(root.gets(SharingChanged{false}).ordered<KeepDraft>().size() == 1U);
}

BOOST_AUTO_TEST_CASE(that_a_computer_is_not_shared_does_not_make_a_browser_keep_anything) {
    Root root;
    root.gets(LanguageArrived{"en"}).gets(DraftsRefused{}).gets(SharingChanged{false});
    BOOST_TEST((root.model().keeping == Keeping::Refused));
}

BOOST_AUTO_TEST_CASE(a_browser_that_keeps_nothing_is_said_and_nothing_is_promised) {
    Root root;
    root.gets(LanguageArrived{"en"}).gets(types("Loud at night.")).gets(DraftsRefused{});
    BOOST_TEST((root.model().keeping == Keeping::Refused));
    BOOST_TEST(root.said("drafts.not_kept"));
    BOOST_TEST(home_of(root.model()).begun.size() == 1U);
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
