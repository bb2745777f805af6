#pragma once

#include "server/api/context.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace huiyin::server {

/// Has the files looked through that wait for it: a few at once, so that one which the scanner takes long for
/// keeps nobody else's.
class Quarantine {
public:
    /// Carries out what a look has brought about and waits until that is durable. False when it is not.
    using Perform = std::function<bool(Prepared)>;

    /// Without a scanner there is nothing to do.
    Quarantine(Office& office, std::unique_ptr<CaseReader> reader, Perform perform);
    ~Quarantine();

    /// Waits for those that are looked through.
    void stop();

private:
    using Clock = std::chrono::steady_clock;
    struct InVain {
        int scans = 0;
        Clock::time_point not_before;
    };

    void scan_until_stopped();
    // Under the mutex.
    std::optional<Upload> next();
    bool is_due(Upload const& upload) const;
    void note(std::string const& name, bool is_looked_through);

    Office& m_office;
    std::unique_ptr<CaseReader> m_reader;
    Perform m_perform;
    std::mutex m_mutex;
    std::condition_variable m_stops;
    bool m_is_stopping = false;
    std::set<std::string> m_at_work;
    std::map<std::string, InVain> m_in_vain;
    int m_in_vain_together = 0;
    Clock::time_point m_rests_until = {};
    std::vector<std::thread> m_threads;
};

} // namespace huiyin::server
