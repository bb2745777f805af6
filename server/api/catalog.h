#pragma once

#include "core/base/result.h"
#include "core/domain/city.h"

#include <string>
#include <string_view>
#include <vector>

namespace huiyin::server {

/// GET /api/v1/catalog, written once for each language of the portal.
class Catalog {
public:
    struct Entry {
        std::string tag;
        std::string json;
        /// Quoted, as it stands in the header.
        std::string etag;
    };

    /// Labels come from the portal's own catalogues.
    static Result<Catalog> make(City const& city);

    /// `wish` is ?lang=, else what Accept-Language says; English when nothing fits.
    Entry const& best_for(std::string_view wish, std::string_view accept_language) const;

private:
    std::vector<Entry> m_entries;
};

} // namespace huiyin::server
