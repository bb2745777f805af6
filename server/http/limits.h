#pragma once

#include <chrono>
#include <cstddef>

namespace huiyin::server {

/// How much of everything a connection may take; tests make them smaller.
struct HttpLimits {
    std::size_t header_bytes = 16 * 1024;
    std::size_t body_bytes = 64 * 1024;
    /// Of an upload, which goes to the disk as it comes.
    std::size_t upload_bytes = 20'000'000;
    std::size_t connections = 8'000;
    /// From the first byte of a request to its last.
    std::chrono::milliseconds request_time{10'000};
    /// Between two pieces of an upload, and for the whole of it: what has come stays, and the client goes on.
    std::chrono::milliseconds upload_pause{30'000};
    std::chrono::milliseconds upload_time{900'000};
    /// Between a connection's requests.
    std::chrono::milliseconds idle_time{60'000};
    /// For the client to take an answer, or a piece of a file.
    std::chrono::milliseconds write_time{30'000};
    /// For requests under way when the server is asked to stop.
    std::chrono::milliseconds stop_time{10'000};
};

} // namespace huiyin::server
