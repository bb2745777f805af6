#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace huiyin::server::tests {

struct Ended {
    int status = -1;
    std::string output;
    std::string complaints;
};

/// Runs `huiyin` with these words and input to its end.
Ended run_huiyin(std::vector<std::string> words, std::string_view input = {});
Ended run_demo_filler(std::vector<std::string> words);

/// The first password that `huiyin staff` has shown.
std::string password_in(Ended const& shown);

/// `huiyin serve` on a port of its own, over a data directory.
class ServeProcess {
public:
    explicit ServeProcess(std::string data, std::vector<std::string> more_words = {});
    ServeProcess(ServeProcess const&) = delete;
    ServeProcess& operator=(ServeProcess const&) = delete;
    ~ServeProcess();

    std::uint16_t port() const { return m_port; }
    std::string const& greeting() const { return m_greeting; }
    /// Sends the signal and waits for the end; the exit status, or minus the signal that ended it.
    int end_by(int signal);

private:
    pid_t m_process = -1;
    std::uint16_t m_port = 0;
    std::string m_greeting;
};

} // namespace huiyin::server::tests
