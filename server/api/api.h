#pragma once

#include "server/api/exchange.h"

#include <memory>

namespace huiyin::server {

/// The whole backend without sockets and threads: one request after the other. Tests join it to a portal.
class Api {
public:
    static Result<std::unique_ptr<Api>> make(Office office, CaseStore& store);

    /// Returns when what it answers is durable.
    Response handle(Request const& request, std::string_view caller = {});
    Office& office() { return m_office; }

private:
    Api(Office office, std::unique_ptr<CaseReader> reader, std::unique_ptr<CaseWriter> writer);

    Office m_office;
    std::unique_ptr<CaseReader> m_reader;
    std::unique_ptr<CaseWriter> m_writer;
};

} // namespace huiyin::server
