#include "server/api/routes.h"

#include "server/api/handlers.h"
#include "server/api/target.h"

namespace huiyin::server {

namespace {

using protocol::Method;

constexpr Route table[] = {
    {Method::Get, "/healthz", Reads{show_alive}},
    {Method::Get, "/readyz", Reads{show_ready}},
    {Method::Get, "/api/v1/catalog", Reads{show_catalog}},

    {Method::Post, "/api/v1/language", Reads{guess_language}},
    {Method::Post, "/api/v1/cases", Writes{submit_case}},
    {Method::Get, "/api/v1/cases/{number}", Reads{show_case}},
    {Method::Post, "/api/v1/cases/{number}/messages", Writes{add_message}},
    {Method::Put, "/api/v1/cases/{number}/feedback", Writes{give_feedback}},
    {Method::Post, "/api/v1/cases/{number}/reopen", Writes{reopen_case}},
    {Method::Post, "/api/v1/cases/{number}/withdraw", Writes{withdraw_case}},

    {Method::Post, "/api/v1/staff/sessions", Slow{sign_in}},
    {Method::Get, "/api/v1/staff/sessions", Reads{list_sessions}},
    {Method::Delete, "/api/v1/staff/sessions", Writes{end_sessions}},
    {Method::Delete, "/api/v1/staff/sessions/{session}", Writes{end_session}},
    {Method::Get, "/api/v1/staff/cases", Reads{list_cases}},
    {Method::Get, "/api/v1/staff/cases/{number}", Reads{show_staff_case}},
    {Method::Post, "/api/v1/staff/cases/{number}/steps", Writes{take_step}},
    {Method::Put, "/api/v1/staff/cases/{number}/translation", Writes{translate_reply}},
    {Method::Get, "/api/v1/staff/members", Reads{list_members}},
    {Method::Post, "/api/v1/staff/members/{name}/disable", Writes{disable_member}},
};

/// What stands for the parameter (nothing when there is none); no value when the path does not fit.
std::optional<std::string_view> fits(std::string_view path, std::string_view pattern) {
    auto const at = pattern.find('{');
    if (at == std::string_view::npos)
        return path == pattern ? std::optional(std::string_view()) : std::nullopt;
    std::string_view const tail = pattern.substr(pattern.find('}') + 1);
    if (path.size() <= at + tail.size() || !path.starts_with(pattern.substr(0, at)) || !path.ends_with(tail))
        return std::nullopt;
    std::string_view const segment = path.substr(at, path.size() - at - tail.size());
    return segment.find('/') == std::string_view::npos ? std::optional(segment) : std::nullopt;
}

bool answers(Route const& route, Method method) {
    return route.method == method || (route.method == Method::Get && method == Method::Head);
}

} // namespace

std::span<Route const> routes() { return table; }

Found find_route(Method method, std::string_view target) {
    Found found;
    auto const question = target.find('?');
    std::string_view const path = target.substr(0, question);
    if (question != std::string_view::npos) found.query = target.substr(question + 1);
    for (Route const& route : table) {
        auto const segment = fits(path, route.pattern);
        if (!segment) continue;
        if (answers(route, method)) {
            found.route = &route;
            found.number = percent_decoded(*segment);
            return found;
        }
        found.allowed.push_back(route.method);
    }
    return found;
}

std::string_view name_of_method(Method method) {
    switch (method) {
    case Method::Get: return "GET";
    case Method::Head: return "HEAD";
    case Method::Post: return "POST";
    case Method::Put: return "PUT";
    case Method::Delete: return "DELETE";
    case Method::Options: return "OPTIONS";
    case Method::Other: break;
    }
    return "OTHER";
}

} // namespace huiyin::server
