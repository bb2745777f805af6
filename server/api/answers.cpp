#include "server/api/answers.h"

#include <algorithm>

namespace huiyin::server {

namespace {

Response personal_of_type(int status, std::string_view type, std::string body) {
    return {status, {{"Content-Type", std::string(type)}, {"Cache-Control", "no-store"}}, std::move(body)};
}

} // namespace

Response personal(int status, std::string json) {
    return personal_of_type(status, "application/json", std::move(json));
}

Response problem(protocol::ProblemDocument const& document) {
    return personal_of_type(document.status, "application/problem+json", protocol::write_problem(document));
}

Response problem(int status, std::string_view code) { return problem({status, std::string(code)}); }

Response unprocessable(Problems problems) { return problem({422, "invalid", std::move(problems)}); }

Response unreadable(protocol::Unreadable const& reason) {
    if (!reason.code.empty()) return problem(400, reason.code);
    bool const has_unknown = std::any_of(reason.problems.begin(), reason.problems.end(),
                                         [](Problem const& item) { return item.code == "unknown_field"; });
    return problem({422, has_unknown ? "unknown_field" : "invalid", reason.problems});
}

Response too_many_tries(Duration wait) {
    Response response = problem(429, "too_many_tries");
    response.headers.push_back({"Retry-After", std::to_string((wait.ms + 999) / 1000)});
    return response;
}

Response work_required(Work work) {
    Response response = problem({.status = 429, .code = "work_required", .work = std::move(work)});
    response.headers.push_back({"Retry-After", "1"});
    return response;
}

Response unavailable(Error const&) {
    Response response = problem(503, "unavailable");
    response.headers.push_back({"Retry-After", "5"});
    return response;
}

} // namespace huiyin::server
