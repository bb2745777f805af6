#include "tests/server/support/program.h"

#include <array>
#include <boost/test/unit_test.hpp>
#include <charconv>
#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace huiyin::server::tests {

namespace {

struct Pipe {
    Pipe() { BOOST_REQUIRE(pipe2(ends.data(), O_CLOEXEC) == 0); }
    Pipe(Pipe const&) = delete;
    Pipe& operator=(Pipe const&) = delete;
    ~Pipe() { close_end(0), close_end(1); }

    void close_end(std::size_t which) {
        if (ends[which] >= 0) close(ends[which]);
        ends[which] = -1;
    }

    std::string read_to_end() {
        std::string text;
        std::array<char, 4096> bytes{};
        for (ssize_t count; (count = read(ends[0], bytes.data(), bytes.size())) > 0;)
            text.append(bytes.data(), static_cast<std::size_t>(count));
        return text;
    }

    std::array<int, 2> ends = {-1, -1};
};

/// What stands at the child's 0, 1 and 2; -1 leaves it as it is.
pid_t start(std::string const& program, std::vector<std::string> words, std::array<int, 3> const& files) {
    words.insert(words.begin(), program);
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    pid_t const child = fork();
    if (child != 0) return child;
    for (int number = 0; number < 3; ++number)
        if (files[static_cast<std::size_t>(number)] >= 0)
            dup2(files[static_cast<std::size_t>(number)], number);
    execv(program.c_str(), pointers.data());
    _exit(127);
}

int wait_for(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

std::uint16_t port_in(std::string_view greeting) {
    std::uint16_t port = 0;
    auto const colon = greeting.rfind(':');
    BOOST_REQUIRE(colon != std::string_view::npos);
    std::from_chars(greeting.data() + colon + 1, greeting.data() + greeting.size(), port);
    return port;
}

Ended run(std::string const& program, std::vector<std::string> words, std::string_view input) {
    Pipe in;
    Pipe out;
    Pipe complaints;
    pid_t const child = start(program, std::move(words), {in.ends[0], out.ends[1], complaints.ends[1]});
    // The little that these programs say fits into a pipe, so one may be read after the other.
    out.close_end(1), complaints.close_end(1), in.close_end(0);
    BOOST_REQUIRE(write(in.ends[1], input.data(), input.size()) == static_cast<ssize_t>(input.size()));
    in.close_end(1);
    Ended ended{0, out.read_to_end(), complaints.read_to_end()};
    ended.status = wait_for(child);
    return ended;
}

} // namespace

Ended run_huiyin(std::vector<std::string> words, std::string_view input) {
    return run(HUIYIN_PROGRAM, std::move(words), input);
}

Ended run_demo_filler(std::vector<std::string> words) {
    return run(HUIYIN_DEMO_FILLER, std::move(words), {});
}

std::string password_in(Ended const& shown) {
    std::string const& text = shown.output;
    auto const begin = text.rfind(' ') + 1;
    return text.substr(begin, text.find('\n', begin) - begin);
}

ServeProcess::ServeProcess(std::string data, std::vector<std::string> more_words) {
    std::vector<std::string> words = {"serve",        "--port", "0",      "--log",        "none",
                                      "--work-after", "0",      "--data", std::move(data)};
    words.insert(words.end(), more_words.begin(), more_words.end());
    Pipe out;
    m_process = start(HUIYIN_PROGRAM, std::move(words), {-1, out.ends[1], -1});
    out.close_end(1);
    std::array<char, 1024> bytes{};
    while (m_greeting.find("ready at ") == std::string::npos || m_greeting.back() != '\n') {
        auto const count = read(out.ends[0], bytes.data(), bytes.size());
        BOOST_REQUIRE_MESSAGE(count > 0, "the server ended before it was ready: " << m_greeting);
        m_greeting.append(bytes.data(), static_cast<std::size_t>(count));
    }
    m_port = port_in(m_greeting);
}

ServeProcess::~ServeProcess() {
    if (m_process > 0) end_by(SIGKILL);
}

int ServeProcess::end_by(int signal) {
    kill(m_process, signal);
    return wait_for(std::exchange(m_process, -1));
}

} // namespace huiyin::server::tests
