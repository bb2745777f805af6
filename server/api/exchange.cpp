#include "server/api/exchange.h"

#include "core/base/match.h"
#include "server/api/answers.h"

namespace huiyin::server {

namespace {

/// Idempotency keys are kept for 90 days.
constexpr Duration key_life = Duration::days(90);
constexpr std::size_t most_keys_forgotten_at_once = 100;

Response failed(Office& office, Error const& error) {
    office.report(error);
    return unavailable(error);
}

Response response_of(Office& office, Answer answer) {
    if (!answer) return failed(office, answer.error());
    return std::move(answer).value();
}

Response no_route(Found const& found) {
    if (found.allowed.empty()) return problem(404, "not_found");
    std::string allow;
    for (protocol::Method method : found.allowed) {
        if (!allow.empty()) allow += ", ";
        allow += method == protocol::Method::Get ? "GET, HEAD" : name_of_method(method);
    }
    Response response = problem(405, "method_not_allowed");
    response.headers.push_back({"Allow", allow});
    return response;
}

using Next = std::variant<Response, Change, SlowTask>;

Next prepared(Office& office, Prepared prepared) {
    if (!prepared) return failed(office, prepared.error());
    return match(
        std::move(prepared).value(), [](Response&& response) -> Next { return std::move(response); },
        [](Change&& change) -> Next { return std::move(change); });
}

/// What one change answers; when it refuses or fails, nothing of it stays.
Result<Response> attempt(Office& office, CaseWriter& cases, Change const& change) {
    TRY(cases.mark());
    Answer const answer = change.run(cases);
    bool const is_kept = answer && answer->status < 400;
    TRY(is_kept ? cases.keep() : cases.undo());
    return response_of(office, answer);
}

Result<std::vector<Response>> perform_all(Office& office, CaseWriter& cases,
                                          std::vector<Change const*> const& changes) {
    std::vector<Response> responses;
    responses.reserve(changes.size());
    TRY(cases.begin());
    TRY(cases.forget_keys(office.now() - key_life, most_keys_forgotten_at_once));
    for (Change const* change : changes)
        responses.push_back(TRY(attempt(office, cases, *change)));
    TRY(cases.commit());
    return responses;
}

} // namespace

Started start(Office& office, CaseReader& cases, Request const& request, std::string_view caller) {
    Found const found = find_route(request.method, request.target);
    if (!found.route) return {no_route(found), "none"};
    Context const context{office, cases, found.number, found.query, caller};
    Next next = match(
        found.route->lane,
        [&](Reads const& lane) -> Next { return response_of(office, lane.answer(context, request)); },
        [&](Writes const& lane) -> Next { return prepared(office, lane.prepare(context, request)); },
        [](Slow const& lane) -> Next { return SlowTask{lane}; });
    return {std::move(next), found.route->pattern};
}

Response answer_slowly(Office& office, CaseReader& cases, SlowTask const& task, Request const& request,
                       std::string_view caller) {
    return response_of(office, task.lane.answer({office, cases, {}, {}, caller}, request));
}

std::vector<Response> perform(Office& office, CaseWriter& cases, std::vector<Change const*> const& changes) {
    auto responses = perform_all(office, cases, changes);
    if (responses) return std::move(responses).value();
    cases.roll_back();
    return std::vector<Response>(changes.size(), failed(office, responses.error()));
}

} // namespace huiyin::server
