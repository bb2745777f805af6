#pragma once

#include "server/api/context.h"

#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace huiyin::server {

// The lanes. Which one a handler drives on is written in the table.

/// Answered at once from what is committed.
struct Reads {
    Answer (*answer)(Context const&, Request const&);
};
/// Checked at once, then done by the writer.
struct Writes {
    Prepared (*prepare)(Context const&, Request const&);
};
/// Takes so long to check (a password) that it has a thread of its own; what is to change, the writer does.
struct Slow {
    Prepared (*prepare)(Context const&, Request const&);
};
/// Checked at once, then answered by a thread that may wait for the disk.
struct AsksTheDisk {
    FromDisk (*prepare)(Context const&, Request const&);
};
/// Its body goes to the disk as it comes (`Receiving`).
struct Receives {};
using Lane = std::variant<Reads, Writes, Slow, AsksTheDisk, Receives>;

struct Route {
    protocol::Method method;
    /// `{number}`, or another name in braces, stands for one segment; `{id}` for a second one.
    std::string_view pattern;
    Lane lane;
};

/// Every endpoint there is.
std::span<Route const> routes();

/// A route with what stood in the place of its parameters.
struct Found {
    Route const* route = nullptr;
    std::string number = {};
    std::string id = {};
    std::string_view query = {};
    /// When the path is known but not with this method.
    std::vector<protocol::Method> allowed = {};
};

/// GET answers HEAD too.
Found find_route(protocol::Method method, std::string_view target);

std::string_view name_of_method(protocol::Method method);

} // namespace huiyin::server
