#pragma once

#include "server/store/case_store.h"

#include <map>
#include <mutex>

namespace huiyin::server {

/// Cases in memory, for tests and for trying things out.
class MemoryStore final : public CaseStore {
public:
    struct Row;
    struct Tables;

    MemoryStore();
    ~MemoryStore() override;
    Result<std::unique_ptr<CaseReader>> reader() override;
    Result<std::unique_ptr<CaseWriter>> writer() override;

    /// What is committed; it never changes once it is handed out.
    std::shared_ptr<Tables const> committed() const;
    void publish(std::shared_ptr<Tables const> tables);

private:
    mutable std::mutex m_mutex;
    // Shared, because readers go on with what they hold while the writer publishes the next.
    std::shared_ptr<Tables const> m_committed;
};

} // namespace huiyin::server
