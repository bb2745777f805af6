#pragma once

#include "core/protocol/http.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace huiyin::server {

enum class Persistence { KeepAlive, Close };

inline constexpr std::string_view policy_header = "Content-Security-Policy";

/// What stands in a page itself and is allowed beside the portal's own files: sources for its policy.
struct InlineSources {
    std::string styles = {};
    std::string scripts = {};
};
/// What a page may load and run.
std::string content_policy(InlineSources const& sources = {});

/// What every answer carries for the browser's protection besides the policy, as lines of a head.
std::string_view security_headers();

/// "Sun, 22 Nov 2026 00:00:00 GMT"; written anew once a second.
std::string_view http_date(std::int64_t unix_seconds);

/// The status line and all headers, with the empty line. An answer may bring a policy of its own.
void append_head(std::string& out, int status, std::vector<protocol::Header> const& headers,
                 std::size_t body_bytes, Persistence persistence, std::string_view date,
                 std::string_view request_id);

} // namespace huiyin::server
