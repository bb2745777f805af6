#include "server/api/moving.h"

#include "core/base/match.h"
#include "server/api/answers.h"
#include "server/api/page.h"

namespace huiyin::server {

Result<Done> tell_citizen(Office const& office, CaseWriter& cases, Case const& subject, Instant now) {
    auto const notice =
        office.notices ? office.notices->about(subject, subject.events.back().step) : std::nullopt;
    return notice ? cases.post(*notice, now) : Done{};
}

Result<Taken> take_and_store(Office const& office, CaseWriter& cases, Case const& before,
                             StepOrder const& order, Instant now) {
    Taken taken{take(before, order, office.rules(), now), {}};
    auto const* after = std::get_if<Case>(&taken.outcome);
    if (!after) return taken;
    taken.page = page_of(*after, office.rules(), office.edition, now);
    TRY(cases.change(*after, taken.page));
    // What was sent again moved nothing.
    if (after->events.size() > before.events.size()) TRY(tell_citizen(office, cases, *after, now));
    return taken;
}

Result<std::variant<Moved, Response>> move(Office const& office, CaseWriter& cases, Case const& before,
                                           StepOrder const& order, Instant now) {
    using Outcome = std::variant<Moved, Response>;
    Taken taken = TRY(take_and_store(office, cases, before, order, now));
    return match(
        std::move(taken.outcome),
        [&](Case&& after) -> Outcome {
            return Moved{std::move(after), std::move(taken.page)};
        },
        [](NotAllowed&& refusal) -> Outcome {
            return problem({409, refusal.code, {}, refusal.allowed});
        },
        [](Problems&& problems) -> Outcome { return unprocessable(std::move(problems)); });
}

} // namespace huiyin::server
