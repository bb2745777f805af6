#pragma once

#include "core/base/time.h"
#include "core/domain/work.h"
#include "server/api/lifetime.h"
#include "server/api/secret.h"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace huiyin::server {

/// How much is sent, and what work that asks of the next device: nobody is turned away, but who sends very
/// much, or very many at once, waits for their own device.
class Demand {
public:
    /// The work of one who sends more than is free; each doubling adds a bit.
    static constexpr int least_bits = 15;
    static constexpr Duration window = Duration::minutes(10);
    /// Steps of citizens that a case takes in an hour without work.
    static constexpr int free_steps = 30;
    static constexpr Duration steps_window = Duration::hours(1);
    /// All together in ten seconds, as a multiple of what one address has free in ten minutes.
    static constexpr int surge_factor = 5;
    static constexpr Duration surge_window = Duration::seconds(10);
    static constexpr Duration challenge_life = Duration::minutes(2);

    /// `free_cases` for an address in the window; 0 asks nobody for work. Tests ask for less of it.
    explicit Demand(int free_cases = 0, int first_bits = least_bits)
        : m_free_cases(free_cases), m_first_bits(first_bits) {}

    /// Bits of work before the next; 0 for none.
    int bits_for_case(std::string_view address, Instant now) const;
    int bits_for_step(std::string_view number, Instant now) const;
    void count_case(std::string_view address, Instant now);
    void count_step(std::string_view number, Instant now);

    /// `purpose` says what the work is for and is not in the challenge: it counts for nothing else.
    Work challenge(Secret const& secret, std::string_view purpose, int bits, Instant now) const;
    /// Whether "challenge:number" is work that we asked for, about as much as we ask now, and that nobody has
    /// shown before.
    bool accepts(Secret const& secret, std::string_view purpose, std::string_view shown, int bits,
                 Instant now);

private:
    struct Count {
        int count = 0;
        Lifetime life;
    };
    struct Book {
        std::mutex mutex;
        std::unordered_map<std::string, Count> counts;
        /// Until they expire by themselves.
        std::unordered_map<std::string, Instant> shown;
    };

    int counted(std::string const& key, Instant now) const;
    void count(std::string const& key, Duration life, Instant now);

    /// Of work, for so many when so many are free.
    int bits_beyond(int count, int free) const;

    int m_free_cases;
    int m_first_bits;
    std::unique_ptr<Book> m_book = std::make_unique<Book>();
};

} // namespace huiyin::server
