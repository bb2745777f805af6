#pragma once

#include "core/base/time.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace huiyin::server {

/// Counts wrong access codes and passwords: for each thing tried (a number, a name), whether it exists or
/// not, and for each address. Generous, because kiosks and whole offices share one address.
class WrongTries {
public:
    static constexpr Duration window = Duration::minutes(10);
    static constexpr int most_for_a_subject = 30;
    static constexpr int most_for_an_address = 300;

    /// How long to wait; nothing when trying is allowed.
    std::optional<Duration> must_wait(std::string_view subject, std::string_view address, Instant now) const;
    /// Lets the many requests pass that come while nobody tries.
    bool is_empty() const { return m_book->is_empty.load(std::memory_order_relaxed); }
    void count(std::string_view subject, std::string_view address, Instant now);

private:
    struct Tries {
        int count = 0;
        Instant ends_at;
    };
    struct Book {
        std::mutex mutex;
        std::unordered_map<std::string, Tries> tries;
        std::atomic<bool> is_empty = true;
    };

    std::unique_ptr<Book> m_book = std::make_unique<Book>();
};

} // namespace huiyin::server
