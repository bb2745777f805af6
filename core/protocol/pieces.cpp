#include "core/protocol/pieces.h"

#include <limits>

namespace huiyin::protocol {

namespace {

int small_integer(json::Fields& fields, std::string_view name) {
    auto const value = fields.required(name, fields.integer(name));
    bool const is_small = value >= 0 && value <= std::numeric_limits<int>::max();
    if (!is_small) fields.add(name, "invalid");
    return is_small ? static_cast<int>(value) : 0;
}

Limit limit_fields(json::Fields& fields) {
    return {.amount = small_integer(fields, "amount"),
            .basis = fields.required("basis", fields.choice<ClockBasis>("basis"))};
}

Contact contact_from(json::Fields& fields) {
    Contact contact{.name = fields.text("name").value_or(""),
                    .phone = fields.text("phone").value_or(""),
                    .email = fields.text("email").value_or(""),
                    .preferred = fields.choice<PreferredContact>("preferred")};
    contact.language = language_in(fields, "language");
    return contact;
}

Contact strict_contact_from(json::Fields& fields) {
    auto contact = contact_from(fields);
    fields.finish();
    return contact;
}

Location location_from(json::Fields& fields) {
    Location const location{.lat = fields.required("lat", fields.number("lat")),
                            .lng = fields.required("lng", fields.number("lng"))};
    fields.finish();
    return location;
}

std::vector<Attachment> attachments_in(json::Fields& fields) {
    if (!fields.has("attachments")) return {};
    return objects_in(fields, "attachments", attachment_from);
}

} // namespace

void write_fields(json::Writer& writer, Submission const& submission) {
    writer.field_if_any("nature", submission.nature);
    writer.field("category", submission.category);
    writer.field("district", submission.district);
    writer.field_unless_empty("address", submission.address);
    if (submission.location) write_object(writer, "location", *submission.location);
    writer.field_if_any("occurred_at", submission.occurred_at);
    writer.field("description", submission.description);
    writer.field_if_any("language", submission.language);
    writer.field_if_any("visibility", submission.visibility);
    if (submission.contact) write_object(writer, "contact", *submission.contact);
    if (!submission.attachments.empty()) write_objects(writer, "attachments", submission.attachments);
    writer.field("channel", submission.channel);
}

Submission submission_from(json::Fields& fields) {
    Submission submission{.nature = fields.choice<Nature>("nature")};
    fields.id("category", submission.category);
    fields.id("district", submission.district);
    submission.address = fields.text("address").value_or("");
    submission.location = object_in(fields, "location", location_from);
    submission.occurred_at = fields.instant("occurred_at");
    submission.description = fields.text("description").value_or("");
    submission.language = language_in(fields, "language");
    submission.visibility = fields.choice<Visibility>("visibility");
    submission.contact = object_in(fields, "contact", strict_contact_from);
    submission.attachments = attachments_in(fields);
    submission.channel = fields.choice<Channel>("channel").value_or(Channel::Web);
    return submission;
}

void write_fields(json::Writer& writer, Attachment const& attachment) {
    writer.field("id", attachment.id);
    writer.field("name", attachment.name);
    writer.field("type", attachment.kind);
    writer.field("bytes", attachment.bytes);
    if (attachment.state != AttachmentState::Waiting) writer.field("state", attachment.state);
}

Attachment attachment_from(json::Fields& fields) {
    Attachment attachment;
    fields.add_required("id");
    fields.id("id", attachment.id);
    attachment.name = fields.required("name", fields.text("name"));
    attachment.kind = fields.required("type", fields.choice<FileKind>("type"));
    attachment.bytes = fields.required("bytes", fields.integer("bytes"));
    attachment.state = fields.choice<AttachmentState>("state").value_or(AttachmentState::Waiting);
    fields.finish();
    return attachment;
}

void write_fields(json::Writer& writer, Location const& location) {
    writer.field("lat", location.lat);
    writer.field("lng", location.lng);
}

void write_fields(json::Writer& writer, Contact const& contact) {
    writer.field_unless_empty("name", contact.name);
    writer.field_unless_empty("phone", contact.phone);
    writer.field_unless_empty("email", contact.email);
    writer.field_if_any("preferred", contact.preferred);
    writer.field_if_any("language", contact.language);
}

void write_fields(json::Writer& writer, Translation const& translation) {
    writer.field("language", translation.language);
    writer.field("text", translation.text);
    writer.field_unless_empty("grounds", translation.grounds);
    writer.field("by", translation.translator);
    writer.field("kind", translation.kind);
}

void write_limit(json::Writer& writer, std::string_view name, Limit limit) {
    writer.begin_object(name);
    writer.field("amount", limit.amount);
    writer.field("basis", limit.basis);
    writer.end_object();
}

Limit limit_from(json::Fields& fields, std::string_view name) {
    return fields.required(name, object_in(fields, name, limit_fields));
}

void write_fields(json::Writer& writer, ShownClock const& clock) {
    writer.field("kind", clock.kind);
    writer.field("due_at", clock.due_at);
    writer.field("state", clock.state);
    write_limit(writer, "limit", clock.limit);
    writer.field("may_change", clock.may_change);
}

ShownClock shown_clock_from(json::Fields& fields) {
    return {.kind = fields.required("kind", fields.choice<ClockKind>("kind")),
            .due_at = fields.required("due_at", fields.instant("due_at")),
            .state = fields.required("state", fields.choice<ClockState>("state")),
            .limit = limit_from(fields, "limit"),
            .may_change = fields.boolean("may_change").value_or(false)};
}

void write_fields(json::Writer& writer, Event const& event) {
    writer.field("at", event.at);
    writer.field("step", event.step);
    writer.field("actor", event.actor);
    writer.field("stage", event.stage);
    writer.field_unless_empty("text", event.text);
    writer.field_if_any("unit", event.unit);
    writer.field_if_any("language", event.language);
    writer.field_unless_empty("by", event.by);
}

Event event_from(json::Fields& fields) {
    Event event{.at = fields.required("at", fields.instant("at")),
                .step = fields.required("step", fields.choice<Step>("step")),
                .actor = fields.required("actor", fields.choice<Actor>("actor")),
                .stage = fields.required("stage", fields.choice<Stage>("stage")),
                .text = fields.text("text").value_or("")};
    if (auto unit = fields.text("unit")) event.unit = UnitName{*std::move(unit)};
    event.language = language_in(fields, "language");
    return event;
}

std::optional<LanguageTag> language_in(json::Fields& fields, std::string_view name) {
    auto tag = fields.text(name);
    return tag ? std::optional(LanguageTag{*std::move(tag)}) : std::nullopt;
}

void write_fields(json::Writer& writer, WrittenLanguage const& language) {
    writer.field("language", language.tag);
    writer.field("language_confidence", language.confidence);
    writer.field("language_source", language.source);
}

WrittenLanguage written_language_from(json::Fields& fields) {
    WrittenLanguage language;
    language.tag = language_in(fields, "language").value_or(language.tag);
    language.confidence = fields.number("language_confidence").value_or(0);
    language.source = fields.choice<LanguageSource>("language_source").value_or(language.source);
    return language;
}

void write_fields(json::Writer& writer, Reply const& reply) {
    writer.field("outcome", reply.outcome);
    writer.field("text", reply.text);
    writer.field_unless_empty("grounds", reply.grounds);
    writer.field("at", reply.at);
    writer.field_if_any("language", reply.language);
    if (reply.translation) write_object(writer, "translation", *reply.translation);
}

Translation translation_from(json::Fields& fields) {
    Translation translation{.language = fields.required("language", language_in(fields, "language")),
                            .text = fields.text("text").value_or(""),
                            .grounds = fields.text("grounds").value_or(""),
                            .translator = fields.text("by").value_or(""),
                            .kind = fields.required("kind", fields.choice<TranslatorKind>("kind"))};
    fields.finish();
    return translation;
}

Reply reply_order_from(json::Fields& fields) {
    return {.outcome = fields.required("outcome", fields.choice<Outcome>("outcome")),
            .text = fields.text("text").value_or(""),
            .grounds = fields.text("grounds").value_or(""),
            .language = language_in(fields, "language"),
            .translation = object_in(fields, "translation", translation_from)};
}

Reply reply_from(json::Fields& fields) {
    fields.add_required("text");
    Reply reply = reply_order_from(fields);
    reply.at = fields.required("at", fields.instant("at"));
    return reply;
}

void write_fields(json::Writer& writer, Feedback const& feedback) {
    writer.field("contacted", feedback.contacted);
    writer.field("resolved", feedback.resolved);
    writer.field("satisfaction", feedback.satisfaction);
    writer.field_unless_empty("comment", feedback.comment);
    writer.field("at", feedback.at);
    writer.field_if_any("language", feedback.language);
}

Feedback answers_from(json::Fields& fields) {
    return {.contacted = fields.required("contacted", fields.choice<Contacted>("contacted")),
            .resolved = fields.required("resolved", fields.choice<Resolved>("resolved")),
            .satisfaction = fields.required("satisfaction", fields.choice<Satisfaction>("satisfaction")),
            .comment = fields.text("comment").value_or("")};
}

Feedback feedback_from(json::Fields& fields) {
    auto feedback = answers_from(fields);
    feedback.at = fields.required("at", fields.instant("at"));
    feedback.language = language_in(fields, "language");
    return feedback;
}

} // namespace huiyin::protocol
