#include "server/api/answers.h"
#include "server/api/handlers.h"
#include "server/api/reading.h"
#include "server/api/second_factor.h"
#include "server/api/sessions.h"

#include <algorithm>
#include <charconv>

namespace huiyin::server {

namespace {

using Ready = std::variant<Response, Change>;

/// What a member brought is right so far as can be told without the writer.
struct Proven {
    StaffMember member;
    /// Of the second factor's code.
    std::optional<std::int64_t> time_step = {};
};

std::string tried(std::string_view name) { return "staff " + std::string(name); }

/// Alike whatever was wrong, so that nothing tells a right password from a wrong one.
Response refused(Context const& context, std::string_view name, bool is_member) {
    Office& office = context.office;
    office.wrong_tries.count(tried(name), context.caller, office.now());
    office.note({"sign_in_refused", is_member ? name : std::string_view()});
    return unauthorized("wrong_credentials");
}

bool must_have_second_factor(City const& city, Role role) {
    auto const& roles = city.second_factor;
    return role == Role::Admin || std::find(roles.begin(), roles.end(), role) != roles.end();
}

/// Nothing for a wrong code, one that was used, or a factor that another secret sealed.
std::optional<std::int64_t> proven_step(Office const& office, StaffMember const& member,
                                        std::string const& code) {
    auto const factor = office.secret.unsealed(member.second_factor, member.name);
    return factor ? time_step_of(*factor, code, office.now(), member.used_counter) : std::nullopt;
}

/// Wrong codes behind a right password are counted for the member, from wherever they come; meanwhile a right
/// one is refused as well, and alike.
std::optional<std::int64_t> proven_now(Office& office, StaffMember const& member, std::string const& code) {
    constexpr std::string_view subject = "second factor";
    std::string const account = "member " + member.name;
    if (code.empty() || office.wrong_tries.must_wait(subject, account, office.now())) return std::nullopt;
    auto const step = proven_step(office, member, code);
    if (step)
        office.wrong_tries.forget(subject, account);
    else
        office.wrong_tries.count(subject, account, office.now());
    return step;
}

/// What was proven may be true no longer when the writer comes to it: the password was changed, the code
/// used by another request.
bool still_holds(Proven const& proven, std::optional<StaffMember> const& member) {
    return member && !member->is_disabled && member->password_hash == proven.member.password_hash &&
           member->second_factor == proven.member.second_factor &&
           (!proven.time_step || *proven.time_step > member->used_counter);
}

Answer begin_session(Office const& office, CaseWriter& cases, Proven const& proven) {
    auto member = TRY(cases.staff(proven.member.name));
    if (!still_holds(proven, member)) return unauthorized("wrong_credentials");
    if (proven.time_step) {
        member->used_counter = *proven.time_step;
        TRY(cases.put_staff(*member));
    }
    Instant const now = office.now();
    std::string const token = new_token();
    TRY(cases.begin_session(office.secret.digest_of_token(token), member->name, now));
    office.note({"sign_in", member->name});
    return personal(201, protocol::write_token(token, member->role, now + sessions::longest));
}

Response signed_out() {
    // Not the storage: there is no cookie, and drafts and waiting cases of citizens lie there.
    return {204, {{"Cache-Control", "no-store"}, {"Clear-Site-Data", "\"cache\""}}, {}};
}

std::optional<std::int64_t> id_in(std::string_view text) {
    std::int64_t id = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    bool const is_whole = error == std::errc() && end == text.data() + text.size();
    return is_whole ? std::optional(id) : std::nullopt;
}

} // namespace

Prepared sign_in(Context const& context, Request const& request) {
    auto body = body_of<protocol::Credentials>(request, protocol::read_credentials);
    if (auto* refusal = std::get_if<Response>(&body)) return Ready(std::move(*refusal));
    auto const& credentials = std::get<protocol::Credentials>(body);
    Office& office = context.office;
    if (auto const wait = office.wrong_tries.must_wait(tried(credentials.name), context.caller, office.now()))
        return Ready(too_many_tries(*wait));
    auto const member = TRY(context.cases.staff(credentials.name));
    auto const hash = member ? std::optional(member->password_hash) : std::nullopt;
    if (!is_password(hash, credentials.password) || member->is_disabled)
        return Ready(refused(context, credentials.name, member.has_value()));
    Proven proven{*member};
    if (!member->second_factor.empty()) {
        proven.time_step = proven_now(office, *member, credentials.code);
        if (!proven.time_step) return Ready(refused(context, credentials.name, true));
    } else if (must_have_second_factor(office.city, member->role)) {
        office.note({"sign_in_refused", member->name, "second_factor_missing"});
        return Ready(problem(403, "second_factor_missing"));
    }
    office.wrong_tries.forget(tried(credentials.name), context.caller);
    return Ready(Change{[&office, proven = std::move(proven)](CaseWriter& cases) {
        return begin_session(office, cases, proven);
    }});
}

Answer list_sessions(Context const& context, Request const&) {
    Session const& own = context.permit.staff->session;
    std::vector<protocol::ShownSession> shown;
    for (Session const& session : TRY(context.cases.sessions(own.name)))
        if (is_alive(session, context.office.now()))
            shown.push_back({session.id, session.began_at, session.used_at, session.id == own.id});
    return personal(200, protocol::write_sessions(shown));
}

Prepared end_sessions(Context const& context, Request const&) {
    return Ready(Change{
        [&office = context.office, name = context.permit.staff->member.name](CaseWriter& cases) -> Answer {
            TRY(cases.end_sessions(name));
            office.note({"sessions_ended", name});
            return signed_out();
        }});
}

Prepared end_session(Context const& context, Request const&) {
    Session const& own = context.permit.staff->session;
    bool const is_current = context.number == "current" || context.number == std::to_string(own.id);
    return Ready(Change{[&office = context.office, own, is_current,
                         asked = is_current ? own.id : id_in(context.number)](CaseWriter& cases) -> Answer {
        auto const all = TRY(cases.sessions(own.name));
        bool const is_own =
            std::any_of(all.begin(), all.end(), [&](Session const& session) { return session.id == asked; });
        if (!is_own) return problem(404, "session_not_found");
        TRY(cases.end_session(*asked));
        office.note({is_current ? "sign_out" : "sessions_ended", own.name});
        if (is_current) return signed_out();
        return Response{204, {{"Cache-Control", "no-store"}}, {}};
    }});
}

Answer list_members(Context const& context, Request const&) {
    std::vector<protocol::ShownMember> shown;
    for (StaffMember const& member : TRY(context.cases.members())) {
        auto const open = TRY(context.cases.sessions(member.name));
        auto const alive = std::count_if(open.begin(), open.end(), [&](Session const& session) {
            return is_alive(session, context.office.now());
        });
        shown.push_back({member.name, member.role, member.unit, member.is_disabled,
                         !member.second_factor.empty(), alive});
    }
    return personal(200, protocol::write_members(shown));
}

Prepared disable_member(Context const& context, Request const&) {
    return Ready(Change{[&office = context.office, name = std::string(context.number),
                         by = context.permit.staff->member.name](CaseWriter& cases) -> Answer {
        auto member = TRY(cases.staff(name));
        if (!member) return problem(404, "member_not_found");
        member->is_disabled = true;
        TRY(cases.put_staff(*member));
        TRY(cases.end_sessions(name));
        office.note({"disabled", by, name});
        return Response{204, {{"Cache-Control", "no-store"}}, {}};
    }});
}

} // namespace huiyin::server
