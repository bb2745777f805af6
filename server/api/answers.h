#pragma once

#include "core/protocol/messages.h"
#include "server/api/context.h"

#include <string>
#include <string_view>

namespace huiyin::server {

/// JSON that is about one person, kept by no cache.
Response personal(int status, std::string json);

/// application/problem+json (RFC 9457).
Response problem(protocol::ProblemDocument const& document);
Response problem(int status, std::string_view code);
/// 422 with all problems at once.
Response unprocessable(Problems problems);
/// 400 for what is no JSON, 422 for JSON that does not fit.
Response unreadable(protocol::Unreadable const& reason);
Response too_many_tries(Duration wait);
/// 429 with a task for the device that sent too much.
Response work_required(Work work);
/// What failed on our side; the detail is for the log only.
Response unavailable(Error const& error);

} // namespace huiyin::server
