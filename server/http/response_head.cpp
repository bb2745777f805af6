#include "server/http/response_head.h"

#include "core/base/time.h"
#include "server/api/tus.h"

#include <array>
#include <charconv>

namespace huiyin::server {

namespace {

std::string_view reason_of(int status) {
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 204: return "No Content";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 460: return "Checksum Mismatch";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return "";
    }
}

void append_number(std::string& out, std::size_t value) {
    std::array<char, 24> digits{};
    auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), end);
}

void append_line(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

std::string content_policy(InlineSources const& sources) {
    std::string policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
    if (!sources.scripts.empty()) policy.append(" ").append(sources.scripts);
    policy += "; style-src 'self'";
    if (!sources.styles.empty()) policy.append(" ").append(sources.styles);
    return policy + "; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
                    "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                    "object-src 'none'; require-trusted-types-for 'script'; trusted-types huiyin";
}

std::string_view security_headers() {
    return "X-Content-Type-Options: nosniff\r\n"
           "X-Frame-Options: DENY\r\n"
           "Referrer-Policy: no-referrer\r\n"
           "Cross-Origin-Opener-Policy: same-origin\r\n"
           "Cross-Origin-Resource-Policy: same-origin\r\n"
           "Permissions-Policy: camera=(), geolocation=(self), microphone=(), payment=()\r\n";
}

std::string_view http_date(std::int64_t unix_seconds) {
    thread_local std::int64_t written_for = -1;
    thread_local std::string text;
    if (written_for != unix_seconds) text = tus::written_date(Instant{unix_seconds * 1000});
    written_for = unix_seconds;
    return text;
}

void append_head(std::string& out, int status, std::vector<protocol::Header> const& headers,
                 std::size_t body_bytes, Persistence persistence, std::string_view date,
                 std::string_view request_id) {
    out.append("HTTP/1.1 ");
    append_number(out, static_cast<std::size_t>(status));
    out.append(" ").append(reason_of(status)).append("\r\n");
    append_line(out, "Date", date);
    static std::string const usual_policy = content_policy();
    bool has_policy = false;
    for (protocol::Header const& header : headers) {
        append_line(out, header.name, header.value);
        has_policy |= header.name == policy_header;
    }
    if (!has_policy) append_line(out, policy_header, usual_policy);
    if (status != 304 && status != 204) {
        out.append("Content-Length: ");
        append_number(out, body_bytes);
        out.append("\r\n");
    }
    if (!request_id.empty()) append_line(out, "X-Request-Id", request_id);
    if (persistence == Persistence::Close) append_line(out, "Connection", "close");
    out.append(security_headers()).append("\r\n");
}

} // namespace huiyin::server
