#include "server/api/quarantine.h"

#include "server/api/archive.h"

#include <algorithm>

namespace huiyin::server {

namespace {

constexpr std::size_t scans_at_once = 4;
constexpr std::chrono::seconds look_interval{1};
constexpr int most_scans_in_vain = 3;

} // namespace

Quarantine::Quarantine(Office& office, std::unique_ptr<CaseReader> reader, Perform perform, Pace pace)
    : m_office(office), m_reader(std::move(reader)), m_perform(std::move(perform)), m_pace(pace) {
    while (!m_office.scanner.empty() && m_threads.size() < scans_at_once)
        m_threads.emplace_back([this] { scan_until_stopped(); });
}

Quarantine::~Quarantine() { stop(); }

void Quarantine::stop() {
    {
        std::lock_guard const lock(m_mutex);
        m_stop.request_stop();
        m_stops.notify_all();
    }
    for (std::thread& thread : m_threads)
        if (thread.joinable()) thread.join();
}

std::size_t Quarantine::in_vain() {
    std::lock_guard const lock(m_mutex);
    return m_in_vain.size();
}

void Quarantine::scan_until_stopped() {
    std::unique_lock lock(m_mutex);
    while (!m_stop.stop_requested()) {
        auto const upload = next();
        if (!upload) {
            m_stops.wait_for(lock, std::min<std::chrono::milliseconds>(look_interval, m_pace.pause),
                             [this] { return m_stop.stop_requested(); });
            continue;
        }
        lock.unlock();
        auto verdict = scanning(m_office, *upload, m_stop.get_token());
        bool const is_answered = verdict.is_ok();
        if (!is_answered && m_stop.stop_requested()) return;
        bool const is_durable = m_perform(std::move(verdict));
        lock.lock();
        note(upload->name, is_answered && is_durable);
    }
}

/// Those that were tried in vain come last, and take nobody's place among those that are read.
std::optional<Upload> Quarantine::next() {
    if (Clock::now() < m_rests_until) return std::nullopt;
    std::size_t const at_most = m_pace.files + m_in_vain.size();
    auto const checking = m_reader->uploads_in(AttachmentState::Checking, at_most);
    if (!checking) {
        m_office.report(checking.error());
        m_rests_until = Clock::now() + m_pace.pause;
        return std::nullopt;
    }
    if (checking->size() < at_most) forget_all_but(*checking);
    Upload const* found = nullptr;
    for (Upload const& upload : *checking)
        if (is_due(upload) && (!found || scans_in_vain(upload) < scans_in_vain(*found))) found = &upload;
    if (!found) return std::nullopt;
    m_at_work.insert(found->name);
    return *found;
}

bool Quarantine::is_due(Upload const& upload) const {
    auto const waits = m_in_vain.find(upload.name);
    bool const may_be_tried = waits == m_in_vain.end() || Clock::now() >= waits->second.not_before;
    return may_be_tried && !m_at_work.contains(upload.name);
}

int Quarantine::scans_in_vain(Upload const& upload) const {
    auto const found = m_in_vain.find(upload.name);
    return found == m_in_vain.end() ? 0 : found->second.scans;
}

void Quarantine::forget_all_but(std::vector<Upload> const& checking) {
    if (m_in_vain.empty()) return;
    std::set<std::string_view> names;
    for (Upload const& upload : checking)
        names.insert(upload.name);
    std::erase_if(m_in_vain, [&](auto const& entry) { return !names.contains(entry.first); });
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
    file.not_before = Clock::now() + m_pace.pause * (1 << std::min(file.scans++, most_doublings));
    if (++m_in_vain_together < most_scans_in_vain) return;
    // Then it is the scanner and not the files.
    m_in_vain_together = 0;
    m_rests_until = Clock::now() + m_pace.pause;
}

} // namespace huiyin::server
