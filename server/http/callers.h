#pragma once

#include "core/base/result.h"

#include <boost/asio/ip/address.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace huiyin::server {

/// Says whom a request comes from, so that tries are counted where they are made.
class Callers {
public:
    /// "10.0.0.1,::1": the proxies that stand before the server. Error: address_unusable.
    static Result<Callers> behind(std::string_view proxies);
    /// Nobody stands before the server.
    Callers() = default;
    /// Whoever can open the server's own socket, and has no address, is a proxy of ours.
    void trust_the_socket();

    /// The peer itself; behind a proxy that is ours, the last address of X-Forwarded-For that is none of
    /// them. What a stranger writes further ahead in that header, or sends without our proxy, counts for
    /// nothing. Of an IPv6 address the network (/64), which is one household's or one phone's.
    std::string of(boost::asio::ip::address const& peer, std::string_view forwarded_for) const;
    bool is_behind_a_proxy() const { return !m_proxies.empty(); }

private:
    bool is_ours(boost::asio::ip::address const& address) const;

    std::vector<boost::asio::ip::address> m_proxies;
};

} // namespace huiyin::server
