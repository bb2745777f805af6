#include "tests/server/support/running_server.h"

#include <boost/test/unit_test.hpp>

namespace huiyin::server::tests {

RunningServer::RunningServer(HttpLimits limits, StaticFiles given, Callers callers, std::string scanner)
    : files(std::move(given)) {
    log = std::move(Log::open(folder.path("log"))).value();
    uploads = std::move(UploadFiles::open(folder.path("files"))).value();
    Office office = office_with(clock);
    office.files = uploads.get();
    office.scanner = std::move(scanner);
    dispatcher = std::move(Dispatcher::make(std::move(office), store)).value();
    auto started = HttpServer::start({.port = 0, .callers = std::move(callers), .limits = limits},
                                     *dispatcher, files, *log);
    BOOST_REQUIRE(started);
    http = std::move(started).value();
}

} // namespace huiyin::server::tests
