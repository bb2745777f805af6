#pragma once

#include "tests/server/support/running_server.h"

#include <string>
#include <string_view>
#include <vector>

namespace huiyin::server::tests {

/// What a citizen attaches: 3,000 bytes.
extern std::string const picture;

/// An id of an attachment.
std::string id_of(char digit);

/// Lists the picture under each id; `more` is said of each, as JSON.
std::string submission_with(std::vector<std::string> const& ids, std::string const& more = {});

std::string base64(std::string const& bytes);

/// A citizen with pictures, over the network.
struct Citizen {
    RunningServer& server;
    std::string number = {};
    std::string code = {};

    Response says(std::string const& method, std::string const& target, std::string const& lines,
                  std::string const& body = {});
    /// Where the picture is to be sent.
    std::string begins(std::string const& id);
    Response sends(std::string const& target, std::string const& bytes = picture);
    /// `more` is said of each attachment, as JSON.
    Response submits(std::vector<std::string> const& ids, std::string const& key = "key",
                     std::string const& more = {});
    Response sees();
    /// Of the first attachment.
    std::string state();
    Response opens(std::string const& id);
};

/// Whether the words are in its body.
bool says(Response const& response, std::string_view words);

} // namespace huiyin::server::tests
