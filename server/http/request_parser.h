#pragma once

#include "core/protocol/http.h"
#include "server/http/limits.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <utility>

namespace huiyin::server {

/// Reads one request from bytes as they come; Beast knows the grammar, this keeps what is found.
class RequestParser final : private boost::beast::http::basic_parser<true> {
public:
    explicit RequestParser(HttpLimits const& limits);

    /// Takes what it can of the bytes that have come and gives how many that were; with the error need_more
    /// the rest is to be given again when more has come.
    std::size_t take(boost::asio::const_buffer bytes, boost::beast::error_code& error);

    using basic_parser::is_done;
    using basic_parser::keep_alive;

    protocol::Request& request() { return m_request; }
    bool has_header() const { return is_header_done(); }
    bool expects_continue() const;
    /// Every answer to it says so.
    bool is_for_uploads() const { return m_is_for_uploads; }
    /// By the method that stands in the request line, whatever a header puts in its place.
    bool is_head() const { return m_is_head; }
    /// The part of the body that has come since the last time.
    std::string take_body() { return std::exchange(m_request.body, {}); }
    /// HTTP/1.1 must name its host, once (RFC 9112, 3.2).
    bool names_its_host() const { return m_hosts == 1 || (m_hosts == 0 && !m_is_version_11); }

private:
    using Code = boost::beast::error_code;
    using View = boost::beast::string_view;

    void on_request_impl(boost::beast::http::verb method, View method_text, View target, int version,
                         Code& error) override;
    void on_response_impl(int, View, int, Code&) override {}
    void on_field_impl(boost::beast::http::field field, View name, View value, Code& error) override;
    void on_header_impl(Code&) override;
    void on_body_init_impl(boost::optional<std::uint64_t> const& length, Code& error) override;
    std::size_t on_body_impl(View body, Code& error) override;
    void on_chunk_header_impl(std::uint64_t, View, Code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t remain, View body, Code& error) override;
    void on_finish_impl(Code&) override {}

    protocol::Request m_request;
    std::size_t m_least = 1;
    std::size_t m_upload_bytes;
    bool m_is_for_uploads = false;
    bool m_is_head = false;
    int m_hosts = 0;
    bool m_is_version_11 = true;
};

/// The status that tells a client what was wrong with what it sent.
int status_of(boost::beast::error_code error);

} // namespace huiyin::server
