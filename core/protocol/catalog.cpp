#include "core/protocol/catalog.h"

#include "core/protocol/json_writer.h"

namespace huiyin::protocol {

namespace {

void write_entries(json::Writer& writer, std::string_view name, std::vector<CatalogEntry> const& entries) {
    writer.begin_array(name);
    for (auto const& entry : entries) {
        writer.begin_object();
        writer.field("id", entry.id);
        writer.field("label", entry.label);
        if (!entry.children.empty()) write_entries(writer, "children", entry.children);
        writer.end_object();
    }
    writer.end_array();
}

void write_languages(json::Writer& writer, std::vector<CatalogLanguage> const& languages) {
    writer.begin_array("languages");
    for (auto const& language : languages) {
        writer.begin_object();
        writer.field("tag", language.tag);
        writer.field("name", language.name);
        writer.field("dir", language.dir);
        writer.end_object();
    }
    writer.end_array();
}

void write_limits(json::Writer& writer, CatalogDocument const& catalog) {
    writer.begin_object("limits");
    writer.field("description_min", static_cast<std::int64_t>(catalog.description_min));
    writer.field("description_max", static_cast<std::int64_t>(catalog.description_max));
    writer.field("attachments_max", static_cast<std::int64_t>(catalog.attachments_max));
    writer.field("attachment_bytes_max", static_cast<std::int64_t>(catalog.attachment_bytes_max));
    writer.end_object();
}

} // namespace

std::string write_catalog(CatalogDocument const& catalog) {
    json::Writer writer(16'384);
    writer.begin_object();
    write_entries(writer, "natures", catalog.natures);
    write_entries(writer, "categories", catalog.categories);
    write_entries(writer, "districts", catalog.districts);
    write_languages(writer, catalog.languages);
    write_limits(writer, catalog);
    writer.field("version", catalog.version);
    writer.end_object();
    return std::move(writer).take();
}

} // namespace huiyin::protocol
