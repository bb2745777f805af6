#include "tests/server/support/client.h"

#include <arpa/inet.h>
#include <array>
#include <boost/test/unit_test.hpp>
#include <charconv>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace huiyin::server::tests {

namespace {

/// Longer than any answer takes, so that a server that hangs fails a test and not the machine.
constexpr timeval patience{20, 0};

protocol::Response head_in(std::string_view text) {
    protocol::Response response;
    std::from_chars(text.data() + 9, text.data() + 12, response.status);
    for (auto at = text.find("\r\n"); at + 2 < text.size();) {
        auto const end = text.find("\r\n", at + 2);
        std::string_view const line = text.substr(at + 2, end - at - 2);
        if (auto const colon = line.find(": "); colon != std::string_view::npos)
            response.headers.push_back(
                {std::string(line.substr(0, colon)), std::string(line.substr(colon + 2))});
        at = end;
    }
    return response;
}

std::size_t length_in(protocol::Response const& response) {
    std::size_t length = 0;
    auto const text = response.header("Content-Length").value_or("0");
    std::from_chars(text.data(), text.data() + text.size(), length);
    return length;
}

} // namespace

Client::Client(std::uint16_t port, int room) : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    be_patient();
    if (room > 0) setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
    BOOST_REQUIRE(connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
}

Client::Client(std::string const& path) : m_socket(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    be_patient();
    BOOST_REQUIRE(connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
}

void Client::be_patient() const {
    setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
}

Client::Client(Client&& other) noexcept
    : m_socket(std::exchange(other.m_socket, -1)), m_received(std::move(other.m_received)) {}

Client::~Client() {
    if (m_socket >= 0) close(m_socket);
}

bool Client::says(std::string_view bytes) {
    while (!bytes.empty()) {
        auto const sent = send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void Client::falls_silent() { shutdown(m_socket, SHUT_WR); }

bool Client::receive() {
    std::array<char, 16 * 1024> bytes{};
    auto const count = recv(m_socket, bytes.data(), bytes.size(), 0);
    if (count > 0) m_received.append(bytes.data(), static_cast<std::size_t>(count));
    return count > 0;
}

bool Client::has_received(std::size_t bytes) {
    while (m_received.size() < bytes)
        if (!receive()) return false;
    return true;
}

protocol::Response Client::hears(bool is_head) {
    std::size_t end = 0;
    while ((end = m_received.find("\r\n\r\n")) == std::string::npos)
        if (!receive()) return {0, {}, {}};
    protocol::Response response = head_in(std::string_view(m_received).substr(0, end + 2));
    m_received.erase(0, end + 4);
    std::size_t const length =
        is_head || response.status == 304 || response.status == 100 ? 0 : length_in(response);
    while (m_received.size() < length)
        if (!receive()) return {0, {}, {}};
    response.body = m_received.substr(0, length);
    m_received.erase(0, length);
    return response;
}

bool Client::is_closed_within(std::chrono::milliseconds time) {
    pollfd waiting{m_socket, POLLIN, 0};
    if (poll(&waiting, 1, static_cast<int>(time.count())) != 1) return false;
    return !receive();
}

std::string get(std::string_view target, std::string_view header_lines) {
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: h\r\n" + std::string(header_lines) + "\r\n";
}

std::string post(std::string_view target, std::string_view body, std::string_view header_lines) {
    return "POST " + std::string(target) +
           " HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n" + std::string(header_lines) + "\r\n" + std::string(body);
}

} // namespace huiyin::server::tests
