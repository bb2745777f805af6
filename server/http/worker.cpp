#include "server/http/worker.h"

#include "server/http/connection.h"

#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <charconv>

namespace huiyin::server {

namespace {

constexpr std::chrono::milliseconds sweep_interval{250};

} // namespace

Worker::Worker(Shared& shared, std::unique_ptr<CaseReader> reader, unsigned index)
    : m_shared(shared), m_reader(std::move(reader)), m_index(index) {}

Worker::~Worker() {
    m_context.stop();
    join();
}

void Worker::run() {
    sweep_later();
    m_thread = std::thread([this] { m_context.run(); });
}

void Worker::join() {
    if (m_thread.joinable()) m_thread.join();
}

void Worker::serve(Socket socket) {
    asio::co_spawn(m_context, serve_connection(*this, std::move(socket)), asio::detached);
}

void Worker::begin_stopping() {
    asio::post(m_context, [this] {
        m_is_stopping = true;
        for (Connection* connection : m_connections)
            connection->close_if_idle();
    });
}

void Worker::deliver(Connection& connection, Answered answered) {
    bool is_first = false;
    {
        std::lock_guard const lock(m_deliveries_mutex);
        is_first = m_deliveries.empty();
        m_deliveries.push_back({&connection, std::move(answered)});
    }
    // One wake-up for all that a group commit answers.
    if (is_first) asio::post(m_context, [this] { deliver_waiting(); });
}

void Worker::deliver_waiting() {
    std::vector<Delivery> deliveries;
    {
        std::lock_guard const lock(m_deliveries_mutex);
        deliveries.swap(m_deliveries);
    }
    for (Delivery& delivery : deliveries)
        delivery.connection->receive(std::move(delivery.answered));
}

void Worker::sweep_later() {
    m_sweep_timer.expires_after(sweep_interval);
    m_sweep_timer.async_wait([this](boost::system::error_code error) {
        if (!error) sweep();
    });
}

void Worker::sweep() {
    auto const now = Clock::now();
    for (Connection* connection : m_connections)
        connection->close_if_late(now);
    if (m_index == 0) m_shared.log.flush();
    if (!m_is_stopping || !m_connections.empty()) sweep_later();
}

std::string Worker::next_request_id() {
    std::array<char, 32> digits{};
    auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), ++m_requests, 16).ptr;
    std::string id = m_shared.id_prefix;
    id.push_back(static_cast<char>('a' + m_index % 26));
    return id.append(digits.data(), end);
}

} // namespace huiyin::server
