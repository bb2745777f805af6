#pragma once

#include "core/domain/submission.h"

#include <optional>
#include <string>
#include <vector>

namespace huiyin {

/// A submission on its way: what the form holds, as it was typed.
struct Draft {
    std::optional<Nature> nature = {};
    /// The first of the two levels, chosen before the category itself.
    std::string category_top = {};
    CategoryId category = {};
    DistrictId district = {};
    std::string address = {};
    std::string description = {};
    /// Of the description, once the person has said it; else the hotline finds out.
    std::optional<LanguageTag> language = {};
    std::optional<Visibility> visibility = {};
    std::string name = {};
    std::string phone = {};
    std::string email = {};
    /// The person wants name and contact kept on the device with the rest.
    bool keeps_contact = false;
    /// Stored once all of one has arrived.
    std::vector<Attachment> attachments = {};
    /// Kept with the draft, so that sending again never makes a second case.
    std::string idempotency_key = {};
    /// Sent under the key and not acknowledged: one of them may be what the hotline has received. The newest
    /// stands last.
    std::vector<Submission> sent = {};
    /// When it was last kept.
    Instant saved_at = {};

    bool operator==(Draft const&) const = default;
};

/// What would be sent: texts trimmed, no contact in an anonymous case; of each file, whether it has arrived
/// by now, so that the hotline can tell when it has it no longer.
Submission submission_of(Draft const& draft);

/// How far a file has come is no part of what is said.
bool says_the_same(Submission const& one, Submission const& other);

/// What stays of a case that is at the hotline until its receipt is left: of name and contact nothing but
/// what the receipt tells.
Draft as_acknowledged(Draft draft);

/// What may be kept on the device: of name and contact only what the person wants kept, or has sent, and
/// nothing for an anonymous case.
Draft as_kept(Draft draft);

} // namespace huiyin
