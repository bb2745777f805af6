#include "core/domain/citizen_view.h"

namespace huiyin {

namespace {

ShownClock shown(Clock const& clock, Instant now) {
    return {clock.kind, clock.due_at, state_of(clock, now), clock.limit, clock.may_change};
}

/// Notes on handing over, calling and closing are the staff's own.
bool is_text_for_citizen(Step step) {
    return step != Step::Dispatch && step != Step::Contact && step != Step::Close;
}

std::vector<Event> shown_events(std::vector<Event> events) {
    for (auto& event : events) {
        event.by.clear();
        if (is_text_for_citizen(event.step)) continue;
        event.text.clear();
        event.language.reset();
    }
    return events;
}

} // namespace

std::vector<ShownClock> shown_clocks(std::vector<Clock> const& clocks, Instant now) {
    std::vector<ShownClock> list;
    list.reserve(clocks.size());
    for (auto const& clock : clocks)
        list.push_back(shown(clock, now));
    return list;
}

CitizenCase citizen_view(Case const& subject, Rules rules, Instant now) {
    auto const& submission = subject.submission;
    return {.number = subject.number,
            .stage = subject.stage,
            .nature = submission.nature.value_or(Nature::Consultation),
            .category = submission.category,
            .district = submission.district,
            .address = submission.address,
            .description = submission.description,
            .written_in = subject.written_in,
            .needs_interpreter = subject.needs_interpreter,
            .urgency = subject.urgency,
            .created_at = subject.created_at,
            .unit = subject.unit,
            .clocks = shown_clocks(subject.clocks, now),
            .events = shown_events(subject.events),
            .reply = subject.reply,
            .feedback = subject.feedback,
            .attachments = submission.attachments,
            .feedback_until = feedback_until(subject, rules),
            .reopen_until = reopen_until(subject, rules),
            .may = citizen_may(subject, rules, now)};
}

} // namespace huiyin
