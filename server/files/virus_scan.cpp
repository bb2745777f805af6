#include "server/files/virus_scan.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <netinet/in.h>
#include <optional>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace huiyin::server {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t chunk_bytes = 256 * 1024;
/// How often it is asked whether to stop.
constexpr std::chrono::milliseconds longest_wait{200};
constexpr std::size_t longest_reply = 1'024;

Error failed(std::string_view why) { return {"scan_failed", std::string(why)}; }

struct Address {
    sockaddr_storage bytes{};
    socklen_t size = 0;
};

Address socket_address(std::string const& path) {
    Address address;
    auto& local = reinterpret_cast<sockaddr_un&>(address.bytes);
    local.sun_family = AF_UNIX;
    path.copy(local.sun_path, sizeof local.sun_path - 1);
    address.size = sizeof local;
    return address;
}

std::optional<Address> network_address(std::string const& text) {
    auto const colon = text.rfind(':');
    if (colon == std::string::npos) return std::nullopt;
    std::uint16_t port = 0;
    char const* const end = text.data() + text.size();
    auto const read = std::from_chars(text.data() + colon + 1, end, port);
    if (read.ec != std::errc() || read.ptr != end || port == 0) return std::nullopt;
    Address address;
    auto& network = reinterpret_cast<sockaddr_in&>(address.bytes);
    network.sin_family = AF_INET;
    network.sin_port = htons(port);
    address.size = sizeof network;
    bool const is_host = inet_pton(AF_INET, text.substr(0, colon).c_str(), &network.sin_addr) == 1;
    return is_host ? std::optional(address) : std::nullopt;
}

std::optional<Address> address_in(std::string const& text) {
    constexpr std::size_t longest_path = 100;
    if (text.starts_with('/'))
        return text.size() <= longest_path ? std::optional(socket_address(text)) : std::nullopt;
    return network_address(text);
}

/// A conversation that ends at its deadline, whatever the other side does.
class Conversation {
public:
    Conversation(std::chrono::milliseconds patience, std::stop_token const& stop)
        : m_deadline(SteadyClock::now() + patience), m_stop(stop) {}
    Conversation(Conversation const&) = delete;
    Conversation& operator=(Conversation const&) = delete;
    ~Conversation() {
        if (m_socket >= 0) close(m_socket);
    }

    Result<Done> connect(Address const& address) {
        m_socket = socket(address.bytes.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (m_socket < 0) return failed("no socket");
        if (::connect(m_socket, reinterpret_cast<sockaddr const*>(&address.bytes), address.size) == 0)
            return Done{};
        if (errno != EINPROGRESS) return failed(std::strerror(errno));
        TRY(wait_for(POLLOUT));
        int error = 0;
        socklen_t size = sizeof error;
        getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &error, &size);
        return error == 0 ? Result<Done>(Done{}) : failed(std::strerror(error));
    }

    Result<Done> say(std::string_view bytes) {
        while (!bytes.empty()) {
            TRY(wait_for(POLLOUT));
            ssize_t const sent = send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent < 0 && errno != EAGAIN && errno != EINTR) return failed(std::strerror(errno));
            if (sent > 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return Done{};
    }

    /// Up to the byte 0 that ends an answer; half an answer is none.
    Result<std::string> hear() {
        std::string heard;
        while (heard.size() < longest_reply) {
            TRY(wait_for(POLLIN));
            std::array<char, 256> piece{};
            ssize_t const count = recv(m_socket, piece.data(), piece.size(), 0);
            if (count == 0) return failed("it fell silent");
            if (count < 0 && errno != EAGAIN && errno != EINTR) return failed(std::strerror(errno));
            if (count > 0) heard.append(piece.data(), static_cast<std::size_t>(count));
            if (auto const end = heard.find('\0'); end != std::string::npos) return heard.substr(0, end);
        }
        return failed("its answer has no end");
    }

private:
    Result<Done> wait_for(short event) {
        while (!m_stop.stop_requested()) {
            auto const left =
                std::chrono::duration_cast<std::chrono::milliseconds>(m_deadline - SteadyClock::now());
            if (left.count() <= 0) return failed("it took too long");
            pollfd waiting{m_socket, event, 0};
            int const ready = poll(&waiting, 1, static_cast<int>(std::min(left, longest_wait).count()));
            if (ready > 0) return Done{};
            if (ready < 0 && errno != EINTR) return failed(std::strerror(errno));
        }
        return failed("it was stopped");
    }

    SteadyClock::time_point m_deadline;
    std::stop_token const& m_stop;
    int m_socket = -1;
};

std::string length_of(std::size_t size) {
    std::uint32_t const length = htonl(static_cast<std::uint32_t>(size));
    return std::string(reinterpret_cast<char const*>(&length), sizeof length);
}

Result<Verdict> verdict_in(std::string_view answer) {
    if (answer == "stream: OK") return Verdict::Clean;
    if (answer.starts_with("stream: ") && answer.ends_with(" FOUND")) return Verdict::Harmful;
    return failed(answer);
}

} // namespace

bool is_scanner_address(std::string const& address) { return address_in(address).has_value(); }

Result<Verdict> scanned(std::string const& address, std::string_view content,
                        std::chrono::milliseconds patience, std::stop_token const& stop) {
    auto const found = address_in(address);
    if (!found) return failed("no address");
    Conversation scanner(patience, stop);
    TRY(scanner.connect(*found));
    TRY(scanner.say(std::string_view("zINSTREAM\0", 10)));
    while (!content.empty()) {
        std::string_view const chunk = content.substr(0, chunk_bytes);
        TRY(scanner.say(length_of(chunk.size())));
        TRY(scanner.say(chunk));
        content.remove_prefix(chunk.size());
    }
    TRY(scanner.say(length_of(0)));
    return verdict_in(TRY(scanner.hear()));
}

} // namespace huiyin::server
