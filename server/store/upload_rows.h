#pragma once

#include "server/store/case_store.h"
#include "server/store/sqlite.h"

#include <string>
#include <string_view>

namespace huiyin::server {

/// Selects uploads; `which` stands behind WHERE, empty for all.
std::string uploads_where(std::string_view which);
/// The upload in a row that was selected so.
Result<Upload> upload_in(Running const& row);

} // namespace huiyin::server
