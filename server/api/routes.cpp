#include "server/api/routes.h"

#include "server/api/handlers.h"
#include "server/api/target.h"

#include <algorithm>

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
    {Method::Get, "/api/v1/cases/{number}/attachments/{id}", Reads{show_attachment}},

    {Method::Options, "/api/v1/uploads", Reads{show_upload_capabilities}},
    {Method::Post, "/api/v1/uploads", Writes{begin_upload}},
    {Method::Options, "/api/v1/uploads/{id}", Reads{show_upload_capabilities}},
    {Method::Head, "/api/v1/uploads/{id}", AsksTheDisk{show_upload}},
    {Method::Patch, "/api/v1/uploads/{id}", Receives{}},
    {Method::Delete, "/api/v1/uploads/{id}", Writes{end_upload}},

    {Method::Post, "/api/v1/staff/sessions", Slow{sign_in}},
    {Method::Get, "/api/v1/staff/sessions", Reads{list_sessions}},
    {Method::Delete, "/api/v1/staff/sessions", Writes{end_sessions}},
    {Method::Delete, "/api/v1/staff/sessions/{session}", Writes{end_session}},
    {Method::Post, "/api/v1/staff/password", Slow{change_password}},
    {Method::Get, "/api/v1/staff/cases", Reads{list_cases}},
    {Method::Get, "/api/v1/staff/cases/{number}", Reads{show_staff_case}},
    {Method::Post, "/api/v1/staff/cases/{number}/steps", Writes{take_step}},
    {Method::Put, "/api/v1/staff/cases/{number}/translation", Writes{translate_reply}},
    {Method::Get, "/api/v1/staff/members", Reads{list_members}},
    {Method::Post, "/api/v1/staff/members/{name}/disable", Writes{disable_member}},
    {Method::Get, "/api/v1/staff/cases/{number}/attachments/{id}", Reads{show_attachment_to_staff}},
};

/// The first segment, taken off.
std::string_view take_segment(std::string_view& path) {
    std::string_view const segment = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(path.size(), segment.size() + 1));
    return segment;
}

/// With what stands for the parameters; no value when the path does not fit.
std::optional<Found> fits(std::string_view path, Route const& route) {
    Found found{.route = &route};
    auto const slashes = [](std::string_view text) { return std::count(text.begin(), text.end(), '/'); };
    if (slashes(path) != slashes(route.pattern)) return std::nullopt;
    for (std::string_view pattern = route.pattern; !pattern.empty();) {
        std::string_view const wanted = take_segment(pattern);
        std::string_view const segment = take_segment(path);
        bool const is_parameter = wanted.starts_with('{');
        if (is_parameter ? segment.empty() : segment != wanted) return std::nullopt;
        if (is_parameter) (wanted == "{id}" ? found.id : found.number) = percent_decoded(segment);
    }
    return found;
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
        auto fitting = fits(path, route);
        if (!fitting) continue;
        if (answers(route, method)) {
            fitting->query = found.query;
            return *std::move(fitting);
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
    case Method::Patch: return "PATCH";
    case Method::Delete: return "DELETE";
    case Method::Options: return "OPTIONS";
    case Method::Other: break;
    }
    return "OTHER";
}

} // namespace huiyin::server
