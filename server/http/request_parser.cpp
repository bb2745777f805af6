#include "server/http/request_parser.h"

#include "server/api/tus.h"

#include <boost/beast/http/error.hpp>

namespace huiyin::server {

namespace http = boost::beast::http;

namespace {

protocol::Method method_of(http::verb verb) {
    switch (verb) {
    case http::verb::get: return protocol::Method::Get;
    case http::verb::head: return protocol::Method::Head;
    case http::verb::post: return protocol::Method::Post;
    case http::verb::put: return protocol::Method::Put;
    case http::verb::patch: return protocol::Method::Patch;
    case http::verb::delete_: return protocol::Method::Delete;
    case http::verb::options: return protocol::Method::Options;
    default: return protocol::Method::Other;
    }
}

} // namespace

RequestParser::RequestParser(HttpLimits const& limits) : m_upload_bytes(limits.upload_bytes) {
    header_limit(static_cast<std::uint32_t>(limits.header_bytes));
    body_limit(limits.body_bytes);
    eager(true);
}

std::size_t RequestParser::take(boost::asio::const_buffer bytes, Code& error) {
    if (bytes.size() < m_least) {
        error = http::error::need_more;
        return 0;
    }
    std::size_t const taken = put(bytes, error);
    // Beast 1.81 asserts that the end of a chunked body comes a second time with five bytes or more, as many
    // as the shortest end has; "0\r\n", and then "\r" alone, would end the program.
    bool const is_in_chunks = error == http::error::need_more && is_header_done();
    m_least = is_in_chunks ? 5 : 1;
    return taken;
}

bool RequestParser::expects_continue() const {
    auto const expectation = m_request.header("Expect");
    return expectation &&
           boost::beast::iequals(View(expectation->data(), expectation->size()), "100-continue");
}

void RequestParser::on_request_impl(http::verb method, View, View target, int version, Code&) {
    m_request.method = method_of(method);
    m_request.target.assign(target.data(), target.size());
    m_request.headers.reserve(8);
    m_is_version_11 = version >= 11;
    m_is_head = method == http::verb::head;
    m_is_for_uploads = tus::is_for_uploads(m_request.target);
    // Which method it really has is known behind the headers, and by then Beast has compared the lengths.
    if (m_is_for_uploads) body_limit(m_upload_bytes);
}

void RequestParser::on_header_impl(Code&) {
    // tus 1.0: for clients in an environment that has neither PATCH nor DELETE.
    auto const meant = m_request.header("X-HTTP-Method-Override");
    if (m_is_for_uploads && meant)
        m_request.method = method_of(http::string_to_verb(View(meant->data(), meant->size())));
}

void RequestParser::on_field_impl(http::field field, View name, View value, Code&) {
    if (field == http::field::host) ++m_hosts;
    m_request.headers.push_back({std::string(name), std::string(value)});
}

void RequestParser::on_body_init_impl(boost::optional<std::uint64_t> const& length, Code&) {
    // Beast has compared the length with the limit before it calls this.
    if (length && !m_is_for_uploads) m_request.body.reserve(static_cast<std::size_t>(*length));
}

std::size_t RequestParser::on_body_impl(View body, Code&) {
    m_request.body.append(body.data(), body.size());
    return body.size();
}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, View body, Code& error) {
    return on_body_impl(body, error);
}

int status_of(boost::beast::error_code error) {
    if (error == http::error::header_limit) return 431;
    if (error == http::error::body_limit) return 413;
    if (error == http::error::bad_version) return 505;
    return 400;
}

} // namespace huiyin::server
