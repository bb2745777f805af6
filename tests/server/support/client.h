#pragma once

#include "core/protocol/http.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace huiyin::server::tests {

/// A connection that says exactly what a test wants, byte by byte.
class Client {
public:
    /// With a room for what it has not read yet, in bytes; 0 for the usual one.
    explicit Client(std::uint16_t port, int room = 0);
    /// At the path of a socket.
    explicit Client(std::string const& path);
    Client(Client&& other) noexcept;
    Client(Client const&) = delete;
    Client& operator=(Client const&) = delete;
    ~Client();

    /// False when the server has closed the connection meanwhile.
    bool says(std::string_view bytes);
    /// Tells the server that nothing more comes.
    void falls_silent();
    /// The next answer; status 0 when the connection ends before.
    protocol::Response hears(bool is_head = false);
    protocol::Response asks(std::string_view bytes) { return says(bytes), hears(); }
    /// So many bytes of the next answer at least are here, or the connection has ended.
    bool has_received(std::size_t bytes);
    /// True when the server closes without a word.
    bool is_closed_within(std::chrono::milliseconds time);

private:
    void be_patient() const;
    bool receive();

    int m_socket = -1;
    std::string m_received;
};

/// "GET target HTTP/1.1" with its host, more header lines and the body.
std::string get(std::string_view target, std::string_view header_lines = {});
std::string post(std::string_view target, std::string_view body, std::string_view header_lines = {});

} // namespace huiyin::server::tests
