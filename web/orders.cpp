#include "web/orders.h"

#include "core/base/match.h"

#include <string_view>

namespace huiyin::web {

namespace {

void begin(WireWriter& out, OrderKind kind) { out.byte(static_cast<std::uint8_t>(kind)); }

std::string_view method_name(protocol::Method method) {
    switch (method) {
    case protocol::Method::Head: return "HEAD";
    case protocol::Method::Post: return "POST";
    case protocol::Method::Put: return "PUT";
    case protocol::Method::Delete: return "DELETE";
    case protocol::Method::Patch: return "PATCH";
    case protocol::Method::Options: return "OPTIONS";
    case protocol::Method::Get:
    case protocol::Method::Other: return "GET";
    }
    return "GET";
}

void write(app::Fetch const& fetch, WireWriter& out) {
    begin(out, OrderKind::Fetch);
    out.text(std::to_string(fetch.id));
    out.text(method_name(fetch.request.method));
    out.text(fetch.request.target);
    out.number(static_cast<std::uint32_t>(fetch.request.headers.size()));
    for (protocol::Header const& header : fetch.request.headers) {
        out.text(header.name);
        out.text(header.value);
    }
    out.text(fetch.request.body);
    out.number(static_cast<std::uint32_t>(fetch.timeout_ms));
}

void write(app::Keep const& keep, WireWriter& out) {
    begin(out, OrderKind::Keep);
    out.text(keep.name);
    out.flag(keep.text.has_value());
    out.text(keep.text.value_or(""));
}

void write(app::Visit const& visit, WireWriter& out) {
    begin(out, OrderKind::Visit);
    out.text(visit.url);
    out.flag(visit.push);
}

void write(app::FocusNode const& focus, WireWriter& out) {
    begin(out, OrderKind::FocusNode);
    out.text(focus.id);
}

void write(app::Say const& say, WireWriter& out) {
    begin(out, OrderKind::Say);
    out.text(say.words);
    out.flag(say.assertive);
}

void write(app::CopyText const& copy, WireWriter& out) {
    begin(out, OrderKind::CopyText);
    out.text(copy.text);
}

void write(app::LoadLanguage const& load, WireWriter& out) {
    begin(out, OrderKind::LoadLanguage);
    out.text(load.tag);
}

void write(app::Wake const& wake, WireWriter& out) {
    begin(out, OrderKind::Wake);
    out.moment(static_cast<double>(wake.at.unix_ms));
}

void write(app::ShowPlain const& show, WireWriter& out) {
    begin(out, OrderKind::ShowPlain);
    out.flag(show.is_plain);
}

} // namespace

void write_orders(app::ShellOrders const& orders, WireWriter& out) {
    for (app::ShellOrder const& order : orders)
        match(order, [&](auto const& one) { write(one, out); });
    out.byte(static_cast<std::uint8_t>(OrderKind::End));
}

} // namespace huiyin::web
