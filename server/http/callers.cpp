#include "server/http/callers.h"

#include "server/api/choices.h"

#include <algorithm>
#include <optional>

namespace huiyin::server {

namespace {

namespace ip = boost::asio::ip;

/// An IPv4 address in the clothes of IPv6 is the same address.
ip::address plain(ip::address const& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return ip::make_address_v4(ip::v4_mapped, address.to_v6());
    return address;
}

std::optional<ip::address> address_in(std::string_view text) {
    boost::system::error_code error;
    ip::address const address = ip::make_address(std::string(text), error);
    return error ? std::nullopt : std::optional(plain(address));
}

std::string counted_as(ip::address const& address) {
    if (!address.is_v6()) return address.to_string();
    auto bytes = address.to_v6().to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return ip::address_v6(bytes).to_string() + "/64";
}

/// Takes the last item off a list with commas.
std::string_view take_last(std::string_view& list) {
    auto const comma = list.rfind(',');
    std::string_view const last = comma == std::string_view::npos ? list : list.substr(comma + 1);
    list = comma == std::string_view::npos ? std::string_view() : list.substr(0, comma);
    return without_space(last);
}

} // namespace

Result<Callers> Callers::behind(std::string_view proxies) {
    Callers callers;
    while (!proxies.empty()) {
        std::string_view const item = take_last(proxies);
        auto const address = address_in(item);
        if (!address) return Error{"address_unusable", "\"" + std::string(item) + "\" is no address"};
        callers.m_proxies.push_back(*address);
    }
    return callers;
}

void Callers::trust_the_socket() { m_proxies.emplace_back(); }

bool Callers::is_ours(ip::address const& address) const {
    return std::find(m_proxies.begin(), m_proxies.end(), address) != m_proxies.end();
}

std::string Callers::of(ip::address const& peer, std::string_view forwarded_for) const {
    ip::address caller = plain(peer);
    while (is_ours(caller) && !forwarded_for.empty()) {
        auto const before = address_in(take_last(forwarded_for));
        if (!before) break;
        caller = *before;
    }
    return counted_as(caller);
}

} // namespace huiyin::server
