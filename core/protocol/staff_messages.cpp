#include "core/protocol/pieces.h"

namespace huiyin::protocol {

namespace {

Credentials credentials_from(json::Fields& fields) {
    return {.name = fields.required("name", fields.text("name")),
            .password = fields.required("password", fields.text("password")),
            .code = fields.text("code").value_or("")};
}

PasswordChange password_change_from(json::Fields& fields) {
    return {.credentials = credentials_from(fields),
            .new_password = fields.required("new_password", fields.text("new_password"))};
}

Reply strict_reply_from(json::Fields& fields) {
    Reply reply = reply_order_from(fields);
    fields.finish();
    return reply;
}

/// A step that only the citizen takes is no step here.
Step staff_step_from(json::Fields& fields) {
    auto const step = fields.choice<Step>("step");
    if (step && !is_for_staff(*step)) fields.add("step", "unknown");
    return fields.required("step", step);
}

StepOrder step_order_from(json::Fields& fields) {
    StepOrder order{.step = staff_step_from(fields)};
    if (auto unit = fields.text("unit")) order.unit = UnitName{*std::move(unit)};
    order.text = fields.text("note").value_or("");
    order.reply = object_in(fields, "reply", strict_reply_from);
    return order;
}

void write_summary(json::Writer& writer, Case const& subject, Instant now) {
    auto const& submission = subject.submission;
    writer.field("number", subject.number.text());
    writer.field("stage", subject.stage);
    writer.field("urgency", subject.urgency);
    writer.field_if_any("nature", submission.nature);
    writer.field("category", submission.category);
    writer.field("district", submission.district);
    writer.field("created_at", subject.created_at);
    if (subject.unit)
        writer.field("unit", *subject.unit);
    else
        writer.null_field("unit");
    write_objects(writer, "clocks", shown_clocks(subject.clocks, now));
    write_fields(writer, subject.written_in);
    writer.field("needs_interpreter", subject.needs_interpreter);
}

void write_rest(json::Writer& writer, Case const& subject, std::vector<Step> const& may) {
    auto const& submission = subject.submission;
    writer.field_unless_empty("address", submission.address);
    if (submission.location) write_object(writer, "location", *submission.location);
    writer.field_if_any("occurred_at", submission.occurred_at);
    writer.field("description", submission.description);
    writer.field_if_any("visibility", submission.visibility);
    if (submission.contact) write_object(writer, "contact", *submission.contact);
    if (!submission.attachments.empty()) write_objects(writer, "attachments", submission.attachments);
    writer.field("channel", submission.channel);
    write_objects(writer, "events", subject.events);
    if (subject.reply) write_object(writer, "reply", *subject.reply);
    if (subject.feedback) write_object(writer, "feedback", *subject.feedback);
    write_names(writer, "may", may);
}

template <class T>
std::string list_of(std::string_view name, std::vector<T> const& values) {
    json::Writer writer(values.size() * 256 + 64);
    writer.begin_object();
    write_objects(writer, name, values);
    writer.end_object();
    return std::move(writer).take();
}

} // namespace

void write_fields(json::Writer& writer, ShownSession const& session) {
    writer.field("id", session.id);
    writer.field("began_at", session.began_at);
    writer.field("used_at", session.used_at);
    writer.field("is_current", session.is_current);
}

void write_fields(json::Writer& writer, ShownMember const& member) {
    writer.field("name", member.name);
    writer.field("role", member.role);
    writer.field_if_any("unit", member.unit);
    writer.field("is_disabled", member.is_disabled);
    writer.field("has_second_factor", member.has_second_factor);
    writer.field("sessions", member.sessions);
}

Read<Credentials> read_credentials(std::string_view json) { return read_strictly(json, credentials_from); }
Read<PasswordChange> read_password_change(std::string_view json) {
    return read_strictly(json, password_change_from);
}

std::string write_token(std::string_view token, Role role, Instant expires_at) {
    json::Writer writer;
    writer.begin_object();
    writer.field("token", token);
    writer.field("role", role);
    writer.field("expires_at", expires_at);
    writer.end_object();
    return std::move(writer).take();
}

Read<StepOrder> read_step_order(std::string_view json) { return read_strictly(json, step_order_from); }

std::string write_sessions(std::vector<ShownSession> const& sessions) {
    return list_of("sessions", sessions);
}
std::string write_members(std::vector<ShownMember> const& members) { return list_of("members", members); }

Read<Translation> read_translation(std::string_view json) { return read_strictly(json, translation_from); }

std::string write_staff_case(Case const& subject, std::vector<Step> const& may, Instant now) {
    json::Writer writer(subject.submission.description.size() + 2048);
    writer.begin_object();
    write_summary(writer, subject, now);
    write_rest(writer, subject, may);
    writer.end_object();
    return std::move(writer).take();
}

std::string write_staff_list(std::vector<Case> const& cases, std::string_view next_cursor, Instant now) {
    json::Writer writer(cases.size() * 512 + 64);
    writer.begin_object();
    writer.begin_array("cases");
    for (auto const& subject : cases) {
        writer.begin_object();
        write_summary(writer, subject, now);
        writer.end_object();
    }
    writer.end_array();
    if (next_cursor.empty())
        writer.null_field("next");
    else
        writer.field("next", next_cursor);
    writer.end_object();
    return std::move(writer).take();
}

} // namespace huiyin::protocol
