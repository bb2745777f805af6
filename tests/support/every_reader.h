#pragma once

#include "core/protocol/messages.h"

#include <string_view>

namespace huiyin::tests {

/// Reads a text in every way that the protocol has; each must come back with a value or a reason.
inline void read_every_way(std::string_view text) {
    using namespace protocol;
    (void)read_submission(text);
    (void)read_receipt(text).is_ok();
    (void)read_citizen_case(text).is_ok();
    (void)read_message(text);
    (void)read_reason(text);
    (void)read_feedback(text);
    (void)read_credentials(text);
    (void)read_step_order(text);
    (void)read_problem(500, text);
    (void)read_stored_case(text).is_ok();
    (void)read_draft(text);
    (void)read_city(text).is_ok();
}

} // namespace huiyin::tests
