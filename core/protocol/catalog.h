#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace huiyin::protocol {

struct CatalogEntry {
    std::string id;
    std::string label;
    std::vector<CatalogEntry> children = {};
};

struct CatalogLanguage {
    std::string tag;
    std::string name;
    /// "ltr" or "rtl".
    std::string dir;
};

/// What a submission can be made of, with labels in one language.
struct CatalogDocument {
    std::vector<CatalogEntry> natures = {};
    std::vector<CatalogEntry> categories = {};
    std::vector<CatalogEntry> districts = {};
    std::vector<CatalogLanguage> languages = {};
    std::size_t description_min = 0;
    std::size_t description_max = 0;
    std::size_t attachments_max = 0;
    std::size_t attachment_bytes_max = 0;
    std::string version = {};
};

std::string write_catalog(CatalogDocument const& catalog);

} // namespace huiyin::protocol
