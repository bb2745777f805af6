#pragma once

#include "server/api/answers.h"

#include <optional>
#include <string>
#include <variant>

namespace huiyin::server {

/// A refusal when the body is not declared as JSON in UTF-8.
std::optional<Response> refused_type(Request const& request);

/// A refusal when there is a body other than `{}`.
std::optional<Response> refused_content(Request const& request);

/// The body as `read` understands it, or the answer that says why not.
template <class T>
std::variant<T, Response> body_of(Request const& request, protocol::Read<T> (*read)(std::string_view)) {
    if (auto refused = refused_type(request)) return *std::move(refused);
    auto result = read(request.body);
    if (auto const* reason = std::get_if<protocol::Unreadable>(&result)) return unreadable(*reason);
    return std::get<T>(std::move(result));
}

/// Idempotency-Key: 1 to 64 visible ASCII characters, or the same as a quoted structured-field string.
std::optional<std::string> idempotency_key(Request const& request);

// What citizens and staff typed, made ready: line ends, white space, NFC.

Submission cleaned(Submission submission);
StepOrder cleaned(StepOrder order);
Translation cleaned(Translation translation);

} // namespace huiyin::server
