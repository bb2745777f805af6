#include "core/screens/failure_words.h"

#include "core/base/find.h"

#include <array>
#include <string>

namespace huiyin::screens {

namespace {

constexpr std::array<std::string_view, 15> codes = {
    "offline",         "slow",           "server",           "bad_answer",     "not_found",
    "too_many",        "conflict",       "in_progress",      "too_large",      "unreadable",
    "feedback_closed", "not_reopenable", "not_withdrawable", "message_closed", "idempotency_key_reused",
};

} // namespace

std::span<std::string_view const> failure_codes() { return codes; }

i18n::Text failure_words(Failed const& failure) {
    bool const is_known = find_in(codes, failure.code) != codes.end();
    return i18n::tr("error." + (is_known ? failure.code : std::string("server")));
}

} // namespace huiyin::screens
