#include "server/api/answers.h"
#include "server/api/handlers.h"
#include "server/api/passwords.h"
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
    /// Of the session that it was sent with, which ends where the new one begins.
    std::optional<Digest> former = {};
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

Response forbidden(Office const& office, std::string_view name, std::string_view code) {
    office.note({"sign_in_refused", name, code});
    return problem(403, code);
}

/// Who it is, by what they brought; else the answer that refuses them.
Result<std::variant<Proven, Response>> identified(Context const& context,
                                                  protocol::Credentials const& credentials) {
    using Outcome = std::variant<Proven, Response>;
    Office& office = context.office;
    if (auto const wait = office.wrong_tries.must_wait(tried(credentials.name), context.caller, office.now()))
        return Outcome(too_many_tries(*wait));
    auto const member = TRY(context.cases.staff(credentials.name));
    auto const hash = member ? std::optional(member->password_hash) : std::nullopt;
    if (!is_password(hash, credentials.password) || member->is_disabled)
        return Outcome(refused(context, credentials.name, member.has_value()));
    Proven proven{*member};
    if (!member->second_factor.empty()) {
        proven.time_step = proven_now(office, *member, credentials.code);
        if (!proven.time_step) return Outcome(refused(context, credentials.name, true));
    } else if (must_have_second_factor(office.city, member->role)) {
        return Outcome(forbidden(office, member->name, "second_factor_missing"));
    }
    office.wrong_tries.forget(tried(credentials.name), context.caller);
    if (member->first_password_until && office.now() >= *member->first_password_until)
        return Outcome(forbidden(office, member->name, "password_expired"));
    return Outcome(std::move(proven));
}

/// What is proven counts once.
Answer begin_session(Office const& office, CaseWriter& cases, StaffMember const& member) {
    TRY(cases.put_staff(member));
    Instant const now = office.now();
    std::string const token = new_token();
    TRY(cases.begin_session(office.secret.digest_of_token(token), member.name, now));
    office.note({"sign_in", member.name});
    return personal(201, protocol::write_token(token, member.role, now + sessions::longest));
}

/// The member as they are now, with the code used up; nothing when what was proven holds no longer.
Result<std::optional<StaffMember>> still_proven(CaseWriter& cases, Proven const& proven) {
    auto member = TRY(cases.staff(proven.member.name));
    if (!still_holds(proven, member)) return std::optional<StaffMember>();
    if (proven.time_step) member->used_counter = *proven.time_step;
    return member;
}

Change beginning_session(Office const& office, Proven proven) {
    return {[&office, proven = std::move(proven)](CaseWriter& cases) -> Answer {
        auto const member = TRY(still_proven(cases, proven));
        if (!member) return unauthorized("wrong_credentials");
        auto const former = proven.former ? TRY(cases.session(*proven.former)) : std::optional<SignedIn>();
        if (former) TRY(cases.end_session(former->session.id));
        return begin_session(office, cases, *member);
    }};
}

Change changing_password(Office const& office, Proven proven, std::string hash) {
    return {[&office, proven = std::move(proven), hash = std::move(hash)](CaseWriter& cases) -> Answer {
        auto member = TRY(still_proven(cases, proven));
        if (!member) return unauthorized("wrong_credentials");
        member->password_hash = hash;
        member->first_password_until.reset();
        TRY(cases.end_sessions(member->name));
        office.note({"password_changed", member->name});
        return begin_session(office, cases, *member);
    }};
}

std::optional<std::string_view> fault_of(protocol::PasswordChange const& change, City const& city) {
    if (change.new_password == change.credentials.password) return "unchanged";
    return fault_of_password(change.new_password, change.credentials.name, city);
}

/// Who ends sessions of which they may have lost hold has just shown who they are: a token alone does not.
bool is_fresh(Context const& context) {
    return context.office.now() < context.permit.staff->session.began_at + sessions::fresh;
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
    auto who = TRY(identified(context, std::get<protocol::Credentials>(body)));
    if (auto* refusal = std::get_if<Response>(&who)) return Ready(std::move(*refusal));
    auto& proven = std::get<Proven>(who);
    if (proven.member.first_password_until)
        return Ready(forbidden(context.office, proven.member.name, "password_to_be_changed"));
    proven.former = token_of(context.office, request);
    return Ready(beginning_session(context.office, std::move(proven)));
}

Prepared change_password(Context const& context, Request const& request) {
    auto body = body_of<protocol::PasswordChange>(request, protocol::read_password_change);
    if (auto* refusal = std::get_if<Response>(&body)) return Ready(std::move(*refusal));
    auto const& change = std::get<protocol::PasswordChange>(body);
    if (auto const fault = fault_of(change, context.office.city))
        return Ready(unprocessable({{"new_password", std::string(*fault)}}));
    auto who = TRY(identified(context, change.credentials));
    if (auto* refusal = std::get_if<Response>(&who)) return Ready(std::move(*refusal));
    return Ready(changing_password(context.office, std::get<Proven>(std::move(who)),
                                   hash_password(change.new_password)));
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
    if (!is_fresh(context)) return Ready(problem(403, "sign_in_again"));
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
    if (!is_current && !is_fresh(context)) return Ready(problem(403, "sign_in_again"));
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
