#include "server/api/dispatcher.h"

#include "server/api/answers.h"
#include "server/api/sessions.h"

namespace huiyin::server {

namespace {

constexpr std::size_t most_waiting_changes = 20'000;
constexpr std::size_t most_waiting_tasks = 64;

Answered refused(Response response, std::string_view route) { return {std::move(response), route}; }
Answered overloaded(std::string_view route) { return refused(unavailable({"overloaded"}), route); }

} // namespace

Result<std::unique_ptr<Dispatcher>> Dispatcher::make(Office office, CaseStore& store) {
    auto writer = TRY(store.writer());
    auto slow_reader = TRY(store.reader());
    return std::unique_ptr<Dispatcher>(
        new Dispatcher(std::move(office), store, std::move(writer), std::move(slow_reader)));
}

Dispatcher::Dispatcher(Office office, CaseStore& store, std::unique_ptr<CaseWriter> writer,
                       std::unique_ptr<CaseReader> slow_reader)
    : m_office(std::move(office)), m_store(store), m_writer(std::move(writer)),
      m_slow_reader(std::move(slow_reader)), m_writing([this] { write_until_stopped(); }),
      m_slow([this] { work_slowly_until_stopped(); }) {}

Dispatcher::~Dispatcher() { stop(); }

std::optional<Answered> Dispatcher::dispatch(CaseReader& cases, Request request, std::string_view caller,
                                             Completion done) {
    Started started = start(m_office, cases, request, caller);
    if (auto* response = std::get_if<Response>(&started.next))
        return Answered{std::move(*response), started.route};
    if (auto* change = std::get_if<Change>(&started.next))
        return enqueue(WaitingChange{std::move(*change), started.route, std::move(done)});
    return enqueue(WaitingTask{std::get<SlowTask>(started.next), std::move(request), std::string(caller),
                               started.route, std::move(done)});
}

std::optional<Answered> Dispatcher::enqueue(WaitingChange waiting) {
    std::string const& key = waiting.change.exclusive_key;
    std::unique_lock lock(m_changes.mutex);
    if (m_changes.is_stopping || m_changes.items.size() >= most_waiting_changes)
        return overloaded(waiting.route);
    if (!key.empty() && !m_keys_in_progress.insert(key).second)
        return refused(problem(409, "in_progress"), waiting.route);
    m_changes.items.push_back(std::move(waiting));
    bool const is_first = m_changes.items.size() == 1;
    lock.unlock();
    if (is_first) m_changes.has_come.notify_one();
    return std::nullopt;
}

std::optional<Answered> Dispatcher::enqueue(WaitingTask waiting) {
    std::unique_lock lock(m_tasks.mutex);
    if (m_tasks.is_stopping || m_tasks.items.size() >= most_waiting_tasks) return overloaded(waiting.route);
    m_tasks.items.push_back(std::move(waiting));
    lock.unlock();
    m_tasks.has_come.notify_one();
    return std::nullopt;
}

void Dispatcher::write_until_stopped() {
    std::unique_lock lock(m_changes.mutex);
    while (true) {
        m_changes.has_come.wait(lock, [this] { return m_changes.is_stopping || !m_changes.items.empty(); });
        if (m_changes.items.empty()) return;
        auto group = std::exchange(m_changes.items, {});
        lock.unlock();
        write(std::move(group));
        lock.lock();
    }
}

void Dispatcher::write(std::deque<WaitingChange> group) {
    Changes changes;
    for (WaitingChange const& waiting : group)
        changes.push_back(&waiting.change);
    Change const forgetting_keys = forgetting_old_keys(m_office);
    Change const forgetting_sessions = forgetting_old_sessions(m_office);
    if (is_time_to_forget()) changes.insert(changes.end(), {&forgetting_keys, &forgetting_sessions});
    std::vector<Response> responses = perform(m_office, *m_writer, changes);
    {
        // Before anyone hears of it, so that the same key sent again is not told "in progress".
        std::lock_guard const lock(m_changes.mutex);
        for (WaitingChange const& waiting : group)
            m_keys_in_progress.erase(waiting.change.exclusive_key);
    }
    for (std::size_t index = 0; index < group.size(); ++index)
        group[index].done({std::move(responses[index]), group[index].route});
}

bool Dispatcher::is_time_to_forget() {
    Instant const now = m_office.now();
    if (now < m_forget_at) return false;
    m_forget_at = now + Duration::minutes(10);
    return true;
}

void Dispatcher::work_slowly_until_stopped() {
    std::unique_lock lock(m_tasks.mutex);
    while (true) {
        m_tasks.has_come.wait(lock, [this] { return m_tasks.is_stopping || !m_tasks.items.empty(); });
        if (m_tasks.items.empty()) return;
        WaitingTask waiting = std::move(m_tasks.items.front());
        m_tasks.items.pop_front();
        lock.unlock();
        work_slowly(std::move(waiting));
        lock.lock();
    }
}

void Dispatcher::work_slowly(WaitingTask waiting) {
    auto checked = check_slowly(m_office, *m_slow_reader, waiting.task, waiting.request, waiting.caller);
    if (auto* response = std::get_if<Response>(&checked))
        return waiting.done({std::move(*response), waiting.route});
    auto const done = waiting.done;
    auto refused = enqueue(WaitingChange{std::get<Change>(std::move(checked)), waiting.route, done});
    if (refused) done(*std::move(refused));
}

void Dispatcher::stop() {
    auto const ask_to_stop = [](auto& queue) {
        std::lock_guard const lock(queue.mutex);
        queue.is_stopping = true;
        queue.has_come.notify_all();
    };
    ask_to_stop(m_changes);
    ask_to_stop(m_tasks);
    if (m_writing.joinable()) m_writing.join();
    if (m_slow.joinable()) m_slow.join();
}

} // namespace huiyin::server
