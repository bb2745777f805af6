#include "core/protocol/pieces.h"

namespace huiyin::protocol {

namespace {

std::optional<Draft> draft_from(json::Fields& fields) {
    Draft draft{.nature = fields.choice<Nature>("nature"),
                .category_top = fields.text("category_top").value_or("")};
    fields.id("category", draft.category);
    fields.id("district", draft.district);
    draft.address = fields.text("address").value_or("");
    draft.description = fields.text("description").value_or("");
    draft.language = language_in(fields, "language");
    draft.visibility = fields.choice<Visibility>("visibility");
    draft.name = fields.text("name").value_or("");
    draft.phone = fields.text("phone").value_or("");
    draft.email = fields.text("email").value_or("");
    draft.keeps_contact = fields.boolean("keeps_contact").value_or(false);
    draft.saved_at = Instant{fields.integer("saved_at").value_or(0)};
    if (fields.has("attachments")) draft.attachments = objects_in(fields, "attachments", attachment_from);
    draft.idempotency_key = fields.text("idempotency_key").value_or("");
    if (fields.has("sent")) draft.sent = objects_in(fields, "sent", submission_from);
    return draft;
}

} // namespace

std::string write_draft(Draft const& draft) {
    json::Writer writer(draft.description.size() + 512);
    writer.begin_object();
    writer.field_if_any("nature", draft.nature);
    writer.field_unless_empty("category_top", draft.category_top);
    writer.field_unless_empty("category", draft.category.value);
    writer.field_unless_empty("district", draft.district.value);
    writer.field_unless_empty("address", draft.address);
    writer.field_unless_empty("description", draft.description);
    writer.field_if_any("language", draft.language);
    writer.field_if_any("visibility", draft.visibility);
    writer.field_unless_empty("name", draft.name);
    writer.field_unless_empty("phone", draft.phone);
    writer.field_unless_empty("email", draft.email);
    if (draft.keeps_contact) writer.field("keeps_contact", true);
    if (draft.saved_at != Instant{}) writer.field("saved_at", draft.saved_at.unix_ms);
    if (!draft.attachments.empty()) write_objects(writer, "attachments", draft.attachments);
    writer.field_unless_empty("idempotency_key", draft.idempotency_key);
    if (!draft.sent.empty()) write_objects(writer, "sent", draft.sent);
    writer.end_object();
    return std::move(writer).take();
}

std::optional<Draft> read_draft(std::string_view json) {
    auto draft = read_trustingly(json, "draft_broken", draft_from);
    if (!draft) return std::nullopt;
    return std::move(draft).value();
}

} // namespace huiyin::protocol
