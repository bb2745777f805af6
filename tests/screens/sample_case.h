#pragma once

#include "core/domain/citizen_view.h"
#include "core/screens/effect.h"
#include "tests/support/case_story.h"

#include <array>

namespace huiyin::tests {

inline screens::CaseKey sample_key(int sequence = 1) {
    std::array<unsigned char, AccessCode::bytes> const secret = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    return {CaseNumber::make({2026, 3, 2}, sequence), AccessCode::from_bytes(secret)};
}

/// The case of a story as its citizen sees it.
inline CitizenCase shown(CaseStory const& story) {
    return citizen_view(story.subject(), story.rules(), story.now());
}

inline CitizenCase replied_case(Outcome outcome = Outcome::Resolved) {
    return shown(CaseStory()
                     .dispatched()
                     .later(Duration::hours(2))
                     .replied({.outcome = outcome,
                               .text = "The site rests at night.",
                               .grounds = "It has a night permit."}));
}

} // namespace huiyin::tests
