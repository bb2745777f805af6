#include "core/protocol/pieces.h"

namespace huiyin::protocol {

namespace {

void write_fields(json::Writer& writer, Clock const& clock) {
    writer.field("kind", clock.kind);
    write_limit(writer, "limit", clock.limit);
    writer.field("started_at", clock.started_at);
    writer.field("due_at", clock.due_at);
    writer.field_if_any("paused_at", clock.paused_at);
    writer.field_if_any("met_at", clock.met_at);
    if (clock.is_cancelled) writer.field("is_cancelled", true);
    if (clock.may_change) writer.field("may_change", true);
}

Clock clock_from(json::Fields& fields) {
    return {.kind = fields.required("kind", fields.choice<ClockKind>("kind")),
            .limit = limit_from(fields, "limit"),
            .started_at = fields.required("started_at", fields.instant("started_at")),
            .due_at = fields.required("due_at", fields.instant("due_at")),
            .paused_at = fields.instant("paused_at"),
            .met_at = fields.instant("met_at"),
            .is_cancelled = fields.boolean("is_cancelled").value_or(false),
            .may_change = fields.boolean("may_change").value_or(false)};
}

void write_clocks(json::Writer& writer, std::vector<Clock> const& clocks) {
    writer.begin_array("clocks");
    for (auto const& clock : clocks) {
        writer.begin_object();
        write_fields(writer, clock);
        writer.end_object();
    }
    writer.end_array();
}

/// Cases that were received before languages were detected tell theirs in the submission.
WrittenLanguage written_in_from(json::Fields& fields, Submission const& submission) {
    if (fields.has("language")) return written_language_from(fields);
    return written_language(submission.language, {});
}

std::optional<Case> case_from(json::Fields& fields) {
    auto number = fields.case_number("number");
    if (!number) return std::nullopt;
    Case subject{.number = *std::move(number),
                 .submission =
                     fields.required("submission", object_in(fields, "submission", submission_from)),
                 .urgency = fields.required("urgency", fields.choice<Urgency>("urgency")),
                 .stage = fields.required("stage", fields.choice<Stage>("stage")),
                 .created_at = fields.required("created_at", fields.instant("created_at"))};
    subject.written_in = written_in_from(fields, subject.submission);
    subject.needs_interpreter = fields.boolean("needs_interpreter").value_or(false);
    if (auto unit = fields.text("unit")) subject.unit = UnitName{*std::move(unit)};
    subject.clocks = objects_in(fields, "clocks", clock_from);
    subject.reply = object_in(fields, "reply", reply_from);
    subject.feedback = object_in(fields, "feedback", feedback_from);
    subject.resume_stage = fields.choice<Stage>("resume_stage");
    return subject;
}

} // namespace

std::string write_stored_case(Case const& subject) {
    json::Writer writer(subject.submission.description.size() + 2048);
    writer.begin_object();
    writer.field("number", subject.number.text());
    write_object(writer, "submission", subject.submission);
    writer.field("urgency", subject.urgency);
    writer.field("stage", subject.stage);
    writer.field("created_at", subject.created_at);
    write_fields(writer, subject.written_in);
    if (subject.needs_interpreter) writer.field("needs_interpreter", true);
    writer.field_if_any("unit", subject.unit);
    write_clocks(writer, subject.clocks);
    if (subject.reply) write_object(writer, "reply", *subject.reply);
    if (subject.feedback) write_object(writer, "feedback", *subject.feedback);
    writer.field_if_any("resume_stage", subject.resume_stage);
    writer.end_object();
    return std::move(writer).take();
}

Result<Case> read_stored_case(std::string_view json) {
    return read_trustingly(json, "stored_case_broken", case_from);
}

} // namespace huiyin::protocol
