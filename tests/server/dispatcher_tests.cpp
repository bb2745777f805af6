#include "server/api/dispatcher.h"

#include "tests/server/support/desk.h"
#include "tests/server/support/watched_store.h"

#include <boost/test/unit_test.hpp>
#include <condition_variable>
#include <mutex>

namespace huiyin::server::tests {

namespace {

using protocol::Method;

/// Gathers answers from the lanes and waits for them.
class Answers {
public:
    Dispatcher::Completion taker() {
        return [this](Answered answered) {
            std::lock_guard const lock(m_mutex);
            m_responses.push_back(std::move(answered.response));
            m_has_come.notify_all();
        };
    }

    std::vector<Response> wait_for(std::size_t count) {
        std::unique_lock lock(m_mutex);
        m_has_come.wait(lock, [&] { return m_responses.size() >= count; });
        return m_responses;
    }

    std::size_t count() {
        std::lock_guard const lock(m_mutex);
        return m_responses.size();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_has_come;
    std::vector<Response> m_responses;
};

Request submission(std::string key, std::string body = good_submission()) {
    return {Method::Post,
            "/api/v1/cases",
            {{"Content-Type", "application/json"}, {"Idempotency-Key", std::move(key)}},
            std::move(body)};
}

struct Fixture {
    StoppedClock clock;
    WatchedStore store;
    // Outlives the lanes that write into it.
    Answers answers;
    std::unique_ptr<Dispatcher> dispatcher = std::move(Dispatcher::make(office_with(clock), store)).value();
    std::unique_ptr<CaseReader> reader = std::move(dispatcher->reader()).value();

    std::optional<Answered> sends(Request request) {
        return dispatcher->dispatch(*reader, std::move(request), "", answers.taker());
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(dispatcher_tests, Fixture)

BOOST_AUTO_TEST_CASE(a_key_that_is_at_work_is_in_progress) {
    store.hold_commits();
    BOOST_TEST(!sends(submission("key")).has_value());
    store.wait_until_held();
    auto const second = sends(submission("key"));
    BOOST_REQUIRE(second.has_value());
    BOOST_TEST(second->response.status == 409);
    BOOST_TEST(code_of(second->response) == "in_progress");
    BOOST_TEST(answers.count() == 0U);
    store.let_commit();
    Response const first = answers.wait_for(1).front();
    BOOST_TEST(first.status == 201);
    BOOST_TEST(!sends(submission("key")).has_value());
    BOOST_TEST((answers.wait_for(2).back() == first));
}

BOOST_AUTO_TEST_CASE(a_key_that_waits_is_in_progress_too) {
    store.hold_commits();
    BOOST_TEST(!sends(submission("at-work")).has_value());
    store.wait_until_held();
    BOOST_TEST(!sends(submission("waits")).has_value());
    BOOST_TEST(code_of(sends(submission("waits"))->response) == "in_progress");
    store.let_commit();
    answers.wait_for(2);
}

BOOST_AUTO_TEST_CASE(what_waits_is_committed_as_one_group) {
    store.hold_commits();
    BOOST_TEST(!sends(submission("first")).has_value());
    store.wait_until_held();
    for (int turn = 0; turn < 20; ++turn)
        BOOST_TEST(!sends(submission("waits-" + std::to_string(turn))).has_value());
    store.let_commit();
    answers.wait_for(21);
    BOOST_TEST(store.commits() == 2);
}

BOOST_AUTO_TEST_CASE(reads_do_not_wait_for_the_writer) {
    store.hold_commits();
    BOOST_TEST(!sends(submission("key")).has_value());
    store.wait_until_held();
    BOOST_TEST(sends({Method::Get, "/readyz"})->response.status == 200);
    store.let_commit();
}

BOOST_AUTO_TEST_CASE(one_that_fails_half_way_does_not_hurt_the_others) {
    store.hold_commits();
    BOOST_TEST(!sends(submission("first")).has_value());
    store.wait_until_held();
    store.fail_when_remembering_after(1);
    for (std::string const key : {"before", "fails", "behind"})
        BOOST_TEST(!sends(submission(key)).has_value());
    store.let_commit();
    std::vector<int> statuses;
    for (Response const& response : answers.wait_for(4))
        statuses.push_back(response.status);
    BOOST_TEST(statuses == (std::vector<int>{201, 201, 503, 201}), boost::test_tools::per_element());
    auto const list = reader->work_list({}).value();
    BOOST_TEST(list.cases.size() == 3U);
}

BOOST_AUTO_TEST_CASE(when_the_commit_fails_nobody_is_told_that_it_went_well) {
    store.fail_commits();
    BOOST_TEST(!sends(submission("key")).has_value());
    Response const response = answers.wait_for(1).front();
    BOOST_TEST(response.status == 503);
    BOOST_TEST(response.header("Retry-After").has_value());
    BOOST_TEST(reader->is_empty().value());
}

BOOST_AUTO_TEST_CASE(what_has_arrived_of_a_file_stays_when_its_new_start_cannot_be_kept) {
    Folder folder;
    auto const files = std::move(UploadFiles::open(folder.path("files"))).value();
    Desk desk(store);
    desk.api->office().files = files.get();
    auto const begins = [&] {
        // "image/png" and an id of 32 letters "a", in base64.
        return desk.sends(Method::Post, "/api/v1/uploads", {},
                          {{"Tus-Resumable", "1.0.0"},
                           {"Upload-Length", "3000"},
                           {"Upload-Metadata", "id YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=,"
                                               "filetype aW1hZ2UvcG5n"}});
    };
    BOOST_REQUIRE_EQUAL(begins().status, 201);
    std::string const name = store.reader().value()->upload_of({std::string(32, 'a')}).value()->name;
    BOOST_REQUIRE(files->write(name, UploadFiles::Bytes::KeptAsTheyCome).value()->append("half"));
    store.fail_commits();
    BOOST_TEST(begins().status == 503);
    BOOST_TEST(files->size(name).value() == 4);
}

BOOST_AUTO_TEST_CASE(stopping_answers_what_waits_and_refuses_what_comes) {
    store.hold_commits();
    BOOST_TEST(!sends(submission("at-work")).has_value());
    store.wait_until_held();
    BOOST_TEST(!sends(submission("waits")).has_value());
    store.let_commit();
    dispatcher->stop();
    BOOST_TEST(answers.count() == 2U);
    BOOST_TEST(sends(submission("late"))->response.status == 503);
}

BOOST_AUTO_TEST_CASE(an_unknown_number_costs_the_store_what_a_wrong_code_costs) {
    sends(submission("key"));
    Response const receipt = answers.wait_for(1).front();
    auto const calls_for = [&](std::string number, std::string code) {
        auto const watched = std::move(store.reader()).value();
        auto const before = store.reads();
        dispatcher->dispatch(
            *watched, {Method::Get, "/api/v1/cases/" + number, {{"X-Access-Code", std::move(code)}}, {}}, "",
            answers.taker());
        return store.reads() - before;
    };
    std::string const number = field(receipt, "number");
    std::string const code = field(receipt, "access_code");
    int const for_wrong_code = calls_for(number, wrong(code));
    BOOST_TEST(for_wrong_code == 1);
    BOOST_TEST(calls_for(CaseNumber::make({2026, 11, 19}, 99).text(), code) == for_wrong_code);
    BOOST_TEST(calls_for("nonsense", "nonsense") == for_wrong_code);
    BOOST_TEST(calls_for(number, code) == for_wrong_code);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
