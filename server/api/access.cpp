#include "server/api/access.h"

#include <algorithm>
#include <array>
#include <vector>

namespace huiyin::server {

namespace {

using enum Reach;
using enum Door;
using protocol::Method;

constexpr Access table[] = {
    // clang-format off
    //                                                                   dispatcher  unit     interpreter  admin
    {Method::Get,    "/healthz",                                Open},
    {Method::Get,    "/readyz",                                 Open},
    {Method::Get,    "/api/v1/catalog",                         Open},
    {Method::Post,   "/api/v1/language",                        Open},
    {Method::Post,   "/api/v1/cases",                           Open},
    {Method::Get,    "/api/v1/cases/{number}",                  AccessCode},
    {Method::Post,   "/api/v1/cases/{number}/messages",         AccessCode},
    {Method::Put,    "/api/v1/cases/{number}/feedback",         AccessCode},
    {Method::Post,   "/api/v1/cases/{number}/reopen",           AccessCode},
    {Method::Post,   "/api/v1/cases/{number}/withdraw",         AccessCode},
    {Method::Get,    "/api/v1/cases/{number}/attachments/{id}", AccessCode},

    {Method::Options, "/api/v1/uploads",                        Open},
    {Method::Post,   "/api/v1/uploads",                         Open},
    {Method::Options, "/api/v1/uploads/{id}",                   Open},
    {Method::Head,   "/api/v1/uploads/{id}",                    Open},
    {Method::Patch,  "/api/v1/uploads/{id}",                    Open},
    {Method::Delete, "/api/v1/uploads/{id}",                    Open},

    {Method::Post,   "/api/v1/staff/sessions",                  Password},
    {Method::Get,    "/api/v1/staff/sessions",                  Session, Own,        Own,     Own,         Own},
    {Method::Delete, "/api/v1/staff/sessions",                  Session, Own,        Own,     Own,         Own},
    {Method::Delete, "/api/v1/staff/sessions/{session}",        Session, Own,        Own,     Own,         Own},
    {Method::Post,   "/api/v1/staff/password",                  Password},
    {Method::Get,    "/api/v1/staff/cases",                     Session, Everything, OfUnit,  ToTranslate, Nothing},
    {Method::Get,    "/api/v1/staff/cases/{number}",            Session, Everything, OfUnit,  ToTranslate, Nothing},
    {Method::Post,   "/api/v1/staff/cases/{number}/steps",      Session, Everything, OfUnit,  Nothing,     Nothing},
    {Method::Put,    "/api/v1/staff/cases/{number}/translation",
                                                                Session, Everything, Nothing, ToTranslate, Nothing},
    {Method::Get,    "/api/v1/staff/cases/{number}/attachments/{id}",
                                                                Session, Everything, OfUnit,  Nothing,     Nothing},
    {Method::Get,    "/api/v1/staff/members",                   Session, Nothing,    Nothing, Nothing,     Everything},
    {Method::Post,   "/api/v1/staff/members/{name}/disable",    Session, Nothing,    Nothing, Nothing,     Everything},
    // clang-format on
};

std::vector<Access const*> rows_of_routes() {
    std::vector<Access const*> rows;
    for (Route const& route : routes()) {
        auto const* const row = std::find_if(std::begin(table), std::end(table), [&](Access const& access) {
            return access.method == route.method && access.pattern == route.pattern;
        });
        rows.push_back(row == std::end(table) ? nullptr : row);
    }
    return rows;
}

/// Who the citizen is and where; what only the hotline and the unit need.
void leave_only_texts(Case& subject) {
    subject.submission.contact.reset();
    subject.submission.district = {};
    subject.submission.address.clear();
    subject.submission.attachments.clear();
    subject.submission.location.reset();
    subject.submission.occurred_at.reset();
    for (Event& event : subject.events) {
        bool const is_to_translate =
            event.actor == Actor::Citizen || event.step == Step::AskCitizen || event.step == Step::Reply;
        if (!is_to_translate) event.text.clear();
    }
}

bool is_within(Reach reach, UnitName const* own, Case const& subject) {
    switch (reach) {
    case Nothing:
    case Own: return false;
    case Everything: return true;
    case OfUnit: return own && subject.unit == *own;
    case ToTranslate: return subject.needs_interpreter;
    }
    return false;
}

} // namespace

Reach Access::of(Role role) const {
    switch (role) {
    case Role::Dispatcher: return dispatcher;
    case Role::Unit: return unit;
    case Role::Interpreter: return interpreter;
    case Role::Admin: return admin;
    }
    return Nothing;
}

std::span<Access const> accesses() { return table; }

Access const* access_to(Route const& route) {
    static std::vector<Access const*> const rows = rows_of_routes();
    return rows[static_cast<std::size_t>(&route - routes().data())];
}

bool reaches(Permit const& permit, Case const& subject) {
    auto const& unit = permit.staff->member.unit;
    return is_within(permit.reach, unit ? &*unit : nullptr, subject);
}

Result<std::optional<Case>> find_within_reach(Permit const& permit, CaseReader& cases,
                                              std::optional<CaseNumber> const& number) {
    auto subject = number ? TRY(cases.find(*number)) : std::optional<Case>();
    if (subject && !reaches(permit, *subject)) subject.reset();
    return subject;
}

bool may_take(Permit const& permit, Step step) {
    auto const rows = transitions();
    return permit.staff->member.role == Role::Dispatcher ||
           std::any_of(rows.begin(), rows.end(), [step](Transition const& row) {
               return row.step == step && row.actor == Actor::Unit;
           });
}

Case shown_to(Permit const& permit, Case subject) {
    Role const role = permit.staff->member.role;
    if (role == Role::Interpreter) leave_only_texts(subject);
    if (role != Role::Dispatcher && subject.submission.visibility != Visibility::PublicName)
        subject.submission.contact.reset();
    return subject;
}

std::vector<Step> staff_may(Permit const& permit, Case const& subject) {
    if (permit.staff->member.role == Role::Interpreter) return {};
    auto steps = huiyin::staff_may(subject);
    std::erase_if(steps, [&](Step step) { return !may_take(permit, step); });
    return steps;
}

} // namespace huiyin::server
