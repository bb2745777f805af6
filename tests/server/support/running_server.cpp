#include "tests/server/support/running_server.h"

#include <boost/test/unit_test.hpp>

namespace huiyin::server::tests {

RunningServer::RunningServer(HttpLimits limits, StaticFiles given, Callers callers)
    : files(std::move(given)) {
    log = std::move(Log::open("")).value();
    dispatcher = std::move(Dispatcher::make(office_with(clock), store)).value();
    auto started = HttpServer::start({.port = 0, .callers = std::move(callers), .limits = limits},
                                     *dispatcher, files, *log);
    BOOST_REQUIRE(started);
    http = std::move(started).value();
}

} // namespace huiyin::server::tests
