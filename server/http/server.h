#pragma once

#include "server/api/dispatcher.h"
#include "server/http/callers.h"
#include "server/http/limits.h"
#include "server/http/log.h"
#include "server/http/static_files.h"

#include <cstdint>
#include <memory>
#include <string>

namespace huiyin::server {

struct HttpOptions {
    /// Or the path of a socket, for a proxy on this machine.
    std::string address = "127.0.0.1";
    /// 0 lets the system choose.
    std::uint16_t port = 12345;
    unsigned threads = 2;
    Callers callers = {};
    HttpLimits limits = {};

    bool is_at_a_path() const { return address.starts_with('/'); }
};

/// The sockets: a fixed number of threads, each with connections and a reader of its own.
class HttpServer {
public:
    /// Accepts connections when it returns. Errors: address_unusable, store_unavailable.
    /// What is given must outlive the server.
    static Result<std::unique_ptr<HttpServer>> start(HttpOptions options, Dispatcher& dispatcher,
                                                     StaticFiles const& files, Log& log);
    virtual ~HttpServer() = default;

    /// 0 at a path.
    virtual std::uint16_t port() const = 0;
    /// Accepts nothing more, answers what was asked, then closes.
    virtual void stop() = 0;
};

} // namespace huiyin::server
