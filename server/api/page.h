#pragma once

#include "core/domain/stages.h"
#include "server/store/case_store.h"

namespace huiyin::server {

/// What GET of a case answers, and until when.
Page page_of(Case const& subject, Rules rules, std::int64_t edition, Instant now);

/// A number for these rules and for the form in which pages are written, so that no page outlives either.
std::int64_t edition_of(Rules rules, std::string_view city_json);

} // namespace huiyin::server
