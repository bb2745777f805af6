#pragma once

#include "server/store/sqlite.h"

namespace huiyin::server {

/// The version of the schema that this program writes.
int newest_schema();

/// Brings an older schema up to a version, in one transaction. Refused with "store_too_new" when the database
/// was written by a newer program.
Result<Done> migrate(Database& database, int to = newest_schema());

} // namespace huiyin::server
