#include "server/api/answers.h"
#include "server/api/handlers.h"
#include "server/api/target.h"

namespace huiyin::server {

namespace {

Response plain_status(std::string_view status) {
    return {200,
            {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}},
            "{\"status\":\"" + std::string(status) + "\"}"};
}

} // namespace

Answer show_alive(Context const&, Request const&) { return plain_status("alive"); }

Answer show_ready(Context const& context, Request const&) {
    TRY(context.cases.check());
    return plain_status("ready");
}

Answer show_catalog(Context const& context, Request const& request) {
    std::string const wish = query_value(context.query, "lang").value_or("");
    auto const& entry = context.office.catalog.best_for(wish, request.header("Accept-Language").value_or(""));
    Response response{200,
                      {{"ETag", entry.etag},
                       {"Cache-Control", "no-cache"},
                       {"Content-Language", entry.tag},
                       {"Vary", "Accept-Language"}},
                      {}};
    if (request.header("If-None-Match") == entry.etag) {
        response.status = 304;
        return response;
    }
    response.headers.push_back({"Content-Type", "application/json"});
    response.body = entry.json;
    return response;
}

} // namespace huiyin::server
