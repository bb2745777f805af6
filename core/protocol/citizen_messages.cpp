#include "core/protocol/pieces.h"

namespace huiyin::protocol {

namespace {

std::string message_from(json::Fields& fields) { return fields.required("text", fields.text("text")); }
std::string reason_from(json::Fields& fields) { return fields.required("reason", fields.text("reason")); }

std::string write_text(std::string_view name, std::string_view text) {
    json::Writer writer(text.size() + 32);
    writer.begin_object();
    writer.field(name, text);
    writer.end_object();
    return std::move(writer).take();
}

std::optional<WrittenLanguage> language_guess_from(json::Fields& fields) {
    WrittenLanguage guess;
    guess.tag = fields.required("language", language_in(fields, "language"));
    guess.confidence = fields.required("confidence", fields.number("confidence"));
    return guess;
}

std::optional<Receipt> receipt_from(json::Fields& fields) {
    auto number = fields.case_number("number");
    if (!number) return std::nullopt;
    return Receipt{.number = *std::move(number),
                   .access_code = fields.required("access_code", fields.text("access_code")),
                   .stage = fields.required("stage", fields.choice<Stage>("stage")),
                   .urgency = fields.required("urgency", fields.choice<Urgency>("urgency")),
                   .created_at = fields.required("created_at", fields.instant("created_at")),
                   .clocks = objects_in(fields, "clocks", shown_clock_from),
                   .written_in = written_language_from(fields),
                   .needs_interpreter = fields.boolean("needs_interpreter").value_or(false),
                   .phone = fields.text("phone").value_or("")};
}

void read_what_came_later(json::Fields& fields, CitizenCase& view) {
    if (!fields.is_null("unit"))
        if (auto unit = fields.text("unit")) view.unit = UnitName{*std::move(unit)};
    view.clocks = objects_in(fields, "clocks", shown_clock_from);
    view.events = objects_in(fields, "events", event_from);
    view.reply = object_in(fields, "reply", reply_from);
    view.feedback = object_in(fields, "feedback", feedback_from);
    if (fields.has("attachments")) view.attachments = objects_in(fields, "attachments", attachment_from);
    view.feedback_until = fields.instant("feedback_until");
    view.reopen_until = fields.instant("reopen_until");
    view.may = names_in<Step>(fields, "may");
}

std::optional<CitizenCase> citizen_case_from(json::Fields& fields) {
    auto number = fields.case_number("number");
    if (!number) return std::nullopt;
    CitizenCase view{.number = *std::move(number),
                     .stage = fields.required("stage", fields.choice<Stage>("stage")),
                     .nature = fields.required("nature", fields.choice<Nature>("nature"))};
    view.category.value = fields.required("category", fields.text("category"));
    view.district.value = fields.required("district", fields.text("district"));
    view.address = fields.text("address").value_or("");
    view.description = fields.required("description", fields.text("description"));
    fields.add_required("language");
    view.written_in = written_language_from(fields);
    view.needs_interpreter = fields.boolean("needs_interpreter").value_or(false);
    view.urgency = fields.required("urgency", fields.choice<Urgency>("urgency"));
    view.created_at = fields.required("created_at", fields.instant("created_at"));
    read_what_came_later(fields, view);
    return view;
}

void write_what_came_later(json::Writer& writer, CitizenCase const& view) {
    if (view.unit)
        writer.field("unit", *view.unit);
    else
        writer.null_field("unit");
    write_objects(writer, "clocks", view.clocks);
    write_objects(writer, "events", view.events);
    if (view.reply) write_object(writer, "reply", *view.reply);
    if (view.feedback) write_object(writer, "feedback", *view.feedback);
    if (!view.attachments.empty()) write_objects(writer, "attachments", view.attachments);
    writer.field_if_any("feedback_until", view.feedback_until);
    writer.field_if_any("reopen_until", view.reopen_until);
    write_names(writer, "may", view.may);
}

std::string stage_label_key(Stage stage) {
    return std::string("stage.").append(name_of(stage)).append(".label");
}

} // namespace

std::string write_submission(Submission const& submission) {
    json::Writer writer(submission.description.size() + 512);
    writer.begin_object();
    write_fields(writer, submission);
    writer.end_object();
    return std::move(writer).take();
}

Read<Submission> read_submission(std::string_view json) { return read_strictly(json, submission_from); }

std::string with_access_code(std::string receipt_json, std::string_view shown_code) {
    constexpr std::string_view empty_field = "\"access_code\":\"\"";
    std::size_t const field = receipt_json.find(empty_field);
    VERIFY(field != std::string::npos);
    return std::move(receipt_json.insert(field + empty_field.size() - 1, shown_code));
}

std::string write_receipt(Receipt const& receipt) {
    json::Writer writer(512);
    writer.begin_object();
    writer.field("number", receipt.number.text());
    writer.field("access_code", receipt.access_code);
    writer.field("stage", receipt.stage);
    writer.field("urgency", receipt.urgency);
    writer.field("created_at", receipt.created_at);
    write_objects(writer, "clocks", receipt.clocks);
    write_fields(writer, receipt.written_in);
    writer.field("needs_interpreter", receipt.needs_interpreter);
    writer.field_unless_empty("phone", receipt.phone);
    writer.end_object();
    return std::move(writer).take();
}

Result<Receipt> read_receipt(std::string_view json) {
    return read_trustingly(json, "bad_answer", receipt_from);
}

std::string write_citizen_case(CitizenCase const& view) {
    json::Writer writer(view.description.size() + 2048);
    writer.begin_object();
    writer.field("number", view.number.text());
    writer.field("stage", view.stage);
    writer.field("stage_label_key", stage_label_key(view.stage));
    writer.field("nature", view.nature);
    writer.field("category", view.category);
    writer.field("district", view.district);
    writer.field_unless_empty("address", view.address);
    writer.field("description", view.description);
    write_fields(writer, view.written_in);
    writer.field("needs_interpreter", view.needs_interpreter);
    writer.field("urgency", view.urgency);
    writer.field("created_at", view.created_at);
    write_what_came_later(writer, view);
    writer.end_object();
    return std::move(writer).take();
}

Result<CitizenCase> read_citizen_case(std::string_view json) {
    return read_trustingly(json, "bad_answer", citizen_case_from);
}

std::string write_message(std::string_view text) { return write_text("text", text); }
Read<std::string> read_message(std::string_view json) { return read_strictly(json, message_from); }

std::string write_language_guess(WrittenLanguage const& guess) {
    json::Writer writer;
    writer.begin_object();
    writer.field("language", guess.tag);
    writer.field("confidence", guess.confidence);
    writer.end_object();
    return std::move(writer).take();
}

Result<WrittenLanguage> read_language_guess(std::string_view json) {
    return read_trustingly(json, "bad_answer", language_guess_from);
}

std::string write_reason(std::string_view reason) { return write_text("reason", reason); }
Read<std::string> read_reason(std::string_view json) { return read_strictly(json, reason_from); }

std::string write_feedback(Feedback const& feedback) {
    json::Writer writer(feedback.comment.size() + 128);
    writer.begin_object();
    writer.field("contacted", feedback.contacted);
    writer.field("resolved", feedback.resolved);
    writer.field("satisfaction", feedback.satisfaction);
    writer.field_unless_empty("comment", feedback.comment);
    writer.end_object();
    return std::move(writer).take();
}

Read<Feedback> read_feedback(std::string_view json) { return read_strictly(json, answers_from); }

} // namespace huiyin::protocol
