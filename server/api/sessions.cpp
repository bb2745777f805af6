#include "server/api/sessions.h"

#include "server/api/answers.h"

namespace huiyin::server {

namespace {

Result<std::optional<SignedIn>> signed_in(Office const& office, CaseReader& cases, Request const& request) {
    auto const token = token_of(office, request);
    if (!token) return std::optional<SignedIn>();
    auto found = TRY(cases.session(*token));
    bool const counts = found && !found->member.is_disabled && is_alive(found->session, office.now());
    return counts ? std::move(found) : std::optional<SignedIn>();
}

} // namespace

std::optional<Digest> token_of(Office const& office, Request const& request) {
    constexpr std::string_view scheme = "Bearer ";
    auto const authorization = request.header("Authorization").value_or("");
    if (!authorization.starts_with(scheme)) return std::nullopt;
    return office.secret.digest_of_token(authorization.substr(scheme.size()));
}

bool is_alive(Session const& session, Instant now) {
    return now < session.used_at + sessions::idle && now < session.began_at + sessions::longest;
}

Response unauthorized(std::string_view code) {
    Response response = problem(401, code);
    response.headers.push_back({"WWW-Authenticate", "Bearer"});
    return response;
}

Result<std::variant<Permit, Response>> admitted(Office const& office, CaseReader& cases, Route const& route,
                                                Request const& request) {
    using Outcome = std::variant<Permit, Response>;
    Access const* const access = access_to(route);
    if (!access) return Outcome(problem(403, "not_allowed"));
    if (access->door != Door::Session) return Outcome(Permit{});
    auto staff = TRY(signed_in(office, cases, request));
    if (!staff) return Outcome(unauthorized("not_signed_in"));
    Reach const reach = access->of(staff->member.role);
    if (reach == Reach::Nothing) {
        office.note({"not_allowed", staff->member.name, route.pattern});
        return Outcome(problem(403, "not_allowed"));
    }
    return Outcome(Permit{std::move(staff), reach});
}

Change forgetting_old_sessions(Office const& office) {
    return {[&office](CaseWriter& cases) -> Answer {
        Instant const now = office.now();
        TRY(cases.forget_sessions(now - sessions::idle, now - sessions::longest));
        return Response{};
    }};
}

} // namespace huiyin::server
