#pragma once

#include "server/api/context.h"

namespace huiyin::server {

struct OfficeParts {
    Secret secret;
    std::function<Instant()> now;
    std::function<void(Error const&)> report = [](Error const&) {};
    std::function<void(Note const&)> note = [](Note const&) {};
    /// assets/city.json when empty.
    std::string city_json = {};
    /// Cases that an address may send in ten minutes before its devices work for more; 0 asks nobody.
    int free_cases = 0;
    /// Where citizens read the portal, for the notices; empty for none.
    std::string address = {};
    UploadFiles* files = nullptr;
    std::string scanner = {};
};

/// Reads the rules of the city and writes the catalogues. Error: city_malformed.
Result<Office> make_office(OfficeParts parts);

} // namespace huiyin::server
