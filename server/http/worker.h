#pragma once

#include "server/api/dispatcher.h"
#include "server/http/callers.h"
#include "server/http/limits.h"
#include "server/http/log.h"
#include "server/http/static_files.h"

#include <atomic>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <list>
#include <thread>
#include <vector>

namespace huiyin::server {

namespace asio = boost::asio;

/// Of the network, or of this machine alone.
using Socket = asio::generic::stream_protocol::socket;

class Connection;

/// What all connections of a server share.
struct Shared {
    HttpLimits limits;
    Callers callers;
    Dispatcher& dispatcher;
    StaticFiles const& files;
    Log& log;
    std::atomic<std::size_t> connections = 0;
    std::string id_prefix = {};
};

/// One thread with its connections and its reader; nothing in it is touched by another thread but the
/// deliveries.
class Worker {
public:
    using Clock = std::chrono::steady_clock;

    Worker(Shared& shared, std::unique_ptr<CaseReader> reader, unsigned index);
    ~Worker();

    void run();
    asio::io_context& context() { return m_context; }
    /// Takes over a socket that this worker's context accepted.
    void serve(Socket socket);
    /// Closes what is idle and lets the rest finish.
    void begin_stopping();
    void join();

    /// Brings an answer from a lane's thread to its connection.
    void deliver(Connection& connection, Answered answered);

    Shared& shared() { return m_shared; }
    CaseReader& reader() { return *m_reader; }
    bool is_stopping() const { return m_is_stopping; }
    std::string next_request_id();
    using Connections = std::list<Connection*>;
    Connections& connections() { return m_connections; }

private:
    struct Delivery {
        Connection* connection;
        Answered answered;
    };

    void deliver_waiting();
    void sweep_later();
    void sweep();

    Shared& m_shared;
    std::unique_ptr<CaseReader> m_reader;
    unsigned m_index;
    /// Before the context, whose end takes connections with it that are still at work.
    Connections m_connections;
    asio::io_context m_context{1};
    asio::steady_timer m_sweep_timer{m_context};
    bool m_is_stopping = false;
    std::uint64_t m_requests = 0;
    std::mutex m_deliveries_mutex;
    std::vector<Delivery> m_deliveries;
    std::thread m_thread;
};

} // namespace huiyin::server
