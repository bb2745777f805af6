#include "server/api/quarantine.h"

#include "server/api/archive.h"

#include <algorithm>

namespace huiyin::server {

namespace {

constexpr std::size_t scans_at_once = 4;
constexpr std::size_t most_files_at_once = 1'000;
constexpr std::chrono::seconds look_interval{1};
constexpr std::chrono::seconds pause_after_failed_scan{10};
constexpr int most_scans_in_vain = 3;

} // namespace

Quarantine::Quarantine(Office& office, std::unique_ptr<CaseReader> reader, Perform perform)
    : m_office(office), m_reader(std::move(reader)), m_perform(std::move(perform)) {
    while (!m_office.scanner.empty() && m_threads.size() < scans_at_once)
        m_threads.emplace_back([this] { scan_until_stopped(); });
}

Quarantine::~Quarantine() { stop(); }

void Quarantine::stop() {
    {
        std::lock_guard const lock(m_mutex);
        m_is_stopping = true;
        m_stops.notify_all();
    }
    for (std::thread& thread : m_threads)
        if (thread.joinable()) thread.join();
}

void Quarantine::scan_until_stopped() {
    std::unique_lock lock(m_mutex);
    while (!m_is_stopping) {
        auto const upload = next();
        if (!upload) {
            m_stops.wait_for(lock, look_interval, [this] { return m_is_stopping; });
            continue;
        }
        lock.unlock();
        auto verdict = scanning(m_office, *upload);
        bool const is_answered = verdict.is_ok();
        bool const is_durable = m_perform(std::move(verdict));
        lock.lock();
        note(upload->name, is_answered && is_durable);
    }
}

std::optional<Upload> Quarantine::next() {
    if (Clock::now() < m_rests_until) return std::nullopt;
    auto const checking = m_reader->uploads_in(AttachmentState::Checking, most_files_at_once);
    if (!checking) {
        m_office.report(checking.error());
        m_rests_until = Clock::now() + pause_after_failed_scan;
        return std::nullopt;
    }
    auto const found = std::find_if(checking->begin(), checking->end(),
                                    [this](Upload const& upload) { return is_due(upload); });
    if (found == checking->end()) return std::nullopt;
    m_at_work.insert(found->name);
    return *found;
}

bool Quarantine::is_due(Upload const& upload) const {
    auto const waits = m_in_vain.find(upload.name);
    bool const may_be_tried = waits == m_in_vain.end() || Clock::now() >= waits->second.not_before;
    return may_be_tried && !m_at_work.contains(upload.name);
}

/// A file that could not be looked through waits, twice as long each time, so that those which break the
/// scanner do not keep it from the others.
void Quarantine::note(std::string const& name, bool is_looked_through) {
    constexpr int most_doublings = 8;
    m_at_work.erase(name);
    if (is_looked_through) {
        m_in_vain.erase(name);
        m_in_vain_together = 0;
        return;
    }
    InVain& file = m_in_vain[name];
    file.not_before = Clock::now() + pause_after_failed_scan * (1 << std::min(file.scans++, most_doublings));
    if (++m_in_vain_together < most_scans_in_vain) return;
    // Then it is the scanner and not the files.
    m_in_vain_together = 0;
    m_rests_until = Clock::now() + pause_after_failed_scan;
}

} // namespace huiyin::server
