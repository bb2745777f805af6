// Which file the scanner is asked about next.
#include "server/api/quarantine.h"

#include "server/api/exchange.h"
#include "tests/server/support/desk.h"
#include "tests/server/support/fake_scanner.h"

#include <boost/test/unit_test.hpp>
#include <mutex>
#include <thread>

namespace huiyin::server::tests {

namespace {

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

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
