#include "server/api/wrong_tries.h"

#include <algorithm>

namespace huiyin::server {

namespace {

constexpr std::size_t most_entries = 200'000;

std::string subject_key(std::string_view subject) { return "s" + std::string(subject); }
std::string address_key(std::string_view address) { return "a" + std::string(address); }

} // namespace

std::optional<Duration> WrongTries::must_wait(std::string_view subject, std::string_view address,
                                              Instant now) const {
    std::lock_guard const lock(m_book->mutex);
    auto const wait_for = [&](std::string const& key, int most) {
        auto const found = m_book->tries.find(key);
        bool const is_over = found != m_book->tries.end() && found->second.count >= most;
        return is_over ? found->second.ends_at - now : Duration{};
    };
    Duration const wait = std::max(wait_for(subject_key(subject), most_for_a_subject),
                                   wait_for(address_key(address), most_for_an_address));
    return wait > Duration{} ? std::optional(wait) : std::nullopt;
}

void WrongTries::count(std::string_view subject, std::string_view address, Instant now) {
    std::lock_guard const lock(m_book->mutex);
    auto& tries = m_book->tries;
    // Addresses are limited themselves, so this many subjects take many addresses; then memory goes first.
    if (tries.size() >= most_entries)
        std::erase_if(tries, [&](auto const& entry) { return entry.second.ends_at <= now; });
    if (tries.size() >= most_entries) tries.clear();
    for (std::string const& key : {subject_key(subject), address_key(address)}) {
        Tries& counted = tries[key];
        if (counted.ends_at <= now) counted = {0, now + window};
        ++counted.count;
    }
    m_book->is_empty.store(false, std::memory_order_relaxed);
}

} // namespace huiyin::server
