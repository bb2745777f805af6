#include "server/http/server.h"

#include "server/http/worker.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <random>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace huiyin::server {

namespace {

using asio::ip::tcp;
using boost::system::error_code;

constexpr auto awaiting = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::milliseconds pause_after_failed_accept{100};
constexpr std::chrono::milliseconds stop_poll{5};

std::string random_prefix() {
    constexpr std::string_view digits = "0123456789abcdef";
    std::random_device random;
    std::string text;
    while (text.size() < 8)
        text.push_back(digits[random() % digits.size()]);
    return text;
}

/// Of a large answer to a slow reader the kernel would take several MB; its connections have this from the
/// listening socket.
void keep_little_unsent(int socket) {
    constexpr int bytes = 128 * 1024;
    setsockopt(socket, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &bytes, sizeof bytes);
}

using Acceptor = asio::basic_socket_acceptor<asio::generic::stream_protocol>;

std::optional<Acceptor::endpoint_type> endpoint_of(HttpOptions const& options, error_code& error) {
    constexpr std::size_t longest_path = 100;
    if (options.is_at_a_path()) {
        if (options.address.size() > longest_path) error = asio::error::name_too_long;
        if (error) return std::nullopt;
        return asio::local::stream_protocol::endpoint(options.address);
    }
    auto const address = asio::ip::make_address(options.address, error);
    if (error) return std::nullopt;
    return tcp::endpoint(address, options.port);
}

/// What a server that was killed has left in the socket's place; nothing else is taken away.
void clear_way(asio::io_context& context, HttpOptions const& options) {
    struct stat status = {};
    if (!options.is_at_a_path() || lstat(options.address.c_str(), &status) != 0) return;
    asio::local::stream_protocol::socket probe(context);
    error_code error;
    probe.connect(asio::local::stream_protocol::endpoint(options.address), error);
    if (S_ISSOCK(status.st_mode) && error == asio::error::connection_refused) unlink(options.address.c_str());
}

/// For the group, which is the proxy's; the folder says who else comes near.
error_code let_the_group_in(HttpOptions const& options) {
    constexpr mode_t mode = 0660;
    if (!options.is_at_a_path() || chmod(options.address.c_str(), mode) == 0) return {};
    return {errno, boost::system::system_category()};
}

Result<Acceptor> listen(asio::io_context& context, HttpOptions const& options) {
    error_code error;
    auto const unusable = [&] {
        std::string const port = options.is_at_a_path() ? "" : " port " + std::to_string(options.port);
        return Error{"address_unusable", options.address + port + ": " + error.message()};
    };
    auto const endpoint = endpoint_of(options, error);
    if (!endpoint) return unusable();
    Acceptor acceptor(context);
    acceptor.open(endpoint->protocol(), error);
    if (error) return unusable();
    acceptor.set_option(Acceptor::reuse_address(true), error);
    keep_little_unsent(acceptor.native_handle());
    clear_way(context, options);
    acceptor.bind(*endpoint, error);
    if (error) return unusable();
    error = let_the_group_in(options);
    if (error) return unusable();
    acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) return unusable();
    return acceptor;
}

std::uint16_t port_of(Acceptor::endpoint_type const& endpoint) {
    auto const* address = endpoint.data();
    if (address->sa_family == AF_INET) return ntohs(reinterpret_cast<sockaddr_in const*>(address)->sin_port);
    if (address->sa_family == AF_INET6)
        return ntohs(reinterpret_cast<sockaddr_in6 const*>(address)->sin6_port);
    return 0;
}

class BeastServer final : public HttpServer {
public:
    BeastServer(HttpOptions const& options, Dispatcher& dispatcher, StaticFiles const& files, Log& log)
        : m_shared{options.limits, options.callers, dispatcher, files, log} {
        m_shared.id_prefix = random_prefix();
        if (options.is_at_a_path()) m_shared.callers.trust_the_socket();
    }

    ~BeastServer() override { stop(); }

    Result<Done> start(HttpOptions const& options) {
        for (unsigned index = 0; index < std::max(1U, options.threads); ++index)
            m_workers.push_back(std::make_unique<Worker>(m_shared, TRY(m_shared.dispatcher.reader()), index));
        m_acceptor.emplace(TRY(listen(m_workers.front()->context(), options)));
        m_port = port_of(m_acceptor->local_endpoint());
        asio::co_spawn(m_workers.front()->context(), accept(), asio::detached);
        for (auto& worker : m_workers)
            worker->run();
        return Done{};
    }

    std::uint16_t port() const override { return m_port; }

    void stop() override {
        if (m_is_stopped) return;
        m_is_stopped = true;
        stop_accepting();
        for (auto& worker : m_workers)
            worker->begin_stopping();
        wait_for_connections();
        for (auto& worker : m_workers)
            worker->context().stop();
        for (auto& worker : m_workers)
            worker->join();
    }

private:
    asio::awaitable<void> accept() {
        asio::steady_timer pause(m_workers.front()->context());
        for (std::size_t turn = 0; m_acceptor->is_open(); ++turn) {
            Worker& worker = *m_workers[turn % m_workers.size()];
            auto [error, socket] = co_await m_acceptor->async_accept(worker.context(), awaiting);
            if (error == asio::error::operation_aborted) co_return;
            if (error) {
                // Out of descriptors, most likely: those at work must end first.
                pause.expires_after(pause_after_failed_accept);
                co_await pause.async_wait(awaiting);
            } else if (++m_shared.connections > m_shared.limits.connections) {
                --m_shared.connections;
            } else {
                worker.serve(std::move(socket));
            }
        }
    }

    void stop_accepting() {
        if (!m_acceptor) return;
        asio::post(m_workers.front()->context(), [this] {
            error_code ignored;
            m_acceptor->close(ignored);
        });
    }

    void wait_for_connections() const {
        auto const deadline = Worker::Clock::now() + m_shared.limits.stop_time;
        while (m_shared.connections > 0 && Worker::Clock::now() < deadline)
            std::this_thread::sleep_for(stop_poll);
    }

    Shared m_shared;
    std::vector<std::unique_ptr<Worker>> m_workers;
    std::optional<Acceptor> m_acceptor;
    std::uint16_t m_port = 0;
    bool m_is_stopped = false;
};

} // namespace

Result<std::unique_ptr<HttpServer>> HttpServer::start(HttpOptions options, Dispatcher& dispatcher,
                                                      StaticFiles const& files, Log& log) {
    auto server = std::make_unique<BeastServer>(options, dispatcher, files, log);
    TRY(server->start(options));
    return std::unique_ptr<HttpServer>(std::move(server));
}

} // namespace huiyin::server
