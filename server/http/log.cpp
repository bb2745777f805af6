#include "server/http/log.h"

#include "core/base/time.h"

#include <chrono>
#include <fcntl.h>
#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/base_sink.h>
#include <unistd.h>

namespace huiyin::server {

namespace {

constexpr std::size_t gathered_bytes = 64 * 1024;

/// Gathers lines; spdlog's own sinks write each one by itself.
class GatheringSink final : public spdlog::sinks::base_sink<std::mutex> {
public:
    explicit GatheringSink(int file) : m_file(file) { m_gathered.reserve(gathered_bytes + 1024); }
    ~GatheringSink() override {
        flush_();
        if (m_file > STDERR_FILENO) close(m_file);
    }

private:
    void sink_it_(spdlog::details::log_msg const& message) override {
        m_gathered.append(message.payload.data(), message.payload.size());
        m_gathered.push_back('\n');
        if (m_gathered.size() >= gathered_bytes) flush_();
    }

    void flush_() override {
        std::string_view left = m_gathered;
        while (!left.empty()) {
            auto const written = ::write(m_file, left.data(), left.size());
            // A log that cannot be written must not stop the service.
            if (written <= 0) break;
            left.remove_prefix(static_cast<std::size_t>(written));
        }
        m_gathered.clear();
    }

    int m_file;
    std::string m_gathered;
};

std::string now_text() {
    auto const since = std::chrono::system_clock::now().time_since_epoch();
    return format_rfc3339(Instant{std::chrono::duration_cast<std::chrono::milliseconds>(since).count()});
}

/// For texts of our own and of libraries, which may hold a path or a quote.
std::string escaped(std::string_view text) {
    std::string out;
    for (char character : text) {
        if (character == '"' || character == '\\') out.push_back('\\');
        out.push_back(static_cast<unsigned char>(character) < 0x20 ? ' ' : character);
    }
    return out;
}

} // namespace

struct Log::Sink {
    std::shared_ptr<GatheringSink> sink;
    spdlog::logger logger;

    explicit Sink(int file) : sink(std::make_shared<GatheringSink>(file)), logger("huiyin", sink) {
        logger.set_level(spdlog::level::info);
        logger.flush_on(spdlog::level::warn);
    }
};

Result<std::unique_ptr<Log>> Log::open(std::string const& path) {
    if (path.empty()) return std::unique_ptr<Log>(new Log(nullptr));
    int const file =
        path == "-" ? STDERR_FILENO : ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0640);
    if (file < 0) return Error{"log_unusable", "cannot write the log to " + path};
    return std::unique_ptr<Log>(new Log(std::make_unique<Sink>(file)));
}

Log::Log(std::unique_ptr<Sink> sink) : m_sink(std::move(sink)) {}
Log::~Log() = default;

void Log::request(LogLine const& line) {
    if (!m_sink) return;
    m_sink->logger.info(
        R"({{"time":"{}","method":"{}","route":"{}","status":{},"refusal":"{}","duration_us":{},"bytes":{},"id":"{}"}})",
        now_text(), line.method, line.route, line.status, line.refusal, line.duration_us, line.bytes,
        line.request_id);
}

void Log::event(std::string_view name, std::string_view detail) {
    if (!m_sink) return;
    m_sink->logger.warn(R"({{"time":"{}","event":"{}","detail":"{}"}})", now_text(), name, escaped(detail));
}

void Log::failure(Error const& error) { event(error.code, error.detail); }

void Log::note(Note const& note) {
    if (!m_sink) return;
    m_sink->logger.warn(R"({{"time":"{}","staff":"{}","by":"{}","detail":"{}"}})", now_text(), note.what,
                        escaped(note.by), escaped(note.detail));
}

void Log::flush() {
    if (m_sink) m_sink->logger.flush();
}

} // namespace huiyin::server
