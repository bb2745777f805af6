#pragma once

#include "core/protocol/http.h"
#include "server/files/sent_file.h"

#include <memory>
#include <string>
#include <vector>

namespace huiyin::server {

/// An answer whose body may be a file, which is read as it is sent.
struct Response : protocol::Response {
    Response() = default;
    Response(protocol::Response response) : protocol::Response(std::move(response)) {}
    Response(int status_code, std::vector<protocol::Header> header_list, std::string text)
        : protocol::Response{status_code, std::move(header_list), std::move(text)} {}

    /// Goes in the place of the body. Shared, because what holds an answer on its way must be able to copy
    /// it.
    std::shared_ptr<SentFile> file = {};
};

} // namespace huiyin::server
