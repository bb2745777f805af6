#include "server/store/case_order.h"

#include <algorithm>
#include <string_view>

namespace huiyin::server {

namespace {

constexpr std::int64_t sequences_a_day = 1'000'000'000;

std::int64_t first_id(Date day) {
    return ((std::int64_t{day.year} * 100 + day.month) * 100 + day.day) * sequences_a_day;
}

std::int64_t digits_of(std::string_view text) {
    std::int64_t value = 0;
    for (char character : text)
        if (character >= '0' && character <= '9') value = value * 10 + (character - '0');
    return value;
}

} // namespace

std::int64_t case_id(CaseNumber const& number) {
    std::string_view const text = number.text();
    std::string_view const day = text.substr(2, 8);
    // The check character is behind the last dash and may itself be a digit.
    std::string_view const sequence = text.substr(10, text.rfind('-') - 10);
    return digits_of(day) * sequences_a_day + digits_of(sequence);
}

CaseNumber number_of(std::int64_t case_id) {
    std::int64_t const day = case_id / sequences_a_day;
    return CaseNumber::make(
        {static_cast<int>(day / 10'000), static_cast<int>(day / 100 % 100), static_cast<int>(day % 100)},
        static_cast<int>(case_id % sequences_a_day));
}

std::int64_t last_case_id(Date day) { return first_id(day) + sequences_a_day - 1; }

int sequence_in(std::int64_t case_id, Date day) {
    std::int64_t const sequence = case_id - first_id(day);
    return sequence > 0 && sequence < sequences_a_day ? static_cast<int>(sequence) : 0;
}

Instant next_due(Case const& subject) {
    Instant next = never_due;
    for (Clock const& clock : subject.clocks)
        if (!clock.met_at && !clock.is_cancelled && !clock.paused_at) next = std::min(next, clock.due_at);
    return next;
}

bool is_open(Stage stage) {
    return stage != Stage::Closed && stage != Stage::Withdrawn && stage != Stage::Merged;
}

} // namespace huiyin::server
