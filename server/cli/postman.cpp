#include "server/cli/postman.h"

#include "server/api/notices.h"
#include "server/cli/data.h"

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <optional>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace huiyin::server {

namespace {

using namespace std::chrono_literals;

/// Between two looks for notices: other processes write some too.
constexpr auto pause = 1s;
constexpr auto patience = 30s;

/// The two ends of a pipe, closed when they go.
class Pipe {
public:
    Pipe() { m_is_open = pipe2(m_ends, O_CLOEXEC) == 0; }
    Pipe(Pipe const&) = delete;
    Pipe& operator=(Pipe const&) = delete;
    ~Pipe() { close_input(), close_output(); }

    bool is_open() const { return m_is_open; }
    int output() const { return m_ends[0]; }
    int input() const { return m_ends[1]; }
    void close_output() { close_end(m_ends[0]); }
    void close_input() { close_end(m_ends[1]); }

private:
    static void close_end(int& end) {
        if (end >= 0) close(end);
        end = -1;
    }
    int m_ends[2] = {-1, -1};
    bool m_is_open = false;
};

/// The server blocks and ignores signals that a command may need.
void give_back_signals(posix_spawnattr_t& attributes) {
    sigset_t none;
    sigset_t ignored;
    sigemptyset(&none);
    sigemptyset(&ignored);
    sigaddset(&ignored, SIGPIPE);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &ignored);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

std::optional<pid_t> start_shell(std::string const& command, int input) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    give_back_signals(attributes);
    char shell[] = "sh";
    char option[] = "-c";
    std::string words = command;
    char* const arguments[] = {shell, option, words.data(), nullptr};
    pid_t process = -1;
    int const fault = posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return fault == 0 ? std::optional(process) : std::nullopt;
}

bool writes_all(int file, std::string_view text) {
    while (!text.empty()) {
        ssize_t const written = write(file, text.data(), text.size());
        if (written <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// A command that does not end is ended: the next notice must not wait for it.
bool ends_well(pid_t process) {
    auto const deadline = std::chrono::steady_clock::now() + patience;
    int status = 0;
    while (waitpid(process, &status, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() > deadline) kill(process, SIGKILL);
        std::this_thread::sleep_for(10ms);
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

bool takes_input(std::string const& command, std::string const& input) {
    Pipe pipe;
    if (!pipe.is_open()) return false;
    // A mail fits into the pipe, so that writing waits for nobody.
    fcntl(pipe.input(), F_SETPIPE_SZ, 1 << 17);
    auto const process = start_shell(command, pipe.output());
    if (!process) return false;
    pipe.close_output();
    bool const is_written = writes_all(pipe.input(), input);
    pipe.close_input();
    return ends_well(*process) && is_written;
}

Result<std::unique_ptr<Postman>> Postman::start(PostOptions options, CaseStore& store, Log& log) {
    auto cases = TRY(store.writer());
    return std::unique_ptr<Postman>(new Postman(std::move(options), std::move(cases), log));
}

Postman::Postman(PostOptions options, std::unique_ptr<CaseWriter> cases, Log& log)
    : m_options(std::move(options)), m_cases(std::move(cases)), m_log(log),
      m_thread([this] { work_until_stopped(); }) {}

Postman::~Postman() {
    {
        std::lock_guard const lock(m_mutex);
        m_is_stopping = true;
    }
    m_stops.notify_all();
    m_thread.join();
}

void Postman::work_until_stopped() {
    auto const report = [this](Error const& error) { m_log.failure(error); };
    auto const carrier = [this](std::string const& mail) { return takes_input(m_options.command, mail); };
    std::unique_lock lock(m_mutex);
    while (!m_is_stopping) {
        lock.unlock();
        auto const taken = hand_over(*m_cases, m_options.sender, carrier, report, system_now());
        if (!taken) report(taken.error());
        lock.lock();
        m_stops.wait_for(lock, pause, [this] { return m_is_stopping; });
    }
}

} // namespace huiyin::server
