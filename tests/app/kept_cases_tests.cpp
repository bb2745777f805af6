#include "tests/app/root.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;
using namespace huiyin::app;
using namespace huiyin::screens;
using tests::noon;
using tests::Root;

namespace {

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

BOOST_AUTO_TEST_SUITE(kept_cases_tests)

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
        root.gets(LinkFollowed{HomeRoute{}});
        BOOST_TEST((root.ordered<DropDraft>() == std::vector{DropDraft{"one"}}));
        BOOST_TEST(root.model().submit.draft.description == "The lamp is out.");
    }
}

/// What the shell has kept of a case whose receipt is shown.
KeptDraft kept_with_receipt(Root& root) {
    root.gets(submit::Intent{submit::SendPressed{}}).answered(201, protocol::write_receipt(receipt_of_one));
    BOOST_TEST_REQUIRE(root.ordered<KeepDraft>().size() == 1U);
    KeepDraft const kept = root.ordered<KeepDraft>()[0];
    BOOST_TEST(!kept.request.has_value());
    return {.id = kept.id, .text = kept.text, .answer = kept.answer};
}

BOOST_AUTO_TEST_CASE(a_receipt_stays_on_the_device_until_its_page_is_left) {
    KeptDraft begun = complete("one");
    Draft draft = *protocol::read_draft(begun.text);
    draft.visibility = Visibility::Confidential;
    draft.name = "Lin Mei";
    draft.phone = "+86 138 0013 8000";
    begun.text = protocol::write_draft(draft);
    Root sending({.path = "/submit/check", .drafts = {begun}});
    KeptDraft const left = kept_with_receipt(sending);
    BOOST_TEST(left.text.find("Lin Mei") == std::string::npos);
    BOOST_TEST((sending.model().submit.draft.description == ""));
    BOOST_TEST(sending.ordered<DropDraft>().empty());
    BOOST_TEST(sending.ordered<UseDraft>().back().id == "one");

    Root again({.path = "/receipt", .drafts = {left}, .used_draft = "one"});
    BOOST_TEST((again.model().route == Route{ReceiptRoute{}}));
    BOOST_TEST((again.model().receipt.receipt == receipt_of_one));
    BOOST_TEST(!again.model().receipt.had_arrived_before);
    BOOST_TEST(again.ordered<DropDraft>().empty());
    again.gets(LinkFollowed{HomeRoute{}});
    BOOST_TEST((again.ordered<DropDraft>() == std::vector{DropDraft{"one"}}));
    BOOST_TEST(again.ordered<UseDraft>().back().id == again.model().draft_id);
    BOOST_TEST(again.model().begun.empty());
}

BOOST_AUTO_TEST_CASE(
    that_an_earlier_text_had_arrived_is_told_again_behind_a_reload_though_only_the_contact_differs) {
    KeptDraft begun = complete("one");
    Draft draft = *protocol::read_draft(begun.text);
    draft.visibility = Visibility::Confidential;
    draft.phone = "+86 139 1111 1111";
    draft.sent = {submit::cleaned_submission(draft)};
    draft.phone = "+86 138 0013 8000";
    begun.text = protocol::write_draft(draft);
    Root sending({.path = "/submit/check", .drafts = {begun}});
    sending.gets(submit::Intent{submit::SendPressed{}});
    sending.answered(422, R"({"code":"idempotency_key_reused"})");
    sending.answered(201, protocol::write_receipt(receipt_of_one));
    BOOST_TEST(sending.model().receipt.had_arrived_before);
    KeepDraft const kept = sending.ordered<KeepDraft>().at(0);
    for (char const* phone : {"139", "138"})
        BOOST_TEST(kept.text.find(phone) == std::string::npos);

    KeptDraft const left{.id = kept.id, .text = kept.text, .answer = kept.answer};
    Root again({.path = "/receipt", .drafts = {left}, .used_draft = "one"});
    BOOST_TEST((again.model().receipt.receipt == receipt_of_one));
    BOOST_TEST(again.model().receipt.had_arrived_before);
}

BOOST_AUTO_TEST_CASE(who_comes_anew_gets_an_empty_form_and_the_receipt_stays_on_the_start_page) {
    Root sending({.path = "/submit/check", .drafts = {complete("one")}});
    KeptDraft const left = kept_with_receipt(sending);
    Root root({.path = "/submit", .drafts = {left}, .used_draft = "one"});
    BOOST_TEST((root.model().route == Route{SubmitRoute{SubmitPage::Nature}}));
    BOOST_TEST(root.model().submit.draft.description == "");
    BOOST_TEST(root.model().draft_id != "one");
    BOOST_TEST(home_of(root.model()).begun.size() == 1U);
}

BOOST_AUTO_TEST_CASE(who_comes_back_to_the_form_of_a_case_that_was_accepted_meanwhile_sees_its_receipt) {
    Root root({.path = "/submit/check", .drafts = {complete("one")}});
    root.gets(submit::Intent{submit::SendPressed{}});
    KeepDraft const sent = root.ordered<KeepDraft>().at(0);
    root.answered(0);
    root.gets(Visited{"/", ""});
    KeptDraft accepted{.id = "one", .text = sent.text};
    accepted.answer = protocol::Response{.status = 201, .body = protocol::write_receipt(receipt_of_one)};
    root.gets(DraftsChanged{{accepted}}).gets(Visited{"/submit/check", ""});
    BOOST_TEST((root.model().route == Route{ReceiptRoute{}}));
    BOOST_TEST((root.model().receipt.receipt == receipt_of_one));
    BOOST_TEST(root.ordered<DropDraft>().empty());
}

BOOST_AUTO_TEST_CASE(a_receipt_in_hand_outlives_what_a_full_device_tells) {
    Root root({.path = "/submit/check", .drafts = {complete("one")}});
    root.gets(submit::Intent{submit::SendPressed{}}).gets(DraftsRefused{});
    std::uint64_t const sending = root.model().last_fetch;
    root.gets(LinkFollowed{HomeRoute{}}).gets(home::Intent{home::SubmitFollowed{}});
    root.gets(Responded{sending, {.status = 201, .body = protocol::write_receipt(receipt_of_one)}});
    root.gets(DraftsChanged{{complete("one")}});
    root.gets(home::Intent{home::ReceiptFollowed{"one"}});
    BOOST_TEST((root.model().receipt.receipt == receipt_of_one));
}

BOOST_AUTO_TEST_CASE(an_answer_that_cannot_be_read_is_told_and_not_asked_for_without_end) {
    Root root({.path = "/submit/check", .drafts = {complete("one")}});
    root.gets(submit::Intent{submit::SendPressed{}});
    KeepDraft const sent = root.ordered<KeepDraft>().at(0);
    root.answered(0);
    KeptDraft answered{.id = "one", .text = sent.text};
    answered.answer = protocol::Response{.status = 201, .body = R"({"access_code":"of a newer hotline"})"};
    root.gets(DraftsChanged{{answered}});
    BOOST_TEST((root.model().submit.sending == Remote<Receipt>{Failed{"bad_answer"}}));
    BOOST_TEST(!root.model().submit.is_waiting);
    BOOST_TEST(!root.ordered<KeepDraft>().at(0).request.has_value());
}

BOOST_AUTO_TEST_CASE(a_receipt_that_is_open_while_sharing_comes_and_goes_is_kept_again) {
    Root root({.path = "/submit/check", .drafts = {complete("one")}});
    kept_with_receipt(root);
    root.gets(SharingChanged{true});
    root.gets(SharingChanged{false});
    BOOST_TEST_REQUIRE(!root.ordered<KeepDraft>().empty());
    BOOST_TEST(root.ordered<KeepDraft>()[0].id == "one");
    BOOST_TEST(root.ordered<KeepDraft>()[0].answer.has_value());
}

BOOST_AUTO_TEST_CASE(on_a_shared_computer_a_receipt_is_not_kept) {
    Root root({.path = "/submit/check", .drafts = {complete("one")}});
    root.gets(submit::Intent{submit::SharedChosen{true}}).gets(submit::Intent{submit::SendPressed{}});
    root.answered(201, protocol::write_receipt(receipt_of_one));
    BOOST_TEST((root.model().receipt.receipt == receipt_of_one));
    BOOST_TEST(root.ordered<KeepDraft>().empty());
    root.gets(LinkFollowed{HomeRoute{}});
    BOOST_TEST(root.model().begun.empty());
}

BOOST_AUTO_TEST_CASE(an_answer_that_came_before_a_reload_is_told_where_the_case_was_left) {
    Root sending({.path = "/submit/check", .drafts = {complete("one")}});
    KeptDraft left = kept_with_receipt(sending);
    Root accepted({.path = "/submit/check", .drafts = {left}, .used_draft = "one"});
    BOOST_TEST((accepted.model().receipt.receipt == receipt_of_one));
    left.answer = protocol::Response{.status = 413};
    Root refused({.path = "/submit/check", .drafts = {left}, .used_draft = "one"});
    BOOST_TEST((refused.model().submit.sending == Remote<Receipt>{Failed{"too_large"}}));
}

BOOST_AUTO_TEST_CASE(who_comes_for_a_receipt_that_has_not_come_sees_the_case_wait) {
    Root sending({.path = "/submit/check", .drafts = {complete("one")}});
    KeptDraft left = kept_with_receipt(sending);
    left.answer.reset();
    left.is_waiting = true;
    Root root({.path = "/receipt", .drafts = {left}, .used_draft = "one"});
    BOOST_TEST((root.model().route == Route{SubmitRoute{SubmitPage::Check}}));
    BOOST_TEST(root.model().submit.is_waiting);
    left.is_waiting = false;
    left.answer = protocol::Response{.status = 201, .body = protocol::write_receipt(receipt_of_one)};
    root.gets(DraftsChanged{{left}});
    BOOST_TEST((root.model().receipt.receipt == receipt_of_one));
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

BOOST_AUTO_TEST_SUITE_END()
