// Which file the scanner is asked about next, and what comes of its answer.
#include "server/api/quarantine.h"

#include "server/api/exchange.h"
#include "tests/server/support/citizen.h"
#include "tests/server/support/fake_scanner.h"
#include "tests/server/support/pictures.h"

#include <boost/test/unit_test.hpp>
#include <mutex>
#include <thread>

namespace huiyin::server::tests {

namespace {

using namespace std::string_literals;

/// Files that wait for a scanner which cannot be asked about all of them.
struct Waiting {
    MemoryStore store;
    Folder folder;
    StoppedClock clock;
    FakeScanner scanner{std::string("stream: OK\0", 11)};
    std::unique_ptr<UploadFiles> files = std::move(UploadFiles::open(folder.path("files"))).value();
    Office office = office_with(clock);
    std::unique_ptr<CaseWriter> writer = std::move(store.writer()).value();
    std::mutex mutex;

    Waiting() {
        office.files = files.get();
        office.scanner = scanner.address();
    }
    /// One without content cannot be looked at.
    void has(char digit, std::string const& content) {
        Upload const upload{.attachment = {std::string(32, digit)},
                            .name = std::string(1, digit),
                            .bytes = 7,
                            .state = AttachmentState::Checking,
                            .expires_at = clock.now + Duration::minutes(digit)};
        std::lock_guard const lock(mutex);
        BOOST_REQUIRE(writer->begin() && writer->put_upload(upload) && writer->commit());
        if (content.empty()) return;
        BOOST_REQUIRE(files->write(upload.name, UploadFiles::Bytes::KeptAsTheyCome).value()->append(content));
    }
    bool performs(Prepared prepared) {
        if (!prepared) return false;
        auto const* const change = std::get_if<Change>(&prepared.value());
        std::lock_guard const lock(mutex);
        return change && perform(office, *writer, {change}).front().status < 400;
    }
    bool is_stored(char digit) {
        auto const upload = store.reader().value()->upload_of({std::string(32, digit)}).value();
        return upload && upload->state == AttachmentState::Stored;
    }
};

/// A server that asks a scanner, and a citizen of it.
struct Guarded {
    FakeScanner scanner;
    RunningServer server;
    Citizen citizen{server};
    std::string const id = id_of('a');

    explicit Guarded(std::string answer)
        : scanner(std::move(answer)), server(HttpLimits{}, StaticFiles(), Callers(), scanner.address()) {}

    void waits_for(std::string_view state) {
        while (citizen.state() != state)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(quarantine_tests)

BOOST_AUTO_TEST_CASE(files_that_break_the_scanner_hold_up_no_others_and_are_forgotten_with_their_rows) {
    Waiting waiting;
    for (char const broken : {'a', 'b', 'c'})
        waiting.has(broken, "");
    waiting.has('d', "content");
    Quarantine quarantine(waiting.office, std::move(waiting.store.reader()).value(),
                          [&](Prepared prepared) { return waiting.performs(std::move(prepared)); },
                          {.files = 2, .pause = std::chrono::milliseconds(50)});
    while (!waiting.is_stored('d'))
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    BOOST_TEST(quarantine.in_vain() > 0U);
    {
        std::lock_guard const lock(waiting.mutex);
        BOOST_REQUIRE(waiting.writer->begin());
        for (char const broken : {'a', 'b', 'c'})
            BOOST_REQUIRE(waiting.writer->forget_upload({std::string(32, broken)}));
        BOOST_REQUIRE(waiting.writer->commit());
    }
    while (quarantine.in_vain() > 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

BOOST_AUTO_TEST_CASE(a_file_is_seen_once_the_scanner_has_found_nothing) {
    Guarded guarded(FakeScanner::silent);
    Citizen& citizen = guarded.citizen;
    BOOST_TEST((citizen.sends(citizen.begins(guarded.id)).header("Attachment-State") == "checking"));
    citizen.submits({guarded.id});
    BOOST_TEST(citizen.state() == "checking");
    BOOST_TEST(code_of(citizen.opens(guarded.id)) == "attachment_waiting");
}

BOOST_AUTO_TEST_CASE(a_clean_file_comes_out_of_quarantine) {
    Guarded guarded("stream: OK\0"s);
    Citizen& citizen = guarded.citizen;
    citizen.sends(citizen.begins(guarded.id));
    citizen.submits({guarded.id});
    guarded.waits_for("stored");
    BOOST_TEST((citizen.opens(guarded.id).body == picture));
    BOOST_TEST((guarded.scanner.heard() == picture));
}

BOOST_AUTO_TEST_CASE(a_harmful_file_is_removed_and_the_case_says_so) {
    Guarded guarded("stream: Eicar FOUND\0"s);
    Citizen& citizen = guarded.citizen;
    std::string const target = citizen.begins(guarded.id);
    citizen.submits({guarded.id});
    citizen.sends(target);
    guarded.waits_for("refused");
    BOOST_TEST(citizen.opens(guarded.id).status == 404);
    BOOST_TEST(guarded.server.uploads->names().empty());
}

BOOST_AUTO_TEST_CASE(a_case_is_not_taken_with_a_file_that_was_found_harmful_before) {
    Guarded guarded("stream: Eicar FOUND\0"s);
    Citizen& citizen = guarded.citizen;
    citizen.sends(citizen.begins(guarded.id));
    while (!guarded.server.uploads->names().empty())
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    Response const refused = citizen.submits({guarded.id});
    BOOST_TEST(refused.status == 422);
    BOOST_TEST(says(refused, R"("errors":[{"field":"attachments.)" + guarded.id + R"(","code":"refused"}])"),
               refused.body);
}

BOOST_AUTO_TEST_CASE(a_file_that_the_scanner_takes_long_for_keeps_no_other_waiting) {
    Guarded guarded("stream: OK\0"s);
    Citizen& citizen = guarded.citizen;
    std::string const long_one = png(3'000, 41, 31);
    std::string const other = id_of('b');
    guarded.scanner.holds_back(long_one);
    citizen.sends(citizen.begins(other), long_one);
    guarded.scanner.wait_until_it_holds();
    citizen.sends(citizen.begins(guarded.id));
    citizen.submits({guarded.id, other});
    guarded.waits_for("stored");
    BOOST_TEST(guarded.scanner.holds());
    BOOST_TEST(citizen.opens(other).status == 409);
    guarded.scanner.lets_go();
    while (citizen.opens(other).status != 200)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

BOOST_AUTO_TEST_CASE(a_scanner_that_fails_leaves_the_file_in_quarantine) {
    Guarded guarded("stream: O"s);
    Citizen& citizen = guarded.citizen;
    citizen.sends(citizen.begins(guarded.id));
    citizen.submits({guarded.id});
    while (guarded.scanner.heard() != picture)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    BOOST_TEST(citizen.state() == "checking");
    BOOST_TEST(citizen.opens(guarded.id).status == 409);
}

BOOST_AUTO_TEST_CASE(stopping_does_not_wait_for_a_scanner_that_hangs) {
    Guarded guarded(FakeScanner::silent);
    guarded.citizen.sends(guarded.citizen.begins(guarded.id));
    while (guarded.scanner.heard() != picture)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    auto const began = std::chrono::steady_clock::now();
    guarded.server.http->stop();
    guarded.server.dispatcher->stop();
    // A scanner is waited for for a minute.
    BOOST_TEST((std::chrono::steady_clock::now() - began < std::chrono::seconds(30)));
    auto const upload = guarded.server.store.reader().value()->upload_of({guarded.id}).value();
    BOOST_TEST((upload->state == AttachmentState::Checking));
    BOOST_TEST(guarded.server.uploads->has(upload->name));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
