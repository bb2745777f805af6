#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huiyin::protocol {

enum class Method { Get, Head, Post, Put, Patch, Delete, Options, Other };

struct Header {
    std::string name;
    std::string value;

    bool operator==(Header const&) const = default;
};

/// Whether two names of headers are one, whatever their case.
bool is_same_name(std::string_view a, std::string_view b);

/// An HTTP request without its socket.
struct Request {
    Method method = Method::Get;
    /// Path with query, as it stands in the request line.
    std::string target;
    std::vector<Header> headers = {};
    std::string body = {};

    /// Ignores case; nothing when the header is absent.
    std::optional<std::string_view> header(std::string_view name) const;
    bool operator==(Request const&) const = default;
};

/// Body of a response with status 0 when no answer came in time; any other status 0 is a lost connection.
inline constexpr std::string_view timed_out = "timeout";

/// An HTTP response without its socket.
struct Response {
    int status = 200;
    std::vector<Header> headers = {};
    std::string body = {};

    std::optional<std::string_view> header(std::string_view name) const;
    bool operator==(Response const&) const = default;
};

} // namespace huiyin::protocol
