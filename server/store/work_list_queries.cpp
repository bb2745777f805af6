#include "server/store/work_list_queries.h"

#include "server/store/case_order.h"

#include <string_view>

namespace huiyin::server {

namespace {

constexpr std::string_view in_order = " ORDER BY due_at, id LIMIT ?3";

std::string_view condition_of(ListOf whose) {
    switch (whose) {
    case ListOf::Hotline: break;
    case ListOf::Unit: return " AND unit = ?5";
    case ListOf::Interpreters: return " AND needs_interpreter = 1";
    }
    return "";
}

/// `stage` as SQL.
std::string rows_of(std::string_view stage, ListOf whose) {
    return "SELECT id, due_at, body FROM cases WHERE stage = " + std::string(stage) +
           std::string(condition_of(whose)) + " AND (due_at, id) > (?1, ?2)";
}

} // namespace

std::string list_of_open_cases(ListOf whose) {
    std::string lists;
    for (auto const& [stage, name] : Names<Stage>::all) {
        if (!is_open(stage)) continue;
        if (!lists.empty()) lists += " UNION ALL ";
        lists += rows_of("'" + std::string(name) + "'", whose);
    }
    return lists.append(in_order);
}

std::string list_of_stage(ListOf whose) { return rows_of("?4", whose).append(in_order); }

} // namespace huiyin::server
