#include "tests/server/support/fake_scanner.h"

#include <arpa/inet.h>
#include <boost/test/unit_test.hpp>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace huiyin::server::tests {

namespace {

std::string received(int client, std::size_t count) {
    std::string bytes(count, '\0');
    ssize_t const size = recv(client, bytes.data(), count, MSG_WAITALL);
    bytes.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
    return bytes;
}

std::size_t length_in(std::string const& bytes) {
    std::size_t length = 0;
    for (char const byte : bytes)
        length = length << 8 | static_cast<unsigned char>(byte);
    return length;
}

} // namespace

FakeScanner::FakeScanner(std::string answer) : m_answer(std::move(answer)) {
    m_socket = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    BOOST_REQUIRE(bind(m_socket, reinterpret_cast<sockaddr*>(&address), size) == 0);
    BOOST_REQUIRE(listen(m_socket, 8) == 0);
    BOOST_REQUIRE(getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

FakeScanner::~FakeScanner() {
    m_is_stopping = true;
    shutdown(m_socket, SHUT_RDWR);
    m_thread.join();
    lets_go();
    for (std::thread& answering : m_answers)
        answering.join();
    close(m_socket);
}

void FakeScanner::holds_back(std::string content) {
    std::lock_guard const lock(m_mutex);
    m_held_back = std::move(content);
}

void FakeScanner::wait_until_it_holds() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_held >= 0; });
}

bool FakeScanner::holds() {
    std::lock_guard const lock(m_mutex);
    char nothing = 0;
    return m_held >= 0 && recv(m_held, &nothing, 1, MSG_DONTWAIT | MSG_PEEK) < 0;
}

void FakeScanner::lets_go() {
    std::lock_guard const lock(m_mutex);
    m_held_back.clear();
    m_changed.notify_all();
}

/// Under the mutex, which it leaves while it waits.
void FakeScanner::hold(int client) {
    std::unique_lock lock(m_mutex, std::adopt_lock);
    m_held = client;
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return m_held_back.empty(); });
    m_held = -1;
    lock.release();
}

void FakeScanner::will_answer(std::string answer) {
    std::lock_guard const lock(m_mutex);
    m_answer = std::move(answer);
}

std::string FakeScanner::heard() {
    std::lock_guard const lock(m_mutex);
    return m_heard;
}

void FakeScanner::serve() {
    while (!m_is_stopping) {
        int const client = accept(m_socket, nullptr, nullptr);
        if (client < 0) return;
        m_answers.emplace_back([this, client] {
            answer(client);
            close(client);
        });
    }
}

void FakeScanner::answer(int client) {
    constexpr std::string_view order("zINSTREAM\0", 10);
    if (received(client, order.size()) != order) return;
    std::string content;
    while (std::size_t const length = length_in(received(client, 4)))
        content += received(client, length);
    std::unique_lock lock(m_mutex);
    if (!m_held_back.empty() && content == m_held_back) hold(client);
    m_heard = std::move(content);
    std::string const words = m_answer;
    lock.unlock();
    // One who says nothing keeps the line until the other hangs up.
    if (words == silent)
        received(client, 1);
    else
        send(client, words.data(), words.size(), MSG_NOSIGNAL);
}

} // namespace huiyin::server::tests
