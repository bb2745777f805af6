#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace huiyin::server::tests {

/// Speaks clamd's protocol, and answers every file with what a test wants it to say.
class FakeScanner {
public:
    static constexpr char const* silent = "(silent)";

    explicit FakeScanner(std::string answer);
    FakeScanner(FakeScanner const&) = delete;
    FakeScanner& operator=(FakeScanner const&) = delete;
    ~FakeScanner();

    std::string address() const { return "127.0.0.1:" + std::to_string(m_port); }
    void will_answer(std::string answer);
    /// Says nothing about such a file until it is let go, and goes on with others.
    void holds_back(std::string content);
    void wait_until_it_holds();
    /// The other side has not hung up, either.
    bool holds();
    void lets_go();
    /// The last file.
    std::string heard();

private:
    void serve();
    void answer(int client);
    void hold(int client);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::string m_held_back;
    int m_held = -1;
    std::string m_answer;
    std::string m_heard;
    int m_socket = -1;
    std::uint16_t m_port = 0;
    std::atomic<bool> m_is_stopping = false;
    std::thread m_thread;
    std::vector<std::thread> m_answers;
};

} // namespace huiyin::server::tests
