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

Result<std::variant<Moved, Response>> move(Office const& office, CaseWriter& cases, Case const& before,
                                           StepOrder const& order, Instant now) {
    using Outcome = Result<std::variant<Moved, Response>>;
    return match(
        take(before, order, office.rules(), now),
        [&](Case&& after) -> Outcome {
            Page page = page_of(after, office.rules(), office.edition, now);
            TRY(cases.change(after, page));
            // What was sent again moved nothing.
            if (after.events.size() > before.events.size()) TRY(tell_citizen(office, cases, after, now));
            return std::variant<Moved, Response>(Moved{std::move(after), std::move(page)});
        },
        [](NotAllowed&& refusal) -> Outcome {
            return std::variant<Moved, Response>(problem({409, refusal.code, {}, refusal.allowed}));
        },
        [](Problems&& problems) -> Outcome {
            return std::variant<Moved, Response>(unprocessable(std::move(problems)));
        });
}

} // namespace huiyin::server
