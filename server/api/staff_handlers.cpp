#include "core/base/match.h"
#include "server/api/access.h"
#include "server/api/answers.h"
#include "server/api/archive.h"
#include "server/api/handlers.h"
#include "server/api/language_guess.h"
#include "server/api/moving.h"
#include "server/api/page.h"
#include "server/api/reading.h"
#include "server/api/target.h"

#include <algorithm>
#include <charconv>

namespace huiyin::server {

namespace {

constexpr std::size_t default_page = 50;
constexpr std::size_t largest_page = 200;

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

/// The list that somebody sees is what they reach.
WorkListQuery within_reach(WorkListQuery query, Permit const& permit) {
    if (permit.reach == Reach::OfUnit) query.unit = permit.staff->member.unit.value_or(UnitName{});
    query.is_to_translate = permit.reach == Reach::ToTranslate;
    return query;
}

Response staff_case(Permit const& permit, Case const& subject, Instant now) {
    auto const may = staff_may(permit, subject);
    return personal(200, protocol::write_staff_case(shown_to(permit, subject), may, now));
}

Answer take_staff_step(Office const& office, CaseWriter& cases, Permit const& permit,
                       std::optional<CaseNumber> const& number, StepOrder const& order) {
    Instant const now = office.now();
    auto const before = TRY(find_within_reach(permit, cases, number));
    if (!before) return problem(404, "case_not_found");
    if (!may_take(permit, order.step)) {
        office.note({"not_allowed", order.by, name_of(order.step)});
        return problem(403, "not_allowed");
    }
    auto const moved = TRY(move(office, cases, *before, order, now));
    if (auto const* refusal = std::get_if<Response>(&moved)) return *refusal;
    office.note({"step", order.by, name_of(order.step)});
    return staff_case(permit, std::get<Moved>(moved).subject, now);
}

Answer store_translation(Office const& office, CaseWriter& cases, Permit const& permit,
                         std::optional<CaseNumber> const& number, Translation const& translation) {
    Instant const now = office.now();
    auto const before = TRY(find_within_reach(permit, cases, number));
    if (!before) return problem(404, "case_not_found");
    return match(
        translated(*before, translation),
        [&](Case const& after) -> Answer {
            TRY(cases.change(after, page_of(after, office.rules(), office.edition, now)));
            office.note({"translation", permit.staff->member.name});
            return staff_case(permit, after, now);
        },
        [](NotAllowed const& refusal) -> Answer { return problem(409, refusal.code); },
        [](Problems const& problems) -> Answer { return unprocessable(problems); });
}

} // namespace

Answer list_cases(Context const& context, Request const&) {
    auto const query = query_in(context.query);
    if (auto const* problems = std::get_if<Problems>(&query)) return unprocessable(*problems);
    WorkList list =
        TRY(context.cases.work_list(within_reach(std::get<WorkListQuery>(query), context.permit)));
    for (Case& subject : list.cases)
        subject = shown_to(context.permit, std::move(subject));
    for (Error const& error : list.unreadable)
        context.office.report(error);
    return personal(200, protocol::write_staff_list(list.cases, list.next ? written(*list.next) : "",
                                                    context.office.now()));
}

Answer show_staff_case(Context const& context, Request const&) {
    auto const subject =
        TRY(find_within_reach(context.permit, context.cases, CaseNumber::read(context.number)));
    if (!subject) return problem(404, "case_not_found");
    return staff_case(context.permit, *subject, context.office.now());
}

Prepared take_step(Context const& context, Request const& request) {
    using Ready = std::variant<Response, Change>;
    auto body = body_of<StepOrder>(request, protocol::read_step_order);
    if (auto* refusal = std::get_if<Response>(&body)) return Ready(std::move(*refusal));
    StepOrder order = with_languages(cleaned(std::get<StepOrder>(std::move(body))));
    order.by = context.permit.staff->member.name;
    return Ready(
        Change{[&office = context.office, permit = context.permit, number = CaseNumber::read(context.number),
                order = std::move(order)](CaseWriter& cases) {
            return take_staff_step(office, cases, permit, number, order);
        }});
}

Prepared translate_reply(Context const& context, Request const& request) {
    using Ready = std::variant<Response, Change>;
    auto body = body_of<Translation>(request, protocol::read_translation);
    if (auto* refusal = std::get_if<Response>(&body)) return Ready(std::move(*refusal));
    return Ready(
        Change{[&office = context.office, permit = context.permit, number = CaseNumber::read(context.number),
                translation = cleaned(std::get<Translation>(std::move(body)))](CaseWriter& cases) {
            return store_translation(office, cases, permit, number, translation);
        }});
}

Answer show_attachment_to_staff(Context const& context, Request const&) {
    auto const subject =
        TRY(find_within_reach(context.permit, context.cases, CaseNumber::read(context.number)));
    if (!subject) return problem(404, "case_not_found");
    return attachment_answer(context.office, context.cases, *subject, {std::string(context.id)});
}

} // namespace huiyin::server
