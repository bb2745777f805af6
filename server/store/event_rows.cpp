#include "server/store/event_rows.h"

namespace huiyin::server {

namespace {

Result<Event> event_from(Running const& row) {
    auto const step = named<Step>(row.text(1));
    auto const actor = named<Actor>(row.text(2));
    auto const stage = named<Stage>(row.text(3));
    if (!step || !actor || !stage) return Error{"case_unreadable", "an event"};
    Event event{Instant{row.integer(0)}, *step, *actor, *stage, std::string(row.text(4))};
    if (!row.is_null(5)) event.unit = UnitName{std::string(row.text(5))};
    if (!row.is_null(6)) event.language = LanguageTag{std::string(row.text(6))};
    event.by = row.text(7);
    return event;
}

} // namespace

Result<std::vector<Event>> events_in(Running rows) {
    std::vector<Event> events;
    while (TRY(rows.step()))
        events.push_back(TRY(event_from(rows)));
    return events;
}

} // namespace huiyin::server
