#include "core/app/begun_cases.h"

#include "core/app/answers.h"
#include "core/base/find.h"
#include "core/protocol/messages.h"
#include "core/screens/submit/submit.h"

#include <algorithm>

namespace huiyin::app {

using screens::BegunCase;

namespace {

BegunCase begun_case(KeptDraft const& kept, Draft draft) {
    BegunCase begun{.id = kept.id, .draft = std::move(draft)};
    if (kept.is_waiting) begun.state = screens::Waiting{};
    if (kept.answer)
        std::visit([&](auto const& outcome) { begun.state = outcome; }, receipt_in(*kept.answer));
    // Without anything sent there is nothing that could be waited for.
    bool const is_accepted = std::holds_alternative<Receipt>(begun.state);
    if (begun.draft.sent.empty() && !is_accepted) begun.state = screens::Writing{};
    return begun;
}

bool is_other_than_received(Draft const& draft) {
    return !draft.sent.empty() && !screens::submit::stands_as_sent(draft);
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

std::vector<BegunCase>::const_iterator used_case(std::vector<BegunCase> const& begun, std::string_view id,
                                                 bool is_at_form) {
    if (!id.empty() || !is_at_form) return find_in(begun, id, &BegunCase::id);
    return std::find_if(begun.begin(), begun.end(), [](BegunCase const& each) {
        return std::holds_alternative<screens::Writing>(each.state);
    });
}

bool turn_to_earlier(BegunCase& begun) {
    auto const* failed = std::get_if<screens::Failed>(&begun.state);
    bool const has_earlier = begun.draft.sent.size() > 1;
    if (failed == nullptr || failed->code != "idempotency_key_reused" || !has_earlier) return false;
    begun.draft.sent.pop_back();
    begun.state = screens::Waiting{};
    return true;
}

bool keeps_newest(Draft const& draft) {
    auto const kept = as_kept(draft).sent;
    return !kept.empty() && kept.back() == draft.sent.back();
}

Draft left_with_receipt(Draft draft) {
    bool const is_other = is_other_than_received(draft);
    draft = as_acknowledged(std::move(draft));
    // Where only the contact was another one, it would look the same without it.
    if (is_other) draft.sent = {Submission{}};
    return draft;
}

Draft with_contact(Draft kept, Draft const& form) {
    for (auto const text : {&Draft::name, &Draft::phone, &Draft::email})
        if ((kept.*text).empty()) kept.*text = form.*text;
    return kept;
}

screens::receipt::Model shown_receipt(Receipt const& receipt, Draft const& draft) {
    bool const is_other = is_other_than_received(draft);
    screens::receipt::Model shown{.receipt = receipt, .had_arrived_before = is_other};
    if (!is_other) shown.attachments = draft.attachments;
    return shown;
}

BegunCase* find_by_key(std::vector<BegunCase>& begun, std::string_view idempotency_key) {
    for (BegunCase& each : begun)
        if (each.draft.idempotency_key == idempotency_key) return &each;
    return nullptr;
}

} // namespace huiyin::app
