#include "server/api/dispatcher.h"

#include "server/api/answers.h"
#include "server/api/sessions.h"

#include <chrono>
#include <future>

namespace huiyin::server {

namespace {

constexpr std::size_t most_waiting_changes = 20'000;
constexpr std::size_t most_waiting_tasks = 64;
constexpr std::size_t most_waiting_files = 256;
constexpr std::size_t files_at_once = 8;
constexpr std::size_t most_files_at_once = 1'000;
/// More than strangers begin while one of them is kept.
constexpr std::size_t most_waiting_uploads = 100'000;
constexpr Duration forgetting_interval = Duration::minutes(10);
constexpr std::chrono::minutes sweep_interval{1};
constexpr std::string_view upload_route = "/api/v1/uploads/{id}";
constexpr std::string_view keeping_route = "files";

Answered refused(Response response, std::string_view route) { return {std::move(response), route}; }
Answered overloaded(std::string_view route) { return refused(unavailable({"overloaded"}), route); }

} // namespace

Result<std::unique_ptr<Dispatcher>> Dispatcher::make(Office office, CaseStore& store) {
    auto writer = TRY(store.writer());
    auto slow_reader = TRY(store.reader());
    auto keeping_reader = TRY(store.reader());
    auto scanning_reader = TRY(store.reader());
    return std::unique_ptr<Dispatcher>(new Dispatcher(std::move(office), store, std::move(writer),
                                                      std::move(slow_reader), std::move(keeping_reader),
                                                      std::move(scanning_reader)));
}

Dispatcher::Dispatcher(Office office, CaseStore& store, std::unique_ptr<CaseWriter> writer,
                       std::unique_ptr<CaseReader> slow_reader, std::unique_ptr<CaseReader> keeping_reader,
                       std::unique_ptr<CaseReader> scanning_reader)
    : m_office(std::move(office)), m_store(store), m_writer(std::move(writer)),
      m_slow_reader(std::move(slow_reader)), m_keeping_reader(std::move(keeping_reader)),
      m_writing([this] { write_until_stopped(); }), m_slow([this] { work_slowly_until_stopped(); }),
      m_quarantine(m_office, std::move(scanning_reader),
                   [this](Prepared prepared) { return perform_and_wait(std::move(prepared)); }) {
    while (m_filing.size() < files_at_once)
        m_filing.emplace_back([this] { file_until_stopped(); });
    if (m_office.files) m_keeping = std::thread([this] { keep_files_until_stopped(); });
}

Dispatcher::~Dispatcher() { stop(); }

std::optional<Answered> Dispatcher::dispatch(CaseReader& cases, Request request, std::string_view caller,
                                             Completion done) {
    Started started = start(m_office, cases, request, caller);
    if (auto* response = std::get_if<Response>(&started.next))
        return Answered{std::move(*response), started.route};
    if (auto* change = std::get_if<Change>(&started.next))
        return enqueue(WaitingChange{std::move(*change), started.route, std::move(done)});
    if (auto* task = std::get_if<DiskTask>(&started.next))
        return enqueue(WaitingAnswer{std::move(*task), started.route, std::move(done)});
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
    if (m_tasks.take_in(std::move(waiting), most_waiting_tasks)) return std::nullopt;
    return overloaded(waiting.route);
}

std::optional<Answered> Dispatcher::enqueue(WaitingAnswer waiting) {
    if (m_files.take_in(std::move(waiting), most_waiting_files)) return std::nullopt;
    return overloaded(waiting.route);
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
    std::vector<std::function<void()>> thens;
    for (WaitingChange& waiting : group) {
        thens.push_back(std::exchange(waiting.change.then, nullptr));
        changes.push_back(&waiting.change);
    }
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
    for (std::size_t index = 0; index < group.size(); ++index) {
        Answered answered{std::move(responses[index]), group[index].route};
        if (thens[index] && answered.response.status < 400)
            enqueue(WaitingEnd{std::move(thens[index]), std::move(answered), std::move(group[index].done)});
        else
            group[index].done(std::move(answered));
    }
}

/// Away from the writer, whom everybody waits for: it takes a file from the disk. It is never turned away.
void Dispatcher::enqueue(WaitingEnd waiting) {
    if (!m_files.take_in(std::move(waiting), m_files.items.max_size())) go_on(std::move(waiting));
}

bool Dispatcher::is_time_to_forget() {
    Instant const now = m_office.now();
    if (!m_forgotten.is_over(now)) return false;
    m_forgotten = Lifetime::from(now, forgetting_interval);
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

std::unique_ptr<Receiving> Dispatcher::receive(CaseReader& cases, Request const& request) {
    Found const found = find_route(request.method, request.target);
    if (!found.route || !std::holds_alternative<Receives>(found.route->lane)) return nullptr;
    return std::make_unique<Receiving>(m_office, cases, request, found.id);
}

std::optional<Answered> Dispatcher::file(std::unique_ptr<Receiving> receiving, Completion done) {
    if (m_files.take_in(WaitingFile{std::move(receiving), std::move(done)}, most_waiting_files))
        return std::nullopt;
    return overloaded(upload_route);
}

void Dispatcher::file_until_stopped() {
    std::unique_lock lock(m_files.mutex);
    while (true) {
        m_files.has_come.wait(lock, [this] { return m_files.is_stopping || !m_files.items.empty(); });
        if (m_files.items.empty()) return;
        auto waiting = std::move(m_files.items.front());
        m_files.items.pop_front();
        lock.unlock();
        std::visit([this](auto&& next) { go_on(std::move(next)); }, std::move(waiting));
        lock.lock();
    }
}

void Dispatcher::go_on(WaitingFile waiting) {
    Prepared prepared = waiting.receiving->finish();
    waiting.receiving.reset();
    enqueue(std::move(prepared), upload_route, std::move(waiting.done));
}

void Dispatcher::go_on(WaitingAnswer waiting) {
    waiting.done({answered(m_office, waiting.task), waiting.route});
}

void Dispatcher::go_on(WaitingEnd waiting) {
    waiting.then();
    waiting.done(std::move(waiting.answered));
}

void Dispatcher::enqueue(Prepared prepared, std::string_view route, Completion done) {
    if (!prepared) {
        m_office.report(prepared.error());
        return done({unavailable(prepared.error()), route});
    }
    if (auto* response = std::get_if<Response>(&prepared.value())) return done({std::move(*response), route});
    auto refusal = enqueue(WaitingChange{std::get<Change>(std::move(prepared).value()), route, done});
    if (refusal) done(*std::move(refusal));
}

bool Dispatcher::perform_and_wait(Prepared prepared) {
    // Shared with the writer, which may still be in it when this thread goes on.
    auto const performed = std::make_shared<std::promise<bool>>();
    enqueue(std::move(prepared), keeping_route,
            [performed](Answered const& answered) { performed->set_value(answered.response.status < 500); });
    return performed->get_future().get();
}

void Dispatcher::keep_files_until_stopped() {
    remove_files_of_nobody();
    std::unique_lock lock(m_keeping_mutex);
    while (m_is_keeping) {
        lock.unlock();
        finish_whole_files();
        forget_files();
        lock.lock();
        m_keeping_stops.wait_for(lock, sweep_interval, [this] { return !m_is_keeping; });
    }
}

/// A file that was whole when the server or its line was ended, and nobody was told.
void Dispatcher::finish_whole_files() {
    auto const waiting = m_keeping_reader->uploads_in(AttachmentState::Waiting, most_waiting_uploads);
    if (!waiting) return m_office.report(waiting.error());
    for (Upload const& upload : *waiting) {
        if (!m_office.files->has_all(upload.name, upload.bytes)) continue;
        // Whoever brings the last part to the disk at this moment is told of it, and ends it.
        if (m_office.files->is_being_written(upload.name)) continue;
        auto const size = m_office.files->size(upload.name);
        if (size && *size == upload.bytes) perform_and_wait(settling(m_office, upload));
    }
}

void Dispatcher::forget_files() {
    auto const expired = m_keeping_reader->expired_uploads(m_office.now(), most_files_at_once);
    if (!expired) return m_office.report(expired.error());
    for (Upload const& upload : *expired)
        perform_and_wait(std::variant<Response, Change>(forgetting(m_office, upload)));
}

/// Left where the machine went down between a change and its file.
void Dispatcher::remove_files_of_nobody() {
    for (std::string const& name : m_office.files->names()) {
        auto const upload = m_keeping_reader->upload(name);
        if (upload && !*upload) m_office.files->remove(name);
    }
}

void Dispatcher::stop() {
    auto const ask_to_stop = [](auto& queue) {
        std::lock_guard const lock(queue.mutex);
        queue.is_stopping = true;
        queue.has_come.notify_all();
    };
    {
        std::lock_guard const lock(m_keeping_mutex);
        m_is_keeping = false;
        m_keeping_stops.notify_all();
    }
    // What files bring about is for the writer, which ends behind them.
    ask_to_stop(m_files);
    for (std::thread& filing : m_filing)
        if (filing.joinable()) filing.join();
    if (m_keeping.joinable()) m_keeping.join();
    m_quarantine.stop();
    ask_to_stop(m_changes);
    ask_to_stop(m_tasks);
    if (m_writing.joinable()) m_writing.join();
    if (m_slow.joinable()) m_slow.join();
}

} // namespace huiyin::server
