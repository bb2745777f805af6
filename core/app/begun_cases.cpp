#include "core/app/begun_cases.h"

#include "core/app/answers.h"
#include "core/base/find.h"
#include "core/protocol/messages.h"

#include <algorithm>

namespace huiyin::app {

using screens::BegunCase;

namespace {

BegunCase begun_case(KeptDraft const& kept, Draft draft) {
    BegunCase begun{.id = kept.id, .draft = std::move(draft)};
    // Without anything sent there is nothing that could be waited for.
    if (begun.draft.sent.empty()) return begun;
    if (kept.is_waiting) begun.state = screens::Waiting{};
    if (kept.answer)
        std::visit([&](auto const& outcome) { begun.state = outcome; }, receipt_in(*kept.answer));
    return begun;
}

} // namespace

std::vector<BegunCase> begun_cases(std::vector<KeptDraft> const& kept) {
    std::vector<BegunCase> begun;
    for (KeptDraft const& each : kept)
        if (auto draft = protocol::read_draft(each.text))
            begun.push_back(begun_case(each, *std::move(draft)));
    std::stable_sort(begun.begin(), begun.end(), [](BegunCase const& one, BegunCase const& other) {
        return other.draft.saved_at < one.draft.saved_at;
    });
    return begun;
}

void remember_receipts(std::vector<BegunCase>& begun, std::vector<BegunCase> const& before) {
    for (BegunCase& each : begun) {
        auto const known = find_in(before, each.id, &BegunCase::id);
        bool const is_known = known != before.end() && std::holds_alternative<Receipt>(known->state);
        if (is_known && std::holds_alternative<screens::Waiting>(each.state)) each.state = known->state;
    }
}

BegunCase* find_by_key(std::vector<BegunCase>& begun, std::string_view idempotency_key) {
    for (BegunCase& each : begun)
        if (each.draft.idempotency_key == idempotency_key) return &each;
    return nullptr;
}

} // namespace huiyin::app
