#include "core/domain/invariants.h"

#include "core/domain/stages.h"

#include <algorithm>

namespace huiyin {

namespace {

bool is_in_table(Stage from, Event const& event) {
    auto const rows = transitions();
    return std::any_of(rows.begin(), rows.end(), [&](Transition const& row) {
        return row.from == from && row.step == event.step && row.to == event.stage &&
               row.actor == event.actor;
    });
}

bool every_step_is_in_the_table(std::vector<Event> const& events) {
    return std::adjacent_find(events.begin(), events.end(), [](Event const& before, Event const& after) {
               return !is_in_table(before.stage, after);
           }) == events.end();
}

bool has(Case const& subject, Step step) {
    auto const& events = subject.events;
    return std::any_of(events.begin(), events.end(), [&](Event const& event) { return event.step == step; });
}

bool needs_grounds(Outcome outcome) {
    return outcome == Outcome::Unresolvable || outcome == Outcome::NotJustified;
}

bool is_earlier(Event const& one, Event const& other) { return one.at < other.at; }

bool runs_back(Clock const& clock) {
    return clock.due_at < clock.started_at || (clock.met_at && *clock.met_at < clock.started_at);
}

} // namespace

std::vector<std::string_view> broken_invariants(Case const& subject) {
    std::vector<std::string_view> broken;
    auto const holds = [&](bool is_so, std::string_view name) {
        if (!is_so) broken.push_back(name);
    };
    auto const& events = subject.events;
    holds(!events.empty() && events.front().step == Step::Submit && events.front().stage == Stage::Received,
          "first_event");
    if (events.empty()) return broken;
    holds(std::is_sorted(events.begin(), events.end(), is_earlier), "time_runs_back");
    holds(every_step_is_in_the_table(events), "step_not_in_table");
    holds(events.back().stage == subject.stage, "stage");
    holds(!has(subject, Step::Merge) || !events.back().text.empty(), "merged_without_a_case");
    holds(has(subject, Step::Dispatch) == subject.unit.has_value(), "unit_missing");
    holds(has(subject, Step::Reply) == subject.reply.has_value(), "reply_missing");
    holds(!subject.reply || !needs_grounds(subject.reply->outcome) || !subject.reply->grounds.empty(),
          "grounds_missing");
    bool const is_anonymous = subject.submission.visibility == Visibility::Anonymous;
    holds(!is_anonymous || !subject.submission.contact, "anonymous_contact");
    holds(is_anonymous || subject.submission.contact, "contact_missing");
    holds(!subject.clocks.empty(), "clock_missing");
    auto const& clocks = subject.clocks;
    holds(std::none_of(clocks.begin(), clocks.end(), runs_back), "clock_runs_back");
    return broken;
}

} // namespace huiyin
