#pragma once

#include "server/api/archive.h"
#include "server/api/exchange.h"
#include "server/api/lifetime.h"
#include "server/api/quarantine.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_set>
#include <vector>

namespace huiyin::server {

struct Answered {
    Response response;
    /// The pattern of the route, for the log.
    std::string_view route;
};

/// Sends each request down its lane: reads are answered at once, changes wait for the one writer, which
/// commits all that wait as one group, slow ones have a thread of their own, and what waits for the disk has
/// some, for disks bring many files to rest in the time of one. Another one keeps the files of citizens and
/// forgets them; those that wait for the scanner have some of their own.
class Dispatcher {
public:
    /// Called on the thread of the lane, once.
    using Completion = std::function<void(Answered)>;

    static Result<std::unique_ptr<Dispatcher>> make(Office office, CaseStore& store);
    ~Dispatcher();

    /// A reader for one more thread that dispatches.
    Result<std::unique_ptr<CaseReader>> reader() { return m_store.reader(); }

    /// The answer, when it is ready at once; else `done` gets it, after what it says is durable.
    std::optional<Answered> dispatch(CaseReader& cases, Request request, std::string_view caller,
                                     Completion done);

    /// A body that goes to the disk as it comes; nothing for every other request.
    std::unique_ptr<Receiving> receive(CaseReader& cases, Request const& request);
    /// `done` gets the answer to a body that is whole.
    std::optional<Answered> file(std::unique_ptr<Receiving> receiving, Completion done);

    /// Answers what waits, then ends the lanes. What comes later is answered with 503.
    void stop();

private:
    struct WaitingChange {
        Change change;
        std::string_view route;
        Completion done;
    };
    struct WaitingTask {
        SlowTask task;
        Request request;
        std::string caller;
        std::string_view route;
        Completion done;
    };
    struct WaitingFile {
        std::unique_ptr<Receiving> receiving;
        Completion done;
    };
    struct WaitingAnswer {
        DiskTask task;
        std::string_view route;
        Completion done;
    };
    /// A change that is durable, and what follows it.
    struct WaitingEnd {
        std::function<void()> then;
        Answered answered;
        Completion done;
    };
    /// What waits in a lane.
    template <class Item>
    struct Queue {
        std::mutex mutex;
        std::condition_variable has_come;
        std::deque<Item> items;
        bool is_stopping = false;

        /// \returns whether it was taken; what is not, because the lane stops or `most` are waiting, stays as
        /// it is
        template <class Waiting>
        bool take_in(Waiting&& waiting, std::size_t most) {
            std::unique_lock lock(mutex);
            if (is_stopping || items.size() >= most) return false;
            items.emplace_back(std::forward<Waiting>(waiting));
            lock.unlock();
            has_come.notify_one();
            return true;
        }
    };

    Dispatcher(Office office, CaseStore& store, std::unique_ptr<CaseWriter> writer,
               std::unique_ptr<CaseReader> slow_reader, std::unique_ptr<CaseReader> keeping_reader,
               std::unique_ptr<CaseReader> scanning_reader);

    std::optional<Answered> enqueue(WaitingChange waiting);
    std::optional<Answered> enqueue(WaitingTask waiting);
    std::optional<Answered> enqueue(WaitingAnswer waiting);
    void enqueue(Prepared prepared, std::string_view route, Completion done);
    void enqueue(WaitingEnd waiting);
    void write_until_stopped();
    void write(std::deque<WaitingChange> group);
    bool is_time_to_forget();
    void work_slowly_until_stopped();
    void work_slowly(WaitingTask waiting);
    void file_until_stopped();
    void go_on(WaitingFile waiting);
    void go_on(WaitingAnswer waiting);
    static void go_on(WaitingEnd waiting);
    void keep_files_until_stopped();
    void finish_whole_files();
    void forget_files();
    void remove_files_of_nobody();
    bool perform_and_wait(Prepared prepared);

    Office m_office;
    CaseStore& m_store;
    std::unique_ptr<CaseWriter> m_writer;
    std::unique_ptr<CaseReader> m_slow_reader;
    /// Touched by the writing thread only.
    Lifetime m_forgotten = {};
    Queue<WaitingChange> m_changes;
    /// Keys of changes that wait or run; guarded by m_changes.mutex.
    std::unordered_set<std::string> m_keys_in_progress;
    Queue<WaitingTask> m_tasks;
    Queue<std::variant<WaitingFile, WaitingAnswer, WaitingEnd>> m_files;
    std::unique_ptr<CaseReader> m_keeping_reader;
    std::mutex m_keeping_mutex;
    std::condition_variable m_keeping_stops;
    bool m_is_keeping = true;
    std::thread m_writing;
    std::thread m_slow;
    std::vector<std::thread> m_filing;
    std::thread m_keeping;
    Quarantine m_quarantine;
};

} // namespace huiyin::server
