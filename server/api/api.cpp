#include "server/api/api.h"

#include "core/base/match.h"

namespace huiyin::server {

namespace {

/// Without a socket there is nothing to send it to in pieces.
std::string content_of(SentFile& file) {
    std::string content(file.size(), '\0');
    content.resize(file.read(content).value());
    return content;
}

} // namespace

Result<std::unique_ptr<Api>> Api::make(Office office, CaseStore& store) {
    auto reader = TRY(store.reader());
    auto writer = TRY(store.writer());
    return std::unique_ptr<Api>(new Api(std::move(office), std::move(reader), std::move(writer)));
}

Api::Api(Office office, std::unique_ptr<CaseReader> reader, std::unique_ptr<CaseWriter> writer)
    : m_office(std::move(office)), m_reader(std::move(reader)), m_writer(std::move(writer)) {}

Response Api::handle(Request const& request, std::string_view caller) {
    Response response = match(
        start(m_office, *m_reader, request, caller).next, [](Response&& ready) { return std::move(ready); },
        [&](Change&& change) { return std::move(perform(m_office, *m_writer, {&change}).front()); },
        [&](DiskTask&& task) { return answered(m_office, task); },
        [&](SlowTask&& task) {
            return match(
                check_slowly(m_office, *m_reader, task, request, caller),
                [](Response&& ready) { return std::move(ready); },
                [&](Change&& change) { return std::move(perform(m_office, *m_writer, {&change}).front()); });
        });
    if (response.file) response.body = content_of(*response.file);
    if (request.method == protocol::Method::Head) response.body.clear();
    return response;
}

} // namespace huiyin::server
