#include "server/http/server.h"

#include "server/http/worker.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <netinet/tcp.h>
#include <random>
#include <sys/socket.h>

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

Result<tcp::acceptor> listen(asio::io_context& context, HttpOptions const& options) {
    error_code error;
    auto const unusable = [&] {
        return Error{"address_unusable",
                     options.address + " port " + std::to_string(options.port) + ": " + error.message()};
    };
    auto const address = asio::ip::make_address(options.address, error);
    if (error) return unusable();
    tcp::acceptor acceptor(context);
    tcp::endpoint const endpoint(address, options.port);
    acceptor.open(endpoint.protocol(), error);
    if (error) return unusable();
    acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    keep_little_unsent(acceptor.native_handle());
    acceptor.bind(endpoint, error);
    if (error) return unusable();
    acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) return unusable();
    return acceptor;
}

class BeastServer final : public HttpServer {
public:
    BeastServer(HttpOptions const& options, Dispatcher& dispatcher, StaticFiles const& files, Log& log)
        : m_shared{options.limits, options.callers, dispatcher, files, log} {
        m_shared.id_prefix = random_prefix();
    }

    ~BeastServer() override { stop(); }

    Result<Done> start(HttpOptions const& options) {
        for (unsigned index = 0; index < std::max(1U, options.threads); ++index)
            m_workers.push_back(std::make_unique<Worker>(m_shared, TRY(m_shared.dispatcher.reader()), index));
        m_acceptor.emplace(TRY(listen(m_workers.front()->context(), options)));
        m_port = m_acceptor->local_endpoint().port();
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
    std::optional<tcp::acceptor> m_acceptor;
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
