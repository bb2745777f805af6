#include "server/api/demand.h"

#include <algorithm>
#include <bit>
#include <charconv>

namespace huiyin::server {

namespace {

constexpr std::size_t most_entries = 200'000;
constexpr std::string_view everybody = "all";

std::string address_key(std::string_view address) { return "from " + std::string(address); }
std::string step_key(std::string_view number) { return "on " + std::string(number); }

template <class Map, class IsOver>
void make_room(Map& map, IsOver const& is_over) {
    if (map.size() < most_entries) return;
    std::erase_if(map, is_over);
    if (map.size() >= most_entries) map.clear();
}

template <class Number>
std::optional<Number> take_number(std::string_view& text) {
    Number value{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    bool const is_followed = error == std::errc() && end != text.data() + text.size() && *end == '.';
    if (!is_followed) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
    return value;
}

} // namespace

int Demand::bits_beyond(int count, int free) const {
    if (count < free) return 0;
    int const doublings = std::bit_width(static_cast<unsigned>(count / free)) - 1;
    return std::min(m_first_bits + doublings, most_work_bits);
}

int Demand::counted(std::string const& key, Instant now) const {
    auto const found = m_book->counts.find(key);
    return found == m_book->counts.end() || found->second.life.is_over(now) ? 0 : found->second.count;
}

void Demand::count(std::string const& key, Duration life, Instant now) {
    Count& counted = m_book->counts[key];
    if (counted.life.is_over(now)) counted = {0, Lifetime::from(now, life)};
    ++counted.count;
}

int Demand::bits_for_case(std::string_view address, Instant now) const {
    if (m_free_cases == 0) return 0;
    std::lock_guard const lock(m_book->mutex);
    return std::max(bits_beyond(counted(address_key(address), now), m_free_cases),
                    bits_beyond(counted(std::string(everybody), now), m_free_cases * surge_factor));
}

int Demand::bits_for_step(std::string_view number, Instant now) const {
    if (m_free_cases == 0) return 0;
    std::lock_guard const lock(m_book->mutex);
    return bits_beyond(counted(step_key(number), now), free_steps);
}

void Demand::count_case(std::string_view address, Instant now) {
    if (m_free_cases == 0) return;
    std::lock_guard const lock(m_book->mutex);
    make_room(m_book->counts, [now](auto const& entry) { return entry.second.life.is_over(now); });
    count(address_key(address), window, now);
    count(std::string(everybody), surge_window, now);
}

void Demand::count_step(std::string_view number, Instant now) {
    if (m_free_cases == 0) return;
    std::lock_guard const lock(m_book->mutex);
    make_room(m_book->counts, [now](auto const& entry) { return entry.second.life.is_over(now); });
    count(step_key(number), steps_window, now);
}

Work Demand::challenge(Secret const& secret, std::string_view purpose, int bits, Instant now) const {
    // Short, so that a device hashes one block for each number.
    std::string text = std::to_string((now + challenge_life).unix_ms / 1000) + "." + std::to_string(bits) +
                       "." + new_token().substr(0, 7);
    text += "." + secret.seal_of_challenge(text + "\n" + std::string(purpose));
    return {std::move(text), bits};
}

bool Demand::accepts(Secret const& secret, std::string_view purpose, std::string_view shown, int asked_bits,
                     Instant now) {
    auto const colon = shown.find(':');
    auto const dot = shown.substr(0, colon).rfind('.');
    if (colon == std::string_view::npos || dot == std::string_view::npos) return false;
    std::string const text(shown.substr(0, dot));
    if (secret.seal_of_challenge(text + "\n" + std::string(purpose)) !=
        shown.substr(dot + 1, colon - dot - 1))
        return false;
    std::string_view rest = text;
    auto const expires_s = take_number<std::int64_t>(rest);
    auto const bits = take_number<int>(rest);
    if (!expires_s || !bits || Instant{*expires_s * 1000} <= now) return false;
    // While a device works, others send: a bit more may be asked by then.
    if (*bits + 1 < asked_bits) return false;
    if (!is_done_by({std::string(shown.substr(0, colon)), *bits}, shown.substr(colon + 1))) return false;
    std::lock_guard const lock(m_book->mutex);
    make_room(m_book->shown, [now](auto const& entry) { return entry.second + clock_slack <= now; });
    return m_book->shown.emplace(text, Instant{*expires_s * 1000}).second;
}

} // namespace huiyin::server
