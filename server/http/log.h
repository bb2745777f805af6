#pragma once

#include "core/base/result.h"
#include "server/api/context.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace huiyin::server {

/// A request that was answered: nothing in it tells who asked or for which case.
struct LogLine {
    std::string_view method;
    /// The pattern of the route, not the path.
    std::string_view route;
    int status = 0;
    std::int64_t duration_us = 0;
    std::size_t bytes = 0;
    std::string_view request_id;
    /// The code of the problem that a refused request was answered with.
    std::string_view refusal = {};
};

/// One JSON object a line. Lines of requests are gathered and written once a second; the rest at once.
class Log {
public:
    /// "-" is the standard error, "" is nowhere. Error: log_unusable.
    static Result<std::unique_ptr<Log>> open(std::string const& path);
    ~Log();

    void request(LogLine const& line);
    void event(std::string_view name, std::string_view detail = {});
    void failure(Error const& error);
    void note(Note const& note);
    void flush();

private:
    struct Sink;
    explicit Log(std::unique_ptr<Sink> sink);
    std::unique_ptr<Sink> m_sink;
};

} // namespace huiyin::server
