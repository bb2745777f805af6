#include "server/api/exchange.h"

#include "core/base/match.h"
#include "server/api/answers.h"
#include "server/api/archive.h"
#include "server/api/sessions.h"

#include <algorithm>

namespace huiyin::server {

namespace {

/// Idempotency keys are kept for 90 days.
constexpr Duration key_life = Duration::days(90);
constexpr std::size_t most_keys_forgotten_at_once = 10'000;

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

using Next = std::variant<Response, Change, SlowTask, DiskTask>;

std::variant<Response, Change> settled(Office& office, Prepared prepared) {
    if (!prepared) return failed(office, prepared.error());
    return std::move(prepared).value();
}

Next next_of(std::variant<Response, Change> settled) {
    return match(
        std::move(settled), [](Response&& response) -> Next { return std::move(response); },
        [](Change&& change) -> Next { return std::move(change); });
}

/// Reads with the writer's eyes, because something is to be written on the way.
Change reading_on_the_writer(Office& office, Reads const& lane, Context const& context,
                             Request const& request) {
    return {[&office, lane, number = std::string(context.number), id = std::string(context.id),
             query = std::string(context.query), caller = std::string(context.caller),
             permit = context.permit, request](CaseWriter& cases) {
        return lane.answer({office, cases, number, id, query, caller, permit}, request);
    }};
}

/// Notes that the session was used, unless the rest is refused: a refusal writes nothing, or it would spoil
/// the transaction for the others in it.
Change noting_use(Office const& office, Session const& session, Change change) {
    auto rest = std::move(change.run);
    change.run = [&office, id = session.id, rest = std::move(rest)](CaseWriter& cases) -> Answer {
        Answer answer = rest(cases);
        if (answer && answer->status < 400) TRY(cases.use_session(id, office.now()));
        return answer;
    };
    return change;
}

bool is_to_be_noted(Office const& office, Permit const& permit) {
    return permit.staff && office.now() >= permit.staff->session.used_at + sessions::noted_every;
}

Next driven(Office& office, Lane const& lane, Context const& context, Request const& request) {
    bool const is_noted = is_to_be_noted(office, context.permit);
    return match(
        lane,
        [&](Reads const& reads) -> Next {
            if (!is_noted) return response_of(office, reads.answer(context, request));
            return noting_use(office, context.permit.staff->session,
                              reading_on_the_writer(office, reads, context, request));
        },
        [&](Writes const& writes) -> Next {
            Next next = next_of(settled(office, writes.prepare(context, request)));
            auto* change = std::get_if<Change>(&next);
            if (!change || !is_noted) return next;
            return noting_use(office, context.permit.staff->session, std::move(*change));
        },
        [](Slow const& slow) -> Next { return SlowTask{slow}; },
        [&](AsksTheDisk const& asks) -> Next {
            auto prepared = asks.prepare(context, request);
            if (!prepared) return failed(office, prepared.error());
            return match(
                std::move(prepared).value(), [](Response&& response) -> Next { return std::move(response); },
                [](DiskTask&& task) -> Next { return std::move(task); });
        },
        [&](Receives const&) -> Next {
            Receiving receiving(office, context.cases, request, context.id);
            receiving.put(request.body);
            return next_of(settled(office, receiving.finish()));
        });
}

/// Nothing when a change left something behind that must not stay.
std::optional<std::vector<Response>> run_all(Office& office, CaseWriter& cases, Changes const& changes) {
    std::vector<Response> responses;
    responses.reserve(changes.size());
    for (Change const* change : changes) {
        std::int64_t const before = cases.changes();
        Answer answer = change->run(cases);
        bool const is_kept = answer && answer->status < 400;
        if (!is_kept && (!answer || cases.changes() != before) && changes.size() > 1) return std::nullopt;
        responses.push_back(response_of(office, std::move(answer)));
    }
    return responses;
}

bool all_refused(std::vector<Response> const& responses) {
    return std::all_of(responses.begin(), responses.end(),
                       [](Response const& item) { return item.status >= 400; });
}

/// One transaction for all of them. Nothing when one of them spoils it for the others.
Result<std::optional<std::vector<Response>>> try_together(Office& office, CaseWriter& cases,
                                                          Changes const& changes) {
    TRY(cases.begin());
    auto responses = run_all(office, cases, changes);
    if (!responses || all_refused(*responses))
        cases.roll_back();
    else
        TRY(cases.commit());
    return responses;
}

/// What is to follow those that were kept.
std::vector<Response> follow(Changes const& changes, std::vector<Response> responses) {
    for (std::size_t index = 0; index < changes.size(); ++index)
        if (changes[index]->then && responses[index].status < 400) changes[index]->then();
    return responses;
}

std::vector<Response> failed_all(Office& office, CaseWriter& cases, Changes const& changes,
                                 Error const& error) {
    cases.roll_back();
    return std::vector<Response>(changes.size(), failed(office, error));
}

} // namespace

Started start(Office& office, CaseReader& cases, Request const& request, std::string_view caller) {
    Found const found = find_route(request.method, request.target);
    if (!found.route) return {no_route(found), "none"};
    auto const entry = admitted(office, cases, *found.route, request);
    if (!entry) return {failed(office, entry.error()), found.route->pattern};
    if (auto const* refusal = std::get_if<Response>(&*entry)) return {*refusal, found.route->pattern};
    Context const context{
        office, cases, found.number, found.id, found.query, caller, std::get<Permit>(*entry)};
    return {driven(office, found.route->lane, context, request), found.route->pattern};
}

std::variant<Response, Change> check_slowly(Office& office, CaseReader& cases, SlowTask const& task,
                                            Request const& request, std::string_view caller) {
    return settled(office, task.lane.prepare({office, cases, {}, {}, {}, caller, {}}, request));
}

Response answered(Office& office, DiskTask const& task) { return response_of(office, task.answer()); }

std::vector<Response> perform(Office& office, CaseWriter& cases, Changes const& changes) {
    auto together = try_together(office, cases, changes);
    if (!together) return failed_all(office, cases, changes, together.error());
    if (*together) return follow(changes, std::move(**together));
    // A savepoint for each request would cost every group what only this one needs.
    std::vector<Response> responses;
    for (Change const* change : changes)
        responses.push_back(std::move(perform(office, cases, {change}).front()));
    return responses;
}

Change forgetting_old_keys(Office const& office) {
    return {[&office](CaseWriter& cases) -> Answer {
        TRY(cases.forget_keys(office.now() - key_life, most_keys_forgotten_at_once));
        return Response{};
    }};
}

} // namespace huiyin::server
