#pragma once

#include "core/base/time.h"
#include "server/api/lifetime.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace huiyin::server {

/// Counts wrong access codes and passwords where they are made: for each thing tried (a number, a name;
/// whether it exists or not) from each address, and for each address. Who tries wrongly waits, longer each
/// time; whoever the thing belongs to and comes from elsewhere does not. Generous for an address, because
/// kiosks and whole offices share one.
class WrongTries {
public:
    /// Before the first wait; each is twice the one before.
    static constexpr int free_tries = 5;
    static constexpr Duration first_wait = Duration::seconds(10);
    static constexpr Duration longest_wait = Duration::minutes(5);
    /// Behind the newest wrong try.
    static constexpr Duration forgotten_after = Duration::hours(1);

    static constexpr Duration window = Duration::minutes(10);
    static constexpr int most_for_an_address = 300;

    /// How long to wait; nothing when trying is allowed.
    std::optional<Duration> must_wait(std::string_view subject, std::string_view address, Instant now) const;
    /// Lets the many requests pass that come while nobody tries.
    bool is_empty() const { return m_book->is_empty.load(std::memory_order_relaxed); }
    void count(std::string_view subject, std::string_view address, Instant now);
    /// After a right one.
    void forget(std::string_view subject, std::string_view address);

private:
    struct Tries {
        int count = 0;
        /// Nothing is tried before its end.
        Lifetime wait;
        Lifetime life;
    };
    struct Book {
        std::mutex mutex;
        std::unordered_map<std::string, Tries> tries;
        std::atomic<bool> is_empty = true;
    };

    std::unique_ptr<Book> m_book = std::make_unique<Book>();
};

} // namespace huiyin::server
