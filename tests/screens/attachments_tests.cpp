#include "core/base/utf8.h"
#include "core/protocol/messages.h"
#include "core/screens/case_page/case_page.h"
#include "core/screens/submit/fields.h"
#include "core/screens/submit/submit.h"
#include "tests/support/sample_city.h"

#include <boost/test/unit_test.hpp>
#include <set>

namespace huiyin::screens::submit::tests {

namespace {

struct Fixture {
    City city = huiyin::tests::sample_city();
    Model model = {};
    Effects effects = {};
    std::string randomness = {};

    void takes(Intent const& intent) {
        auto step = update(std::move(model), intent, {city, Instant{}, randomness});
        model = std::move(step.model);
        effects = std::move(step.effects);
    }

    void fill_in() {
        model.page = SubmitPage::Check;
        model.draft = {.nature = Nature::Complaint,
                       .category = {"environment.noise"},
                       .district = {"dongcheng"},
                       .description = "A building site is loud at night.",
                       .visibility = Visibility::Anonymous,
                       .idempotency_key = "key-1"};
    }

    template <class T>
    std::vector<T> ordered() const {
        std::vector<T> found;
        for (Effect const& effect : effects)
            if (auto const* one = std::get_if<T>(&effect)) found.push_back(*one);
        return found;
    }
};

NewFile picture(char digit, std::int64_t bytes = 1'000) {
    return {{std::string(32, digit)}, "a.jpg", FileKind::Jpeg, bytes};
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(attachments_tests, Fixture)

BOOST_AUTO_TEST_CASE(a_file_that_is_chosen_is_listed_kept_and_sent) {
    takes(FilesChosen{{picture('a')}});
    BOOST_TEST(model.draft.attachments.size() == 1U);
    BOOST_TEST((ordered<SendFile>() == std::vector{SendFile{{std::string(32, 'a')}, true, false}}));
    BOOST_TEST(ordered<SaveDraft>().front().draft.attachments.size() == 1U);
    BOOST_TEST(submission_of(model.draft).attachments.size() == 1U);
    BOOST_TEST((protocol::read_draft(protocol::write_draft(model.draft)) == model.draft));
}

BOOST_AUTO_TEST_CASE(
    what_is_sent_of_a_picture_is_known_once_it_is_made_ready_and_anew_behind_another_choice) {
    AttachmentId const id{std::string(32, 'a')};
    takes(FilesChosen{{picture('a', 9'000)}});
    BOOST_TEST(!model.files.at(id).is_ready);
    takes(FileMoved{.id = id, .status = FileStatus::Sending, .bytes = 700});
    BOOST_TEST(model.files.at(id).is_ready);
    BOOST_TEST(model.files.at(id).chosen_bytes == 9'000);
    takes(MetadataChosen{id, true});
    BOOST_TEST(!model.files.begin()->second.is_ready);
    BOOST_TEST(model.files.begin()->second.chosen_bytes == 9'000);
}

BOOST_AUTO_TEST_CASE(pictures_that_are_called_the_same_are_told_apart_by_numbers) {
    auto const names = [&] {
        std::vector<std::string> found;
        for (Attachment const& each : model.draft.attachments)
            found.push_back(each.name);
        return found;
    };
    takes(FilesChosen{{picture('a'), picture('b')}});
    takes(FilesChosen{{picture('c')}});
    BOOST_TEST((names() == std::vector<std::string>{"a.jpg", "a (2).jpg", "a (3).jpg"}));
    takes(FileRemoved{{std::string(32, 'b')}});
    takes(FilesChosen{{picture('d')}});
    BOOST_TEST((names() == std::vector<std::string>{"a.jpg", "a (3).jpg", "a (2).jpg"}));
}

BOOST_AUTO_TEST_CASE(a_numbered_name_is_no_longer_than_a_name_may_be_and_breaks_no_letter) {
    std::string name;
    while (name.size() < 3 * limits::file_name_max)
        name += "照";
    for (std::string const& one : std::vector<std::string>{name, ".hidden", "a. b of 2026-11-22"}) {
        std::string const other = distinct_name(one, {{.name = one}});
        BOOST_TEST(other != one);
        BOOST_TEST(is_utf8(other));
        BOOST_TEST(count_code_points(other) <= limits::file_name_max);
        BOOST_TEST(other.ends_with(" (2)"));
    }
}

BOOST_AUTO_TEST_CASE(a_seventh_file_is_not_taken) {
    takes(FilesChosen{
        {picture('1'), picture('2'), picture('3'), picture('4'), picture('5'), picture('6'), picture('7')}});
    BOOST_TEST(model.draft.attachments.size() == 6U);
    BOOST_TEST((ordered<DropFile>() == std::vector{DropFile{{std::string(32, '7')}}}));
    BOOST_TEST(!model.file_problem.empty());
}

BOOST_AUTO_TEST_CASE(a_file_that_is_too_large_empty_or_of_another_kind_is_not_taken) {
    NewFile other = picture('c');
    other.kind.reset();
    for (NewFile const& file : {picture('a', 20'000'001), picture('b', 0), other}) {
        takes(FilesChosen{{file}});
        BOOST_TEST(model.draft.attachments.empty());
        BOOST_TEST(ordered<DropFile>().size() == 1U);
        BOOST_TEST(ordered<SendFile>().empty());
        BOOST_TEST(!model.file_problem.empty());
    }
    takes(FilesChosen{{picture('d', 20'000'000)}});
    BOOST_TEST(model.file_problem.empty());
}

BOOST_AUTO_TEST_CASE(a_file_that_is_removed_is_dropped_and_the_focus_goes_to_the_field) {
    takes(FilesChosen{{picture('a')}});
    takes(FileRemoved{{std::string(32, 'a')}});
    BOOST_TEST(model.draft.attachments.empty());
    BOOST_TEST(model.files.empty());
    BOOST_TEST(ordered<DropFile>().size() == 1U);
    BOOST_TEST((ordered<Focus>() == std::vector{Focus{"submit.attachments"}}));
}

BOOST_AUTO_TEST_CASE(metadata_are_kept_only_where_the_person_says_so) {
    takes(FilesChosen{{picture('a')}});
    takes(MetadataChosen{{std::string(32, 'a')}, true});
    AttachmentId const id = model.draft.attachments.at(0).id;
    BOOST_TEST((ordered<SendFile>() == std::vector{SendFile{id, true, true, {std::string(32, 'a')}}}));
    BOOST_TEST((ordered<Focus>() == std::vector{Focus{"submit.pictures." + id.value}}));
    takes(ShrinkingChosen{false});
    takes(FilesChosen{{picture('b')}});
    BOOST_TEST((ordered<SendFile>() == std::vector{SendFile{{std::string(32, 'b')}, false, false}}));
}

BOOST_AUTO_TEST_CASE(each_version_of_a_picture_has_an_id_of_its_own_that_nobody_finds_by_another) {
    AttachmentId const first{std::string(32, 'a')};
    std::set<AttachmentId> ids = {first};
    for (bool const is_kept : {true, false, true}) {
        AttachmentId const before =
            model.draft.attachments.empty() ? first : model.draft.attachments.at(0).id;
        if (model.draft.attachments.empty()) takes(FilesChosen{{picture('a')}});
        Model const same = model;
        randomness = "another visit";
        takes(MetadataChosen{before, is_kept});
        AttachmentId const elsewhere = model.draft.attachments.at(0).id;
        model = same;
        randomness = "this visit";
        takes(MetadataChosen{before, is_kept});
        AttachmentId const id = model.draft.attachments.at(0).id;
        BOOST_TEST(is_attachment_id(id.value));
        BOOST_TEST(id != elsewhere);
        BOOST_TEST(ids.insert(id).second);
    }
}

BOOST_AUTO_TEST_CASE(another_choice_for_a_picture_stops_the_case_that_waits_with_the_version_before) {
    takes(FilesChosen{{picture('a')}});
    model.draft.sent = {cleaned_submission(model.draft)};
    model.is_waiting = true;
    takes(MetadataChosen{{std::string(32, 'a')}, true});
    BOOST_TEST(!model.is_waiting);
    BOOST_TEST((ordered<SaveDraft>().at(0).sending == Sending::Later));
    BOOST_TEST(!stands_as_sent(model.draft));
    // What is still told of the version before is about no file of the case.
    takes(FileMoved{.id = {std::string(32, 'a')}, .status = FileStatus::Done, .bytes = 1'000});
    BOOST_TEST((model.draft.attachments.at(0).state == AttachmentState::Waiting));
}

BOOST_AUTO_TEST_CASE(the_draft_says_what_is_sent_and_not_what_was_chosen) {
    takes(FilesChosen{{picture('a', 9'000)}});
    takes(FileMoved{.id = {std::string(32, 'a')},
                    .status = FileStatus::Sending,
                    .share = 0.5F,
                    .bytes = 700,
                    .kind = FileKind::Webp,
                    .has_metadata = true});
    BOOST_TEST(model.draft.attachments.front().bytes == 700);
    BOOST_TEST((model.draft.attachments.front().kind == FileKind::Webp));
    BOOST_TEST(ordered<SaveDraft>().size() == 1U);
    BOOST_TEST(model.files.begin()->second.has_metadata);
    takes(FileMoved{.id = {std::string(32, 'f')}, .status = FileStatus::Done});
    BOOST_TEST(model.draft.attachments.size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_draft_remembers_what_has_arrived_and_the_case_says_it) {
    takes(FilesChosen{{picture('a')}});
    Submission const before = submission_of(model.draft);
    takes(FileMoved{.id = {std::string(32, 'a')}, .status = FileStatus::Done, .bytes = 1'000});
    BOOST_TEST((ordered<SaveDraft>().at(0).draft.attachments.at(0).state == AttachmentState::Stored));
    BOOST_TEST((submission_of(model.draft).attachments.at(0).state == AttachmentState::Stored));
    BOOST_TEST(says_the_same(submission_of(model.draft), before));
    takes(MetadataChosen{{std::string(32, 'a')}, true});
    BOOST_TEST((ordered<SaveDraft>().at(0).draft.attachments.at(0).state == AttachmentState::Waiting));
}

BOOST_AUTO_TEST_CASE(a_file_that_arrives_while_its_case_waits_leaves_it_waiting) {
    takes(FilesChosen{{picture('a')}});
    model.is_waiting = true;
    takes(FileMoved{.id = {std::string(32, 'a')}, .status = FileStatus::Done, .bytes = 1'000});
    BOOST_TEST((ordered<SaveDraft>().at(0).sending == Sending::AsSoonAsPossible));
}

BOOST_AUTO_TEST_CASE(the_choice_of_an_earlier_visit_is_told_once_and_then_the_persons_word_counts) {
    takes(FilesChosen{{picture('a')}});
    model.files.clear();
    FileMoved moved{.id = {std::string(32, 'a')}, .has_metadata = true, .keeps_metadata = true};
    takes(moved);
    BOOST_TEST(model.files.begin()->second.keeps_metadata);
    takes(MetadataChosen{{std::string(32, 'a')}, false});
    moved.id = model.draft.attachments.at(0).id;
    takes(moved);
    BOOST_TEST(!model.files.at(moved.id).keeps_metadata);
}

BOOST_AUTO_TEST_CASE(a_case_that_waits_waits_on_while_its_files_move_and_no_longer_when_there_are_others) {
    takes(FilesChosen{{picture('a', 9'000)}});
    model.draft.sent = {cleaned_submission(model.draft)};
    FileMoved const moved{.id = {std::string(32, 'a')}, .status = FileStatus::Sending, .bytes = 700};
    for (bool const is_on_its_way : {true, false}) {
        model.draft.attachments.front().bytes = 9'000;
        model.is_waiting = !is_on_its_way;
        model.sending = is_on_its_way ? Remote<Receipt>{Loading{}} : Remote<Receipt>{NotAsked{}};
        takes(moved);
        BOOST_TEST((ordered<SaveDraft>().front().sending == Sending::AsSoonAsPossible));
    }
    Model const waiting = model;
    takes(FileRemoved{{std::string(32, 'a')}});
    BOOST_TEST(!model.is_waiting);
    BOOST_TEST((ordered<SaveDraft>().front().sending == Sending::Later));
    model = waiting;
    takes(FilesChosen{{picture('b')}});
    BOOST_TEST(!model.is_waiting);
    BOOST_TEST((ordered<SaveDraft>().front().sending == Sending::Later));
    model = waiting;
    takes(FilesChosen{{picture('c', 0)}});
    BOOST_TEST(model.is_waiting);
    BOOST_TEST((ordered<SaveDraft>().front().sending == Sending::AsSoonAsPossible));
}

BOOST_AUTO_TEST_CASE(a_case_that_is_sent_again_goes_as_it_went_though_its_files_have_come_meanwhile) {
    fill_in();
    takes(FilesChosen{{picture('a')}});
    takes(SendPressed{});
    SendCase const first = ordered<SendCase>().at(0);
    BOOST_TEST((first.submission.attachments.at(0).state == AttachmentState::Waiting));
    takes(FileMoved{.id = {std::string(32, 'a')}, .status = FileStatus::Done, .bytes = 1'000});
    takes(SendFinished{Failed{"no_connection"}, true});
    takes(SendPressed{});
    BOOST_TEST((ordered<SendCase>() == std::vector{first}));
    BOOST_TEST(model.draft.sent.size() == 1U);
    // Another text says what has arrived by then; the one before goes again as it went, too.
    takes(TextEdited{TextOf::Address, "Gate 2"});
    takes(SendFinished{Failed{"no_connection"}, true});
    takes(SendPressed{});
    BOOST_TEST((ordered<SendCase>().at(0).submission.attachments.at(0).state == AttachmentState::Stored));
    takes(TextEdited{TextOf::Address, ""});
    takes(SendFinished{Failed{"no_connection"}, true});
    takes(SendPressed{});
    BOOST_TEST((ordered<SendCase>() == std::vector{first}));
    BOOST_TEST(model.draft.sent.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_file_that_the_hotline_has_no_longer_is_told_with_its_case_until_it_is_taken_away) {
    std::string const id(32, 'a');
    takes(FilesChosen{{picture('a'), picture('b')}});
    takes(FileMoved{.id = {id}, .status = FileStatus::Done, .share = 1, .bytes = 1'000});
    model.sending = Loading{};
    takes(SendFinished{
        Problems{{"attachments." + id, "expired"}, {"attachments." + std::string(32, 'b'), "refused"}}});
    BOOST_TEST((model.files.at({id}).status == FileStatus::Failed));
    BOOST_TEST((model.draft.attachments[0].state == AttachmentState::Waiting));
    BOOST_TEST((model.files.at({std::string(32, 'b')}).status == FileStatus::Refused));
    BOOST_TEST((page_of_field(model.problems.at(0).field) == SubmitPage::Description));
    takes(FileRemoved{{id}});
    takes(FileRemoved{{std::string(32, 'b')}});
    BOOST_TEST(model.problems.empty());
    BOOST_TEST(model.refused.empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::screens::submit::tests
