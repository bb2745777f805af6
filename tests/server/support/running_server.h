#pragma once

#include "server/http/server.h"
#include "tests/server/support/client.h"
#include "tests/server/support/desk.h"

namespace huiyin::server::tests {

/// A server that listens, with limits as a test wants them.
class RunningServer {
public:
    explicit RunningServer(HttpLimits limits = {}, StaticFiles files = {}, Callers callers = {},
                           std::string scanner = {});

    Client client() const { return Client(http->port()); }
    protocol::Response asks(std::string_view bytes) const { return client().asks(bytes); }
    bool still_serves() const { return asks(get("/healthz")).status == 200; }

    StoppedClock clock;
    MemoryStore store;
    Folder folder;
    std::unique_ptr<UploadFiles> uploads;
    StaticFiles files;
    std::unique_ptr<Log> log;
    std::unique_ptr<Dispatcher> dispatcher;
    std::unique_ptr<HttpServer> http;
};

} // namespace huiyin::server::tests
