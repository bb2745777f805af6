// Who has a file, and who waits for whom.
#include "server/files/upload_files.h"

#include "server/api/dispatcher.h"
#include "tests/server/support/desk.h"

#include <boost/test/unit_test.hpp>
#include <condition_variable>
#include <future>
#include <unistd.h>

namespace huiyin::server::tests {

namespace {

using namespace std::chrono_literals;
using Bytes = UploadFiles::Bytes;

/// A disk that brings nothing to rest until it may.
class SlowDisk {
public:
    ~SlowDisk() { let_go(); }

    UploadFiles::Sync sync() {
        return [this](int file) {
            std::unique_lock lock(m_mutex);
            bool const waits = std::exchange(m_holds_the_next, false);
            if (waits) m_is_held = true;
            m_changed.notify_all();
            m_changed.wait(lock, [&] { return !waits || !m_is_held; });
            return fdatasync(file) == 0;
        };
    }
    void hold_the_next() {
        std::lock_guard const lock(m_mutex);
        m_holds_the_next = true;
    }
    void wait_until_held() {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_is_held; });
    }
    void let_go() {
        std::lock_guard const lock(m_mutex);
        m_is_held = m_holds_the_next = false;
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_holds_the_next = false;
    bool m_is_held = false;
};

struct Fixture {
    Folder folder;
    SlowDisk disk;
    std::unique_ptr<UploadFiles> files =
        std::move(UploadFiles::open(folder.path("files"), disk.sync())).value();
    std::unique_ptr<UploadFiles::Writing> one = std::move(files->write("one", Bytes::KeptAsTheyCome)).value();
    std::future<bool> keeping = {};

    ~Fixture() { disk.let_go(); }
    Fixture() = default;

    void keeps_on_a_slow_disk() {
        BOOST_REQUIRE(one->append("first"));
        disk.hold_the_next();
        keeping = std::async(std::launch::async, [this] { return one->keep().is_ok(); });
        disk.wait_until_held();
    }
    std::unique_ptr<UploadFiles::Writing> another_on(std::string const& name) const {
        return std::move(files->write(name, Bytes::KeptAsTheyCome)).value();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(upload_files_tests, Fixture)

BOOST_AUTO_TEST_CASE(nobody_waits_for_the_disk_who_is_about_another_file) {
    keeps_on_a_slow_disk();
    auto others = std::async(std::launch::async, [this] {
        another_on("two")->append("second").value();
        bool const is_known = files->size("two").value() == 6;
        files->remove("two");
        return is_known && !files->has("two");
    });
    auto next = std::async(std::launch::async, [this] { return another_on("one")->size(); });
    bool const has_not_waited = others.wait_for(60s) == std::future_status::ready;
    disk.let_go();
    BOOST_TEST(has_not_waited);
    BOOST_TEST(others.get());
    BOOST_TEST(keeping.get());
    BOOST_TEST(next.get() == 5);
}

BOOST_AUTO_TEST_CASE(whoever_waits_for_the_same_file_keeps_nobody_from_another) {
    keeps_on_a_slow_disk();
    std::vector<std::future<void>> waiting;
    for (int turn = 0; turn < 3; ++turn) {
        waiting.push_back(std::async(std::launch::async, [this] { (void)files->size("one"); }));
        waiting.push_back(std::async(std::launch::async, [this] { (void)another_on("one"); }));
        waiting.push_back(std::async(std::launch::async, [this] { files->remove("one"); }));
    }
    auto other = std::async(std::launch::async, [this] { return another_on("two")->append("x").is_ok(); });
    bool const has_not_waited = other.wait_for(60s) == std::future_status::ready;
    disk.let_go();
    BOOST_TEST(has_not_waited);
    BOOST_TEST(other.get());
}

BOOST_AUTO_TEST_CASE(a_file_that_takes_long_to_look_at_keeps_nobody_from_another) {
    bool has_not_waited = false;
    another_on("two")->append("x").value();
    auto const looked = files->look_at("one", [&](std::string_view) {
        auto other = std::async(std::launch::async,
                                [this] { return files->look_at("two", [](std::string_view) {}).is_ok(); });
        has_not_waited = other.wait_for(60s) == std::future_status::ready;
    });
    BOOST_TEST(looked.is_ok());
    BOOST_TEST(has_not_waited);
}

BOOST_AUTO_TEST_CASE(whoever_asks_how_far_a_file_is_keeps_no_thread_of_the_network) {
    MemoryStore store;
    auto const writer = std::move(store.writer()).value();
    Upload const upload{
        .attachment = {std::string(32, 'a')}, .name = "one", .bytes = 10, .expires_at = opening};
    BOOST_REQUIRE(writer->begin() && writer->put_upload(upload) && writer->commit());
    StoppedClock clock{opening - Duration::days(1)};
    Office office = office_with(clock);
    office.files = files.get();
    keeps_on_a_slow_disk();
    std::promise<Response> answer;
    {
        auto const dispatcher = std::move(Dispatcher::make(std::move(office), store)).value();
        auto asking = std::async(std::launch::async, [&] {
            return dispatcher->dispatch(
                *store.reader().value(),
                {protocol::Method::Head, "/api/v1/uploads/one", {{"Tus-Resumable", "1.0.0"}}, {}}, "",
                [&](Answered answered) { answer.set_value(std::move(answered.response)); });
        });
        bool const has_not_waited = asking.wait_for(60s) == std::future_status::ready;
        disk.let_go();
        BOOST_TEST(has_not_waited);
        BOOST_TEST(!asking.get().has_value());
    }
    BOOST_TEST((answer.get_future().get().header("Upload-Offset") == "5"));
}

BOOST_AUTO_TEST_CASE(who_takes_over_goes_on_where_the_one_before_has_ended) {
    one->append("first").value();
    auto const checked = std::move(files->write("one", Bytes::KeptWhenKept)).value();
    BOOST_TEST(one->append("late").error().code == "taken_over");
    BOOST_TEST(checked->append("unkept").is_ok());
    auto const last = another_on("one");
    BOOST_TEST(last->size() == 5);
    BOOST_TEST(checked->keep().error().code == "taken_over");
    BOOST_TEST(last->append("+").is_ok());
    BOOST_TEST(files->content("one").value() == "first+");
}

BOOST_AUTO_TEST_CASE(what_was_removed_is_written_to_by_nobody) {
    one->append("first").value();
    files->remove("one");
    BOOST_TEST(one->append("late").error().code == "taken_over");
    BOOST_TEST(files->size("one").value() == 0);
    BOOST_TEST(!files->has("one"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
