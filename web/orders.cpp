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

void write(protocol::Request const& request, WireWriter& out) {
    out.text(method_name(request.method));
    out.text(request.target);
    out.number(static_cast<std::uint32_t>(request.headers.size()));
    for (protocol::Header const& header : request.headers) {
        out.text(header.name);
        out.text(header.value);
    }
    out.text(request.body);
}

void write(protocol::Response const& response, WireWriter& out) {
    out.number(static_cast<std::uint32_t>(response.status));
    out.text(response.body);
}

void write(app::Fetch const& fetch, WireWriter& out) {
    begin(out, OrderKind::Fetch);
    out.text(std::to_string(fetch.id));
    write(fetch.request, out);
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

void write(app::KeepDraft const& keep, WireWriter& out) {
    begin(out, OrderKind::KeepDraft);
    out.text(keep.id);
    out.text(keep.text);
    out.flag(keep.request.has_value());
    if (keep.request) write(*keep.request, out);
    out.flag(keep.answer.has_value());
    if (keep.answer) write(*keep.answer, out);
}

void write(app::DropDraft const& drop, WireWriter& out) {
    begin(out, OrderKind::DropDraft);
    out.text(drop.id);
}

void write(app::DropAllDrafts, WireWriter& out) { begin(out, OrderKind::DropAllDrafts); }

void write(app::UseDraft const& use, WireWriter& out) {
    begin(out, OrderKind::UseDraft);
    out.text(use.id);
}

void write(app::SendWaiting, WireWriter& out) { begin(out, OrderKind::SendWaiting); }
void write(app::TakeVersion, WireWriter& out) { begin(out, OrderKind::TakeVersion); }

void write(app::SaveFile const& save, WireWriter& out) {
    begin(out, OrderKind::SaveFile);
    out.text(save.name);
    out.text(save.text);
}

void write(app::PrintPage, WireWriter& out) { begin(out, OrderKind::PrintPage); }

void write(app::SendFile const& send, WireWriter& out) {
    begin(out, OrderKind::SendFile);
    out.text(send.id);
    out.text(send.name);
    out.flag(send.is_shrunk);
    out.flag(send.keeps_metadata);
    out.text(send.former);
}

void write(app::DropFile const& drop, WireWriter& out) {
    begin(out, OrderKind::DropFile);
    out.text(drop.id);
}

void write(app::LeaveFile const& left, WireWriter& out) {
    begin(out, OrderKind::LeaveFile);
    out.text(left.id);
}

void write(app::FetchFile const& fetched, WireWriter& out) {
    begin(out, OrderKind::FetchFile);
    write(fetched.request, out);
    out.text(fetched.name);
}

} // namespace

void write_orders(app::ShellOrders const& orders, WireWriter& out) {
    for (app::ShellOrder const& order : orders)
        match(order, [&](auto const& one) { write(one, out); });
    out.byte(static_cast<std::uint8_t>(OrderKind::End));
}

} // namespace huiyin::web
