#include "server/api/wrong_tries.h"

#include <algorithm>

namespace huiyin::server {

namespace {

constexpr std::size_t most_entries = 200'000;

std::string pair_key(std::string_view subject, std::string_view address) {
    return std::string(subject).append(" from ").append(address);
}
std::string address_key(std::string_view address) { return "from " + std::string(address); }

Duration wait_after(int wrong_tries) {
    constexpr int most_doublings = 10;
    int const doublings = std::min(wrong_tries - WrongTries::free_tries, most_doublings);
    if (doublings < 0) return {};
    return std::min(Duration{WrongTries::first_wait.ms << doublings}, WrongTries::longest_wait);
}

} // namespace

std::optional<Duration> WrongTries::must_wait(std::string_view subject, std::string_view address,
                                              Instant now) const {
    std::lock_guard const lock(m_book->mutex);
    auto const wait_for = [&](std::string const& key) {
        auto const found = m_book->tries.find(key);
        if (found == m_book->tries.end() || found->second.life.is_over(now)) return Duration{};
        return found->second.wait.left(now);
    };
    Duration const wait = std::max(wait_for(pair_key(subject, address)), wait_for(address_key(address)));
    return wait > Duration{} ? std::optional(wait) : std::nullopt;
}

void WrongTries::count(std::string_view subject, std::string_view address, Instant now) {
    std::lock_guard const lock(m_book->mutex);
    auto& tries = m_book->tries;
    // Addresses are limited themselves, so this many subjects take many addresses; then memory goes first.
    if (tries.size() >= most_entries)
        std::erase_if(tries, [&](auto const& entry) { return entry.second.life.is_over(now); });
    if (tries.size() >= most_entries) tries.clear();
    Tries& pair = tries[pair_key(subject, address)];
    if (pair.life.is_over(now)) pair.count = 0;
    ++pair.count;
    pair.wait = Lifetime::from(now, wait_after(pair.count));
    pair.life = Lifetime::from(now, forgotten_after);
    Tries& whole = tries[address_key(address)];
    if (whole.life.is_over(now)) whole = {0, {}, Lifetime::from(now, window)};
    if (++whole.count >= most_for_an_address) whole.wait = whole.life;
    m_book->is_empty.store(false, std::memory_order_relaxed);
}

void WrongTries::forget(std::string_view subject, std::string_view address) {
    std::lock_guard const lock(m_book->mutex);
    m_book->tries.erase(pair_key(subject, address));
}

} // namespace huiyin::server
