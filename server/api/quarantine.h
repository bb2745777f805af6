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
#include <stop_token>
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

    struct Pace {
        /// How many that were not tried in vain are looked at together.
        std::size_t files = 1'000;
        /// After a look in vain; twice as long each time for the file.
        std::chrono::milliseconds pause{10'000};
    };

    /// Without a scanner there is nothing to do.
    Quarantine(Office& office, std::unique_ptr<CaseReader> reader, Perform perform)
        : Quarantine(office, std::move(reader), std::move(perform), Pace{}) {}
    Quarantine(Office& office, std::unique_ptr<CaseReader> reader, Perform perform, Pace pace);
    ~Quarantine();

    /// Gives up those that are looked through: the next start looks at them again.
    void stop();
    /// Files that wait to be tried again.
    std::size_t in_vain();

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
    int scans_in_vain(Upload const& upload) const;
    void forget_all_but(std::vector<Upload> const& checking);
    void note(std::string const& name, bool is_looked_through);

    Office& m_office;
    std::unique_ptr<CaseReader> m_reader;
    Perform m_perform;
    Pace m_pace;
    std::mutex m_mutex;
    std::condition_variable m_stops;
    std::stop_source m_stop;
    std::set<std::string> m_at_work;
    std::map<std::string, InVain> m_in_vain;
    int m_in_vain_together = 0;
    Clock::time_point m_rests_until = {};
    std::vector<std::thread> m_threads;
};

} // namespace huiyin::server
