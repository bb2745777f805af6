#include "server/http/connection.h"

#include "server/api/answers.h"
#include "server/api/tus.h"
#include "server/http/request_parser.h"
#include "server/http/response_head.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <cstring>
#include <ctime>

namespace huiyin::server {

namespace {

using boost::system::error_code;

/// Errors come back as values.
constexpr auto awaiting = asio::as_tuple(asio::use_awaitable);

constexpr std::size_t small_read = 4 * 1024;
constexpr std::size_t large_read = 16 * 1024;
constexpr std::size_t upload_read = 64 * 1024;
constexpr std::size_t file_piece = 64 * 1024;
constexpr std::chrono::milliseconds linger_time{2'000};

std::string_view code_of(int status) {
    switch (status) {
    case 413: return "too_large";
    case 431: return "header_too_large";
    case 505: return "unsupported_version";
    default: return "malformed_request";
    }
}

bool is_for_files(protocol::Request const& request) {
    using protocol::Method;
    bool const is_read = request.method == Method::Get || request.method == Method::Head;
    std::string_view const target = request.target;
    bool const is_call =
        target.starts_with("/api/") || target.starts_with("/healthz") || target.starts_with("/readyz");
    return is_read && target.starts_with('/') && !is_call;
}

/// The code of a problem document, whose texts are all our own.
std::string_view refusal_in(int status, std::string_view body) {
    constexpr std::string_view start = R"("code":")";
    auto const at = status < 400 ? std::string_view::npos : body.find(start);
    if (at == std::string_view::npos) return {};
    std::string_view const rest = body.substr(at + start.size());
    return rest.substr(0, rest.find('"'));
}

/// Of a file that is not sent whole.
Error why_it_ends(Result<std::size_t> const& read) {
    if (!read) return read.error();
    return {"file_unusable", "a file that is sent: it is shorter than it was"};
}

/// Of one who came through a socket of this machine: none.
asio::ip::address address_of(Socket::endpoint_type const& peer) {
    int const family = peer.protocol().family();
    if (family != AF_INET && family != AF_INET6) return {};
    asio::ip::tcp::endpoint endpoint;
    endpoint.resize(peer.size());
    std::memcpy(endpoint.data(), peer.data(), peer.size());
    return endpoint.address();
}

/// A header that was sent in several lines is one list.
std::string all_of(protocol::Request const& request, std::string_view name) {
    std::string list;
    for (protocol::Header const& header : request.headers)
        if (protocol::is_same_name(header.name, name))
            list.append(list.empty() ? "" : ",").append(header.value);
    return list;
}

} // namespace

asio::awaitable<void> serve_connection(Worker& worker, Socket socket) {
    Connection connection(worker, std::move(socket));
    co_await connection.serve();
}

Connection::Connection(Worker& worker, Socket socket)
    : m_worker(worker), m_socket(std::move(socket)),
      m_place(worker.connections().insert(worker.connections().end(), this)) {
    error_code ignored;
    m_socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    m_socket.non_blocking(true, ignored);
    auto const peer = m_socket.remote_endpoint(ignored);
    if (!ignored) m_peer = address_of(peer);
    m_caller = worker.shared().callers.of(m_peer, {});
    enter(State::Idle);
}

Connection::~Connection() {
    m_worker.connections().erase(m_place);
    --m_worker.shared().connections;
}

asio::awaitable<void> Connection::serve() {
    while (m_stays_open && !m_worker.is_stopping()) {
        enter(State::Idle);
        m_is_for_uploads = false;
        RequestParser parser(m_worker.shared().limits);
        Arrival const arrival = co_await read(parser);
        if (arrival.is_request)
            co_await answer(parser);
        else if (arrival.refusal != 0)
            co_await refuse(arrival.refusal);
        else
            m_stays_open = false;
        m_receiving.reset();
    }
    error_code ignored;
    m_socket.close(ignored);
}

asio::awaitable<Connection::Arrival> Connection::read(RequestParser& parser) {
    bool is_continued = false;
    while (!parser.is_done()) {
        error_code error;
        if (m_buffer.size() > 0) {
            if (m_state == State::Idle) enter(State::Reading);
            m_buffer.consume(parser.take(m_buffer.data(), error));
            if (parser.has_header() && parser.is_for_uploads()) pass_on(parser);
            if (parser.is_done()) break;
            if (error && error != boost::beast::http::error::need_more)
                co_return Arrival{false, status_of(error)};
            if (!error) continue;
        }
        if (parser.has_header() && !is_continued && parser.expects_continue()) {
            is_continued = true;
            co_await write("HTTP/1.1 100 Continue\r\n\r\n", {});
        }
        if (!co_await read_more())
            co_return Arrival{false, m_state != State::Idle && m_socket.is_open() ? 400 : 0};
    }
    if (!parser.names_its_host()) co_return Arrival{false, 400};
    co_return Arrival{true, 0};
}

/// Nothing of an upload's body is kept in memory; that of a request which is none is passed over.
void Connection::pass_on(RequestParser& parser) {
    m_is_for_uploads = true;
    if (m_state != State::Receiving) {
        m_receiving_until = Worker::Clock::now() + m_worker.shared().limits.upload_time;
        m_receiving = m_worker.shared().dispatcher.receive(m_worker.reader(), parser.request());
    }
    enter(State::Receiving);
    std::string const bytes = parser.take_body();
    if (m_receiving && !bytes.empty()) m_receiving->put(bytes);
}

asio::awaitable<bool> Connection::read_more() {
    std::size_t const size = m_state == State::Idle        ? small_read
                             : m_state == State::Receiving ? upload_read
                                                           : large_read;
    auto const [error, count] = co_await m_socket.async_read_some(m_buffer.prepare(size), awaiting);
    m_buffer.commit(count);
    co_return !error;
}

asio::awaitable<void> Connection::answer(RequestParser& parser) {
    enter(State::Answering);
    m_arrived_at = Worker::Clock::now();
    m_stays_open = parser.keep_alive() && !m_worker.is_stopping();
    protocol::Request& request = parser.request();
    bool const is_head = parser.is_head();
    std::string_view const method = name_of_method(request.method);
    if (is_for_files(request)) {
        StaticAnswer found = m_worker.shared().files.answer(request);
        Outgoing outgoing{found.status, std::move(found.headers), found.body, method, "files"};
        co_return co_await send(outgoing, is_head);
    }
    // GCC 12 destroys what two branches of one expression await twice.
    Answered answered;
    if (m_receiving)
        answered = co_await filed();
    else
        answered = co_await dispatched(std::move(request));
    Outgoing outgoing{answered.response.status, std::move(answered.response.headers),
                      answered.response.body,   method,
                      answered.route,           answered.response.file.get()};
    co_await send(outgoing, is_head);
}

asio::awaitable<Answered> Connection::dispatched(protocol::Request request) {
    if (Callers const& callers = m_worker.shared().callers; callers.is_behind_a_proxy())
        m_caller = callers.of(m_peer, all_of(request, "X-Forwarded-For"));
    auto ready = m_worker.shared().dispatcher.dispatch(
        m_worker.reader(), std::move(request), m_caller,
        [this](Answered answered) { m_worker.deliver(*this, std::move(answered)); });
    co_return co_await delivered(std::move(ready));
}

asio::awaitable<Answered> Connection::filed() {
    auto refused = m_worker.shared().dispatcher.file(
        std::move(m_receiving), [this](Answered answered) { m_worker.deliver(*this, std::move(answered)); });
    co_return co_await delivered(std::move(refused));
}

asio::awaitable<Answered> Connection::delivered(std::optional<Answered> ready) {
    if (ready) co_return *std::move(ready);
    // Deliveries are made on this thread, so none can come before the wait has begun.
    co_await asio::async_initiate<asio::use_awaitable_t<> const, void()>(
        [this](auto handler) {
            // Shared only because a std::function must be able to copy what it holds.
            m_go_on = [held = std::make_shared<decltype(handler)>(std::move(handler))] {
                std::move (*held)();
            };
        },
        asio::use_awaitable);
    co_return std::move(m_answered);
}

void Connection::receive(Answered answered) {
    m_answered = std::move(answered);
    auto const go_on = std::exchange(m_go_on, nullptr);
    go_on();
}

asio::awaitable<void> Connection::refuse(int status) {
    m_arrived_at = Worker::Clock::now();
    m_stays_open = false;
    Response const response = problem(status, code_of(status));
    Outgoing outgoing{response.status, response.headers, response.body};
    co_await send(outgoing, false);
    co_await linger();
}

asio::awaitable<void> Connection::send(Outgoing& outgoing, bool is_head) {
    enter(State::Writing);
    m_head.clear();
    std::string const id = m_worker.next_request_id();
    if (m_is_for_uploads) outgoing.headers.push_back({"Tus-Resumable", std::string(tus::version)});
    append_head(m_head, outgoing.status, outgoing.headers, outgoing.body_bytes(),
                m_stays_open ? Persistence::KeepAlive : Persistence::Close, http_date(std::time(nullptr)),
                id);
    bool const is_sent = co_await write(m_head, is_head ? std::string_view() : outgoing.body);
    std::size_t bytes = outgoing.file ? 0 : outgoing.body.size();
    if (is_sent && outgoing.file && !is_head) {
        bytes = co_await write_pieces(*outgoing.file);
        // The end comes before the length that was promised, which tells the client that something is
        // missing.
        if (bytes < outgoing.file->size()) m_stays_open = false;
    }
    log(outgoing, bytes, id);
}

/// However long the whole takes: each piece has a time of its own, so that a slow line gets it and one that
/// stands still ends.
asio::awaitable<std::size_t> Connection::write_pieces(SentFile& file) {
    std::vector<char> room(file_piece);
    std::size_t written = 0;
    while (written < file.size()) {
        auto const count = file.read(std::span(room).first(std::min(file.size() - written, room.size())));
        if (!count || *count == 0) {
            m_worker.shared().log.failure(why_it_ends(count));
            break;
        }
        enter(State::Writing);
        if (!co_await write({room.data(), *count}, {})) break;
        written += *count;
        // One who reads fast would keep the thread for themselves.
        co_await asio::post(m_socket.get_executor(), asio::use_awaitable);
    }
    co_return written;
}

asio::awaitable<bool> Connection::write(std::string_view head, std::string_view body) {
    std::array<asio::const_buffer, 2> buffers = {asio::buffer(head), asio::buffer(body)};
    error_code error;
    // Most answers fit into the socket's buffer at once.
    std::size_t written = m_socket.write_some(buffers, error);
    if (error == asio::error::would_block) error = {}, written = 0;
    if (!error && written < head.size() + body.size()) {
        std::size_t const of_head = std::min(written, head.size());
        buffers = {asio::buffer(head.substr(of_head)), asio::buffer(body.substr(written - of_head))};
        std::tie(error, written) = co_await asio::async_write(m_socket, buffers, awaiting);
    }
    if (error) m_stays_open = false;
    co_return !error;
}

/// Takes what the client still sends, so that closing does not cut off the answer it has not read yet.
asio::awaitable<void> Connection::linger() {
    error_code error;
    m_socket.shutdown(Socket::shutdown_send, error);
    enter(State::Lingering);
    while (!error) {
        m_buffer.clear();
        std::tie(error, std::ignore) =
            co_await m_socket.async_read_some(m_buffer.prepare(large_read), awaiting);
    }
}

void Connection::enter(State state) {
    m_state = state;
    HttpLimits const& limits = m_worker.shared().limits;
    auto const now = Worker::Clock::now();
    switch (state) {
    case State::Idle: m_deadline = now + limits.idle_time; break;
    case State::Reading: m_deadline = now + limits.request_time; break;
    case State::Receiving: m_deadline = std::min(now + limits.upload_pause, m_receiving_until); break;
    case State::Answering: m_deadline = Worker::Clock::time_point::max(); break;
    case State::Writing: m_deadline = now + limits.write_time; break;
    case State::Lingering: m_deadline = now + linger_time; break;
    }
}

void Connection::close_if_idle() {
    error_code ignored;
    if (m_state == State::Idle) m_socket.close(ignored);
}

void Connection::close_if_late(Worker::Clock::time_point now) {
    error_code ignored;
    if (now >= m_deadline) m_socket.close(ignored);
}

void Connection::log(Outgoing const& outgoing, std::size_t bytes, std::string_view request_id) const {
    auto const took = Worker::Clock::now() - m_arrived_at;
    m_worker.shared().log.request({outgoing.method, outgoing.route, outgoing.status,
                                   std::chrono::duration_cast<std::chrono::microseconds>(took).count(), bytes,
                                   request_id, refusal_in(outgoing.status, outgoing.body)});
}

} // namespace huiyin::server
