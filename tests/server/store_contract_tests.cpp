#include "server/store/case_order.h"
#include "tests/server/support/desk.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace huiyin::server::tests {

namespace {

enum class Kind { Memory, Sqlite };
constexpr std::array kinds = {Kind::Memory, Kind::Sqlite};
std::ostream& operator<<(std::ostream& out, Kind kind) {
    return out << (kind == Kind::Memory ? "memory" : "SQLite");
}

Digest digest(unsigned char fill) {
    Digest made{};
    made.fill(fill);
    return made;
}

/// The store of a kind, one writer and one reader, with short words for what tests do.
class Bench {
public:
    explicit Bench(Kind kind) {
        if (kind == Kind::Memory) {
            m_store = std::make_unique<MemoryStore>();
        } else {
            auto opened = SqliteStore::open(m_folder.path("cases.db"));
            BOOST_REQUIRE(opened);
            m_store = std::move(opened).value();
        }
        writer = std::move(m_store->writer()).value();
        reader = std::move(m_store->reader()).value();
    }

    Case case_at(int sequence, Stage stage = Stage::Received, Instant due = opening + Duration::hours(24)) {
        Submission submission;
        submission.nature = Nature::Complaint;
        submission.category.value = "environment.noise";
        submission.district.value = "dongcheng";
        submission.description = "Drilling \"every\" night\nin the 院子 😀";
        submission.visibility = Visibility::Anonymous;
        return {.number = CaseNumber::make({2026, 11, 19}, sequence),
                .submission = submission,
                .stage = stage,
                .created_at = opening,
                .clocks = {{.kind = ClockKind::Dispatch,
                            .limit = {24, ClockBasis::Hours},
                            .started_at = opening,
                            .due_at = due}},
                .events = {{.at = opening, .step = Step::Submit}}};
    }

    void commits(auto const& work) {
        BOOST_REQUIRE(writer->begin());
        work();
        BOOST_REQUIRE(writer->commit());
    }

    void adds(Case const& subject, unsigned char code = 1) {
        commits([&] { BOOST_REQUIRE(writer->add({subject, digest(code), page_of(subject)})); });
    }

    static Page page_of(Case const& subject) { return {"page of " + subject.number.text(), opening, 42}; }

    std::vector<int> listed(WorkListQuery const& query) {
        std::vector<int> sequences;
        WorkList const list = reader->work_list(query).value();
        for (Case const& subject : list.cases)
            sequences.push_back(sequence_in(case_id(subject.number), {2026, 11, 19}));
        return sequences;
    }

    std::unique_ptr<CaseWriter> writer;
    std::unique_ptr<CaseReader> reader;

private:
    Folder m_folder;
    std::unique_ptr<CaseStore> m_store;
};

using Sequences = std::vector<int>;

} // namespace

BOOST_AUTO_TEST_SUITE(store_contract_tests)

BOOST_DATA_TEST_CASE(a_case_comes_back_as_it_was_added, kinds, kind) {
    Bench bench(kind);
    Case const subject = bench.case_at(1);
    bench.adds(subject);
    BOOST_TEST((bench.reader->find(subject.number).value() == subject));
    BOOST_TEST((bench.reader->opened(subject.number, digest(1)).value() == subject));
    BOOST_TEST((bench.reader->page(subject.number, digest(1)).value() == Bench::page_of(subject)));
}

BOOST_DATA_TEST_CASE(an_unknown_number_and_a_wrong_code_open_nothing, kinds, kind) {
    Bench bench(kind);
    Case const subject = bench.case_at(1);
    bench.adds(subject);
    BOOST_TEST(!bench.reader->page(subject.number, digest(2)).value().has_value());
    BOOST_TEST(!bench.reader->opened(subject.number, digest(2)).value().has_value());
    BOOST_TEST(!bench.reader->page(CaseNumber::make({2026, 11, 19}, 2), digest(1)).value().has_value());
    BOOST_TEST(!bench.reader->opened(CaseNumber::make({2026, 11, 19}, 2), Digest{}).value().has_value());
}

BOOST_DATA_TEST_CASE(readers_see_nothing_before_the_commit, kinds, kind) {
    Bench bench(kind);
    Case const subject = bench.case_at(1);
    BOOST_REQUIRE(bench.writer->begin());
    BOOST_REQUIRE(bench.writer->add({subject, digest(1), Bench::page_of(subject)}));
    BOOST_TEST(bench.writer->find(subject.number).value().has_value());
    BOOST_TEST(!bench.reader->find(subject.number).value().has_value());
    BOOST_REQUIRE(bench.writer->commit());
    BOOST_TEST(bench.reader->find(subject.number).value().has_value());
}

BOOST_DATA_TEST_CASE(what_is_rolled_back_never_was, kinds, kind) {
    Bench bench(kind);
    Case const subject = bench.case_at(1);
    BOOST_REQUIRE(bench.writer->begin());
    BOOST_REQUIRE(bench.writer->add({subject, digest(1), Bench::page_of(subject)}));
    bench.writer->roll_back();
    BOOST_TEST(!bench.writer->find(subject.number).value().has_value());
    BOOST_TEST(bench.reader->is_empty().value());
    bench.adds(subject);
    BOOST_TEST(!bench.reader->is_empty().value());
}

BOOST_DATA_TEST_CASE(a_number_is_given_once, kinds, kind) {
    Bench bench(kind);
    Case const subject = bench.case_at(1);
    bench.adds(subject);
    BOOST_REQUIRE(bench.writer->begin());
    BOOST_TEST(!bench.writer->add({subject, digest(2), Bench::page_of(subject)}).is_ok());
    bench.writer->roll_back();
    BOOST_TEST(bench.reader->page(subject.number, digest(1)).value().has_value());
}

BOOST_DATA_TEST_CASE(sequences_count_from_one_within_each_day, kinds, kind) {
    Bench bench(kind);
    bench.commits([&] {
        BOOST_TEST(bench.writer->next_sequence({2026, 11, 19}).value() == 1);
        for (int sequence : {1, 2}) {
            Case const subject = bench.case_at(sequence);
            BOOST_REQUIRE(bench.writer->add({subject, digest(1), Bench::page_of(subject)}));
        }
        BOOST_TEST(bench.writer->next_sequence({2026, 11, 19}).value() == 3);
        BOOST_TEST(bench.writer->next_sequence({2026, 11, 20}).value() == 1);
        BOOST_TEST(bench.writer->next_sequence({2026, 11, 18}).value() == 1);
    });
}

BOOST_DATA_TEST_CASE(a_change_appends_events_and_leaves_the_old_ones_alone, kinds, kind) {
    Bench bench(kind);
    Case subject = bench.case_at(1);
    bench.adds(subject);
    Event const first = subject.events.front();
    subject.events.front().text = "rewritten";
    subject.events.push_back({.at = opening + Duration::hours(1),
                              .step = Step::Dispatch,
                              .actor = Actor::Hotline,
                              .stage = Stage::Dispatched,
                              .unit = UnitName{"城管委"}});
    subject.stage = Stage::Dispatched;
    bench.commits([&] { BOOST_REQUIRE(bench.writer->change(subject, {"new page", opening, 7})); });
    Case const after = bench.reader->find(subject.number).value().value();
    BOOST_TEST((after.stage == Stage::Dispatched));
    BOOST_REQUIRE_EQUAL(after.events.size(), 2U);
    BOOST_TEST((after.events[0] == first));
    BOOST_TEST((after.events[1] == subject.events[1]));
    BOOST_TEST(bench.reader->page(subject.number, digest(1)).value()->json == "new page");
}

BOOST_DATA_TEST_CASE(a_change_of_no_case_is_an_error, kinds, kind) {
    Bench bench(kind);
    Case const subject = bench.case_at(1);
    BOOST_REQUIRE(bench.writer->begin());
    BOOST_TEST(!bench.writer->change(subject, Bench::page_of(subject)).is_ok());
    bench.writer->roll_back();
}

BOOST_DATA_TEST_CASE(changes_grow_with_what_is_written_only, kinds, kind) {
    Bench bench(kind);
    Case const subject = bench.case_at(1);
    bench.commits([&] {
        auto const before = bench.writer->changes();
        BOOST_REQUIRE(bench.writer->find(subject.number));
        BOOST_TEST(bench.writer->changes() == before);
        BOOST_REQUIRE(bench.writer->add({subject, digest(1), Bench::page_of(subject)}));
        BOOST_TEST(bench.writer->changes() > before);
    });
}

BOOST_DATA_TEST_CASE(the_work_list_goes_by_due_time_and_leaves_out_what_is_over, kinds, kind) {
    Bench bench(kind);
    bench.adds(bench.case_at(1, Stage::Received, opening + Duration::hours(3)));
    bench.adds(bench.case_at(2, Stage::Dispatched, opening + Duration::hours(1)));
    bench.adds(bench.case_at(3, Stage::Closed, opening));
    bench.adds(bench.case_at(4, Stage::Received, opening + Duration::hours(2)));
    BOOST_TEST(bench.listed({}) == (Sequences{2, 4, 1}), boost::test_tools::per_element());
    BOOST_TEST(bench.listed({.stage = Stage::Received}) == (Sequences{4, 1}),
               boost::test_tools::per_element());
    BOOST_TEST(bench.listed({.stage = Stage::Closed}) == (Sequences{3}), boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(the_work_list_goes_on_where_it_stopped, kinds, kind) {
    Bench bench(kind);
    for (int sequence = 1; sequence <= 5; ++sequence)
        bench.adds(bench.case_at(sequence));
    Sequences seen;
    WorkListQuery query{.limit = 2};
    do {
        for (int sequence : bench.listed(query))
            seen.push_back(sequence);
        query.after = bench.reader->work_list(query).value().next;
    } while (query.after);
    BOOST_TEST(seen == (Sequences{1, 2, 3, 4, 5}), boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(a_used_key_is_remembered_once, kinds, kind) {
    Bench bench(kind);
    UsedKey const used{digest(1), digest(2), "the receipt", opening};
    BOOST_TEST(!bench.reader->used_key(used.key).value().has_value());
    bench.commits([&] { BOOST_REQUIRE(bench.writer->remember(used)); });
    BOOST_TEST((bench.reader->used_key(used.key).value() == used));
    BOOST_REQUIRE(bench.writer->begin());
    BOOST_TEST(!bench.writer->remember(used).is_ok());
    bench.writer->roll_back();
}

BOOST_DATA_TEST_CASE(old_keys_are_forgotten_the_oldest_first, kinds, kind) {
    Bench bench(kind);
    bench.commits([&] {
        for (unsigned char index = 1; index <= 4; ++index)
            BOOST_REQUIRE(
                bench.writer->remember({digest(index), digest(0), "", opening + Duration::days(index)}));
    });
    bench.commits([&] { BOOST_REQUIRE(bench.writer->forget_keys(opening + Duration::days(4), 2)); });
    auto const is_there = [&](unsigned char index) {
        return bench.reader->used_key(digest(index)).value().has_value();
    };
    BOOST_TEST(!is_there(1));
    BOOST_TEST(!is_there(2));
    BOOST_TEST(is_there(3));
    bench.commits([&] { BOOST_REQUIRE(bench.writer->forget_keys(opening + Duration::days(4), 10)); });
    BOOST_TEST(!is_there(3));
    BOOST_TEST(is_there(4));
}

BOOST_DATA_TEST_CASE(notices_wait_until_their_time_and_until_they_are_taken, kinds, kind) {
    Bench bench(kind);
    Notice const first{"a@example.org", "Ваше обращение", "…", {"ru"}};
    Notice const second{"b@example.org", "Your case", "…", {"en"}};
    bench.commits([&] {
        BOOST_REQUIRE(bench.writer->post(second, opening + Duration::hours(1)));
        BOOST_REQUIRE(bench.writer->post(first, opening));
    });
    auto const due = [&](Duration later, std::size_t at_most = 10) {
        return bench.reader->due_notices(opening + later, at_most).value();
    };
    BOOST_TEST(due(Duration::hours(-1)).empty());
    BOOST_TEST_REQUIRE(due({}).size() == 1U);
    BOOST_TEST((due({}).front().notice == first));
    BOOST_TEST_REQUIRE(due(Duration::hours(1)).size() == 2U);
    BOOST_TEST((due(Duration::hours(1), 1).front().notice == first));
    std::int64_t const id = due({}).front().id;
    bench.commits([&] { BOOST_REQUIRE(bench.writer->delay_notice(id, opening + Duration::hours(2))); });
    BOOST_TEST(due({}).empty());
    BOOST_TEST((due(Duration::hours(2)).back() == WaitingNotice{id, first, 1}));
    bench.commits([&] { BOOST_REQUIRE(bench.writer->forget_notice(id)); });
    BOOST_TEST_REQUIRE(due(Duration::hours(2)).size() == 1U);
    BOOST_TEST((due(Duration::hours(2)).front().notice == second));
}

BOOST_DATA_TEST_CASE(a_notice_of_what_was_rolled_back_is_never_sent, kinds, kind) {
    Bench bench(kind);
    BOOST_REQUIRE(bench.writer->begin());
    BOOST_REQUIRE(bench.writer->post({"a@example.org", "s", "t", {"en"}}, opening));
    bench.writer->roll_back();
    BOOST_TEST(bench.reader->due_notices(opening, 10).value().empty());
}

namespace {

Upload upload_at(char letter, Duration expires_in) {
    return {.attachment = {std::string(32, letter)},
            .name = std::string("name-") + letter,
            .title = "噪音.png",
            .kind = FileKind::Png,
            .bytes = 3'000,
            .metadata = "id YQ==",
            .expires_at = opening + expires_in};
}

std::string letters_of(std::vector<Upload> const& uploads) {
    std::string letters;
    for (Upload const& upload : uploads)
        letters.push_back(upload.attachment.value.front());
    return letters;
}

} // namespace

BOOST_DATA_TEST_CASE(an_upload_comes_back_whole_by_its_name_and_by_its_id, kinds, kind) {
    Bench bench(kind);
    Case const subject = bench.case_at(1);
    bench.adds(subject);
    Upload upload = upload_at('a', Duration::days(7));
    bench.commits([&] { BOOST_REQUIRE(bench.writer->put_upload(upload)); });
    BOOST_TEST((bench.reader->upload("name-a").value() == upload));
    BOOST_TEST((bench.reader->upload_of(upload.attachment).value() == upload));
    BOOST_TEST(!bench.reader->upload("name-b").value().has_value());
    upload.case_number = subject.number;
    upload.state = AttachmentState::Stored;
    upload.digest = digest(7);
    bench.commits([&] { BOOST_REQUIRE(bench.writer->put_upload(upload)); });
    BOOST_TEST((bench.reader->upload_of(upload.attachment).value() == upload));
    bench.commits([&] { BOOST_REQUIRE(bench.writer->forget_upload(upload.attachment)); });
    BOOST_TEST(!bench.reader->upload_of(upload.attachment).value().has_value());
}

BOOST_DATA_TEST_CASE(an_upload_begun_anew_takes_the_place_of_the_first, kinds, kind) {
    Bench bench(kind);
    Upload upload = upload_at('a', Duration::days(7));
    bench.commits([&] { BOOST_REQUIRE(bench.writer->put_upload(upload)); });
    upload.name = "another";
    bench.commits([&] { BOOST_REQUIRE(bench.writer->put_upload(upload)); });
    BOOST_TEST(!bench.reader->upload("name-a").value().has_value());
    BOOST_TEST((bench.reader->upload("another").value() == upload));
}

BOOST_DATA_TEST_CASE(uploads_expire_oldest_first_unless_a_case_has_them_whole, kinds, kind) {
    Bench bench(kind);
    Case const subject = bench.case_at(1);
    bench.adds(subject);
    Upload whole = upload_at('a', Duration::hours(1));
    whole.case_number = subject.number;
    whole.state = AttachmentState::Stored;
    Upload half = upload_at('b', Duration::hours(3));
    half.case_number = subject.number;
    Upload nobodys = upload_at('c', Duration::hours(2));
    nobodys.state = AttachmentState::Stored;
    bench.commits([&] {
        for (Upload const& upload : {whole, half, nobodys})
            BOOST_REQUIRE(bench.writer->put_upload(upload));
    });
    auto const expired = [&](Duration later, std::size_t at_most = 10) {
        return letters_of(bench.reader->expired_uploads(opening + later, at_most).value());
    };
    BOOST_TEST(expired(Duration::hours(1)) == "");
    BOOST_TEST(expired(Duration::hours(2)) == "c");
    BOOST_TEST(expired(Duration::hours(3)) == "cb");
    BOOST_TEST(expired(Duration::hours(3), 1) == "c");
    BOOST_TEST(letters_of(bench.reader->uploads_in(AttachmentState::Stored, 10).value()) == "ac");
    BOOST_TEST(letters_of(bench.reader->uploads_in(AttachmentState::Stored, 1).value()) == "a");
    BOOST_TEST(letters_of(bench.reader->uploads_in(AttachmentState::Waiting, 10).value()) == "b");
}

BOOST_DATA_TEST_CASE(an_upload_that_was_rolled_back_never_was, kinds, kind) {
    Bench bench(kind);
    BOOST_REQUIRE(bench.writer->begin());
    BOOST_REQUIRE(bench.writer->put_upload(upload_at('a', Duration::days(7))));
    BOOST_TEST(bench.writer->upload("name-a").value().has_value());
    BOOST_TEST(!bench.reader->upload("name-a").value().has_value());
    bench.writer->roll_back();
    BOOST_TEST(!bench.writer->upload("name-a").value().has_value());
}

BOOST_DATA_TEST_CASE(staff_are_found_by_their_exact_name, kinds, kind) {
    Bench bench(kind);
    bench.commits([&] { BOOST_REQUIRE(bench.writer->put_staff({"安娜", "hash"})); });
    bench.commits([&] { BOOST_REQUIRE(bench.writer->put_staff({"安娜", "new hash"})); });
    BOOST_TEST((bench.reader->staff("安娜").value() == StaffMember{"安娜", "new hash"}));
    BOOST_TEST(!bench.reader->staff("安").value().has_value());
    BOOST_TEST(bench.reader->check().is_ok());
}

BOOST_DATA_TEST_CASE(a_member_is_kept_whole, kinds, kind) {
    Bench bench(kind);
    StaffMember const anna{"anna", "hash", Role::Unit, UnitName{"城管委"}, true, "sealed", 7, opening};
    StaffMember const bert{.name = "bert", .password_hash = "hash", .role = Role::Admin};
    bench.commits([&] { BOOST_REQUIRE(bench.writer->put_staff(bert) && bench.writer->put_staff(anna)); });
    BOOST_TEST((bench.reader->members().value() == std::vector{anna, bert}));
}

BOOST_DATA_TEST_CASE(sessions_begin_are_used_and_end, kinds, kind) {
    Bench bench(kind);
    Instant const later = opening + Duration::minutes(1);
    bench.commits([&] {
        BOOST_REQUIRE(bench.writer->put_staff({"anna", "hash"}) && bench.writer->put_staff({"bert", "hash"}));
        BOOST_REQUIRE(bench.writer->begin_session(digest(1), "anna", opening));
        BOOST_REQUIRE(bench.writer->begin_session(digest(2), "anna", opening));
        BOOST_REQUIRE(bench.writer->begin_session(digest(3), "bert", opening));
        BOOST_REQUIRE(bench.writer->use_session(2, later));
    });
    SignedIn const second{{2, "anna", opening, later}, {"anna", "hash"}};
    BOOST_TEST((bench.reader->session(digest(2)).value() == second));
    BOOST_TEST(!bench.reader->session(digest(4)).value().has_value());
    BOOST_TEST(bench.reader->sessions("anna")->size() == 2U);
    bench.commits([&] { BOOST_REQUIRE(bench.writer->forget_sessions(later, {})); });
    BOOST_TEST(bench.reader->sessions("bert")->empty());
    BOOST_TEST(bench.reader->sessions("anna")->size() == 1U);
    bench.commits([&] {
        BOOST_REQUIRE(bench.writer->begin_session(digest(5), "anna", opening));
        BOOST_REQUIRE(bench.writer->end_session(2));
    });
    // A number never comes back.
    BOOST_TEST(bench.reader->sessions("anna")->front().id == 4);
    bench.commits([&] { BOOST_REQUIRE(bench.writer->end_sessions("anna")); });
    BOOST_TEST(bench.reader->sessions("anna")->empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
