#pragma once

#include "server/http/worker.h"

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <functional>

namespace huiyin::server {

class RequestParser;

/// One client's connection: its requests one after the other, each answered before the next is read.
class Connection {
public:
    Connection(Worker& worker, Socket socket);
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;
    ~Connection();

    asio::awaitable<void> serve();

    // Called by the worker, on its thread.
    void receive(Answered answered);
    void close_if_idle();
    void close_if_late(Worker::Clock::time_point now);

private:
    enum class State { Idle, Reading, Receiving, Answering, Writing, Lingering };
    /// What became of reading: a request, a status to refuse it with, or a client that went.
    struct Arrival {
        bool is_request = false;
        int refusal = 0;
    };
    /// Bytes on their way out; the body belongs to the response or to the files.
    struct Outgoing {
        int status = 200;
        std::vector<protocol::Header> headers;
        std::string_view body;
        std::string_view method = "-";
        std::string_view route = "none";
        /// In the place of the body.
        SentFile* file = nullptr;

        std::size_t body_bytes() const { return file ? file->size() : body.size(); }
    };

    asio::awaitable<Arrival> read(RequestParser& parser);
    asio::awaitable<bool> read_more();
    asio::awaitable<void> answer(RequestParser& parser);
    asio::awaitable<Answered> dispatched(protocol::Request request);
    asio::awaitable<Answered> filed();
    asio::awaitable<Answered> delivered(std::optional<Answered> ready);
    void pass_on(RequestParser& parser);
    asio::awaitable<void> refuse(int status);
    asio::awaitable<void> send(Outgoing& outgoing, bool is_head);
    /// False when the client is gone.
    asio::awaitable<bool> write(std::string_view head, std::string_view body);
    /// How many bytes were written.
    asio::awaitable<std::size_t> write_pieces(SentFile& file);
    asio::awaitable<void> linger();

    void enter(State state);
    void log(Outgoing const& outgoing, std::size_t bytes, std::string_view request_id) const;

    Worker& m_worker;
    Socket m_socket;
    asio::ip::address m_peer;
    std::string m_caller;
    boost::beast::flat_buffer m_buffer;
    std::string m_head;
    State m_state = State::Idle;
    Worker::Clock::time_point m_deadline;
    Worker::Clock::time_point m_arrived_at;
    bool m_stays_open = true;
    /// The body of an upload; nothing for other requests.
    std::unique_ptr<Receiving> m_receiving;
    bool m_is_for_uploads = false;
    Worker::Clock::time_point m_receiving_until;
    Answered m_answered;
    /// Set while an answer is awaited from another lane.
    std::function<void()> m_go_on;
    Worker::Connections::iterator m_place;
};

asio::awaitable<void> serve_connection(Worker& worker, Socket socket);

} // namespace huiyin::server
