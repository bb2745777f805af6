#pragma once

#include "server/store/memory_store.h"

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace huiyin::server::tests {

/// A memory store that counts, holds back and fails as a test wants it.
class WatchedStore final : public CaseStore {
public:
    Result<std::unique_ptr<CaseReader>> reader() override;
    Result<std::unique_ptr<CaseWriter>> writer() override;

    /// Commits wait until let_commit().
    void hold_commits();
    void wait_until_held();
    void let_commit();
    int commits() const { return m_commits; }

    void fail_commits() { m_fails_commits = true; }
    /// One remember() fails, behind this many that go well; the same key fails again.
    void fail_when_remembering_after(int count) { m_remembers_before_failing = count; }

    /// How often a case or a page was looked up by readers.
    int reads() const { return m_reads; }

private:
    class Reader;
    class Writer;

    MemoryStore m_store;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_is_holding = false;
    bool m_is_held = false;
    std::atomic<bool> m_fails_commits = false;
    std::atomic<int> m_commits = 0;
    std::atomic<int> m_reads = 0;
    std::atomic<int> m_remembers_before_failing = -1;
    std::optional<Digest> m_failing_key;
};

} // namespace huiyin::server::tests
