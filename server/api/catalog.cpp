#include "server/api/catalog.h"

#include "core/domain/submission.h"
#include "core/protocol/catalog.h"
#include "embedded/locales.h"
#include "i18n/language.h"
#include "server/api/choices.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace huiyin::server {

namespace {

std::string hash_of(std::string_view text) {
    std::array<unsigned char, crypto_generichash_BYTES_MIN> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<unsigned char const*>(text.data()),
                       text.size(), nullptr, 0);
    std::array<char, crypto_generichash_BYTES_MIN * 2 + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
    return hex.data();
}

class Labels {
public:
    explicit Labels(i18n::Language const& language) : m_language(language) {}

    protocol::CatalogEntry entry(std::string_view kind, std::string_view id) const {
        std::string const key = std::string(kind) + "." + std::string(id) + ".label";
        return {std::string(id), m_language.format(i18n::tr(key))};
    }

private:
    i18n::Language const& m_language;
};

std::vector<protocol::CatalogEntry> entries_of(std::vector<Category> const& categories,
                                               Labels const& labels) {
    std::vector<protocol::CatalogEntry> entries;
    for (Category const& category : categories) {
        entries.push_back(labels.entry("category", category.id.value));
        entries.back().children = entries_of(category.children, labels);
    }
    return entries;
}

protocol::CatalogDocument document_of(City const& city, i18n::Language const& language) {
    Labels const labels(language);
    protocol::CatalogDocument document{.description_min = limits::description_min,
                                       .description_max = limits::description_max,
                                       .attachments_max = limits::attachments_max,
                                       .attachment_bytes_max = limits::attachment_bytes_max};
    for (auto const& [nature, name] : Names<Nature>::all)
        document.natures.push_back(labels.entry("nature", name));
    document.categories = entries_of(city.categories, labels);
    for (DistrictId const& district : city.districts)
        document.districts.push_back(labels.entry("district", district.value));
    for (i18n::LanguageInfo const& info : i18n::languages())
        document.languages.push_back({std::string(info.tag), std::string(info.name),
                                      info.direction == i18n::Direction::RightToLeft ? "rtl" : "ltr"});
    return document;
}

Catalog::Entry entry_of(City const& city, i18n::Language const& language) {
    auto document = document_of(city, language);
    // The version is of what is offered, in this language.
    document.version = hash_of(protocol::write_catalog(document));
    return {std::string(language.info().tag), protocol::write_catalog(document),
            "\"" + document.version + "\""};
}

} // namespace

Result<Catalog> Catalog::make(City const& city) {
    Catalog catalog;
    for (auto const& [file_name, text] : embedded::locales::all) {
        std::string_view const tag = file_name.substr(0, file_name.rfind('.'));
        auto const language = TRY(i18n::Language::load(tag, text, city.utc_offset));
        catalog.m_entries.push_back(entry_of(city, *language));
    }
    return catalog;
}

Catalog::Entry const& Catalog::best_for(std::string_view wish, std::string_view accept_language) const {
    auto const wishes =
        wish.empty() ? wished_languages(accept_language) : std::vector<std::string>{std::string(wish)};
    std::string_view const tag = i18n::negotiate(wishes).tag;
    auto const found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](Entry const& entry) { return entry.tag == tag; });
    return found == m_entries.end() ? m_entries.front() : *found;
}

} // namespace huiyin::server
