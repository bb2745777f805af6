#include "core/protocol/pieces.h"

namespace huiyin::protocol {

namespace {

constexpr std::string_view nonsense = "bad_answer";

std::string_view title_of(int status) {
    switch (status) {
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 503: return "Service Unavailable";
    default: return status < 500 ? "Bad Request" : "Internal Server Error";
    }
}

void write_errors(json::Writer& writer, Problems const& errors) {
    writer.begin_array("errors");
    for (auto const& error : errors) {
        writer.begin_object();
        writer.field("field", error.field);
        writer.field("code", error.code);
        writer.end_object();
    }
    writer.end_array();
}

Problem error_from(json::Fields& fields) {
    return {.field = fields.required("field", fields.text("field")),
            .code = fields.required("code", fields.text("code"))};
}

/// More than a device can do while somebody waits is nonsense.
Work work_from(json::Fields& fields) {
    auto const bits = fields.required("bits", fields.integer("bits"));
    if (bits < 0 || bits > most_work_bits) fields.add("bits", "invalid");
    return {fields.required("challenge", fields.text("challenge")), static_cast<int>(bits)};
}

ProblemDocument problem_from(json::Fields& fields) {
    ProblemDocument problem{.code = fields.required("code", fields.text("code"))};
    if (fields.has("errors")) problem.errors = objects_in(fields, "errors", error_from);
    if (fields.has("allowed")) problem.allowed = names_in<Step>(fields, "allowed");
    if (fields.has("challenge")) problem.work = work_from(fields);
    return problem;
}

} // namespace

std::string write_problem(ProblemDocument const& problem) {
    json::Writer writer;
    writer.begin_object();
    // RFC 9457, 4.2.1: with about:blank the title is the status's own phrase.
    writer.field("type", "about:blank");
    writer.field("title", title_of(problem.status));
    writer.field("status", problem.status);
    writer.field("code", problem.code);
    if (!problem.errors.empty()) write_errors(writer, problem.errors);
    if (!problem.allowed.empty()) write_names(writer, "allowed", problem.allowed);
    if (problem.work) {
        writer.field("challenge", problem.work->challenge);
        writer.field("bits", problem.work->bits);
    }
    writer.end_object();
    return std::move(writer).take();
}

ProblemDocument read_problem(int status, std::string_view body) {
    ProblemDocument const bad_answer{.status = status, .code = std::string(nonsense)};
    auto const parsed = json::parse(body);
    if (std::holds_alternative<json::Malformed>(parsed)) return bad_answer;
    Problems faults;
    json::Fields fields(std::get<json::Value>(parsed), "", faults);
    auto problem = problem_from(fields);
    if (!faults.empty() || problem.code.empty()) return bad_answer;
    problem.status = status;
    return problem;
}

} // namespace huiyin::protocol
