#include "core/protocol/catalog.h"

#include <nlohmann/json.hpp>

namespace huiyin::protocol {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(std::vector<CatalogEntry> const& entries) {
    Json list = Json::array();
    for (auto const& entry : entries) {
        Json item = {{"id", entry.id}, {"label", entry.label}};
        if (!entry.children.empty()) item["children"] = json_of(entry.children);
        list.push_back(std::move(item));
    }
    return list;
}

Json json_of(std::vector<CatalogLanguage> const& languages) {
    Json list = Json::array();
    for (auto const& language : languages)
        list.push_back({{"tag", language.tag}, {"name", language.name}, {"dir", language.dir}});
    return list;
}

} // namespace

std::string write_catalog(CatalogDocument const& catalog) {
    Json const document = {{"natures", json_of(catalog.natures)},
                           {"categories", json_of(catalog.categories)},
                           {"districts", json_of(catalog.districts)},
                           {"languages", json_of(catalog.languages)},
                           {"limits",
                            {{"description_min", catalog.description_min},
                             {"description_max", catalog.description_max},
                             {"attachments_max", catalog.attachments_max},
                             {"attachment_bytes_max", catalog.attachment_bytes_max}}},
                           {"version", catalog.version}};
    return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace huiyin::protocol
