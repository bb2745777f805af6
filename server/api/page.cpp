#include "server/api/page.h"

#include "core/domain/citizen_view.h"
#include "core/protocol/messages.h"
#include "server/store/case_order.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace huiyin::server {

namespace {

/// The first moment from now on at which the clock itself changes what is shown.
Instant next_change(Case const& subject, CitizenCase const& view, Instant now) {
    Instant next = never_due;
    auto const consider = [&](Instant at) {
        if (at >= now) next = std::min(next, at);
    };
    for (Clock const& clock : subject.clocks)
        if (!clock.met_at && !clock.is_cancelled) consider(clock.due_at);
    if (view.feedback_until) consider(*view.feedback_until);
    if (view.reopen_until) consider(*view.reopen_until);
    return next;
}

/// A case with something in every field that a page shows.
Case sample(Rules rules) {
    Submission submission;
    submission.nature = Nature::Complaint;
    submission.description = "description";
    submission.address = "address";
    submission.language = LanguageTag{"en"};
    submission.attachments = {{.id = {"id"}, .name = "name", .bytes = 1}};
    Instant const start{1'700'000'000'000};
    Case subject = received(CaseNumber::make({2023, 11, 15}, 1), submission, rules, start);
    subject.stage = Stage::Replied;
    subject.unit = UnitName{"unit"};
    subject.reply = Reply{Outcome::Unresolvable,
                          "text",
                          "grounds",
                          start,
                          LanguageTag{"en"},
                          Translation{{"fr"}, "text", "grounds", "translator"}};
    subject.feedback = Feedback{.comment = "comment", .at = start};
    return subject;
}

} // namespace

Page page_of(Case const& subject, Rules rules, std::int64_t edition, Instant now) {
    CitizenCase const view = citizen_view(subject, rules, now);
    return {protocol::write_citizen_case(view), next_change(subject, view, now), edition};
}

std::int64_t edition_of(Rules rules, std::string_view city_json) {
    Case const subject = sample(rules);
    std::string const text = std::string(city_json) + page_of(subject, rules, 0, subject.created_at).json;
    std::array<unsigned char, crypto_generichash_BYTES> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<unsigned char const*>(text.data()),
                       text.size(), nullptr, 0);
    std::int64_t edition = 0;
    std::memcpy(&edition, digest.data(), sizeof edition);
    return edition;
}

} // namespace huiyin::server
