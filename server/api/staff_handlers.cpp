#include "server/api/answers.h"
#include "server/api/handlers.h"
#include "server/api/language_guess.h"
#include "server/api/moving.h"
#include "server/api/reading.h"
#include "server/api/target.h"

#include <algorithm>
#include <charconv>

namespace huiyin::server {

namespace {

constexpr Duration session_length = Duration::hours(12);
constexpr std::size_t default_page = 50;
constexpr std::size_t largest_page = 200;

Response unauthorized(std::string_view code) {
    Response response = problem(401, code);
    response.headers.push_back({"WWW-Authenticate", "Bearer"});
    return response;
}

/// The refusal for one who is no staff member, or no longer.
Result<std::optional<Response>> refused_staff(Context const& context, Request const& request) {
    auto const authorization = request.header("Authorization").value_or("");
    constexpr std::string_view scheme = "Bearer ";
    auto const name =
        authorization.starts_with(scheme)
            ? context.office.secret.staff_name(authorization.substr(scheme.size()), context.office.now())
            : std::nullopt;
    if (!name || !TRY(context.cases.staff(*name))) return std::optional(unauthorized("not_signed_in"));
    return std::optional<Response>();
}

template <class Number>
std::optional<Number> number_in(std::string_view text) {
    Number value{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    bool const is_whole = error == std::errc() && end == text.data() + text.size();
    return is_whole ? std::optional(value) : std::nullopt;
}

std::string written(WorkListPlace const& place) {
    return std::to_string(place.due_at.unix_ms) + "." + std::to_string(place.case_id);
}

std::optional<WorkListPlace> place_in(std::string_view cursor) {
    auto const dot = cursor.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    auto const due_ms = number_in<std::int64_t>(cursor.substr(0, dot));
    auto const id = number_in<std::int64_t>(cursor.substr(dot + 1));
    if (!due_ms || !id) return std::nullopt;
    return WorkListPlace{Instant{*due_ms}, *id};
}

std::variant<WorkListQuery, Problems> query_in(std::string_view text) {
    WorkListQuery query{.limit = default_page};
    Problems problems;
    if (auto const stage = query_value(text, "stage"); stage && !stage->empty()) {
        query.stage = named<Stage>(*stage);
        if (!query.stage) problems.push_back({"stage", "unknown"});
    }
    if (auto const cursor = query_value(text, "cursor"); cursor && !cursor->empty()) {
        query.after = place_in(*cursor);
        if (!query.after) problems.push_back({"cursor", "invalid"});
    }
    if (auto const limit = query_value(text, "limit")) {
        query.limit = number_in<std::size_t>(*limit).value_or(0);
        if (query.limit < 1 || query.limit > largest_page) problems.push_back({"limit", "invalid"});
    }
    if (!problems.empty()) return problems;
    return query;
}

Answer take_staff_step(Office const& office, CaseWriter& cases, std::optional<CaseNumber> const& number,
                       StepOrder const& order) {
    Instant const now = office.now();
    auto const before = number ? TRY(cases.find(*number)) : std::nullopt;
    if (!before) return problem(404, "case_not_found");
    if (!is_for_staff(order.step)) return problem({409, "step_not_allowed", {}, staff_may(*before)});
    auto const moved = TRY(move(office, cases, *before, order, now));
    if (auto const* refusal = std::get_if<Response>(&moved)) return *refusal;
    return personal(200, protocol::write_staff_case(std::get<Moved>(moved).subject, now));
}

} // namespace

Answer sign_in(Context const& context, Request const& request) {
    auto body = body_of<protocol::Credentials>(request, protocol::read_credentials);
    if (auto* refusal = std::get_if<Response>(&body)) return std::move(*refusal);
    auto const& credentials = std::get<protocol::Credentials>(body);
    Office& office = context.office;
    Instant const now = office.now();
    std::string const subject = "staff " + credentials.name;
    if (auto const wait = office.wrong_tries.must_wait(subject, context.caller, now))
        return too_many_tries(*wait);
    auto const member = TRY(context.cases.staff(credentials.name));
    if (!is_password(member ? std::optional(member->password_hash) : std::nullopt, credentials.password)) {
        office.wrong_tries.count(subject, context.caller, now);
        return unauthorized("wrong_credentials");
    }
    Instant const expires_at = now + session_length;
    return personal(201,
                    protocol::write_token(office.secret.staff_token(member->name, expires_at), expires_at));
}

Answer list_cases(Context const& context, Request const& request) {
    if (auto refusal = TRY(refused_staff(context, request))) return *std::move(refusal);
    auto const query = query_in(context.query);
    if (auto const* problems = std::get_if<Problems>(&query)) return unprocessable(*problems);
    WorkList const list = TRY(context.cases.work_list(std::get<WorkListQuery>(query)));
    return personal(200, protocol::write_staff_list(list.cases, list.next ? written(*list.next) : "",
                                                    context.office.now()));
}

Prepared take_step(Context const& context, Request const& request) {
    using Ready = std::variant<Response, Change>;
    if (auto refusal = TRY(refused_staff(context, request))) return Ready(*std::move(refusal));
    auto body = body_of<StepOrder>(request, protocol::read_step_order);
    if (auto* refusal = std::get_if<Response>(&body)) return Ready(std::move(*refusal));
    return Ready(Change{[&office = context.office, number = CaseNumber::read(context.number),
                         order = with_languages(cleaned(std::get<StepOrder>(std::move(body))))](
                            CaseWriter& cases) { return take_staff_step(office, cases, number, order); }});
}

} // namespace huiyin::server
