// Whatever bytes a connection brings, whole or in two pieces: the same request, or none.
#include "server/api/target.h"
#include "server/http/request_parser.h"
#include "tests/fuzz/fuzz.h"

#include <boost/asio/buffer.hpp>

using namespace huiyin;

namespace {

struct Outcome {
    bool is_done = false;
    int status = 0;
    std::string target = {};
    std::string body = {};
    std::size_t headers = 0;

    bool operator==(Outcome const&) const = default;
};

/// Feeds what has come so far, as a connection does; what the parser leaves is kept for the next piece.
void feed(server::RequestParser& parser, std::string& waiting, Outcome& outcome) {
    while (!waiting.empty() && !parser.is_done() && outcome.status == 0) {
        boost::beast::error_code error;
        auto const taken = parser.take(boost::asio::buffer(waiting), error);
        waiting.erase(0, taken);
        if (error == boost::beast::http::error::need_more) return;
        if (error) outcome.status = server::status_of(error);
        if (taken == 0) return;
    }
}

Outcome read(std::string_view first, std::string_view rest) {
    server::RequestParser parser(server::HttpLimits{.body_bytes = 1024});
    Outcome outcome;
    std::string waiting(first);
    feed(parser, waiting, outcome);
    waiting += rest;
    if (!rest.empty()) feed(parser, waiting, outcome);
    outcome.is_done = outcome.status == 0 && parser.is_done();
    if (!outcome.is_done) return outcome;
    outcome.target = parser.request().target;
    outcome.body = parser.request().body;
    outcome.headers = parser.request().headers.size();
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text = fuzz::text_of(data, size);
    Outcome const whole = read(text, {});
    fuzz::holds(whole.status == 0 || (whole.status >= 400 && whole.status < 600));
    auto const middle = size / 2;
    Outcome const in_pieces = read(text.substr(0, middle), text.substr(middle));
    if (whole.is_done || in_pieces.is_done) fuzz::holds(in_pieces == whole);
    (void)server::query_value(text, "limit");
    return 0;
}
