#pragma once

#include "server/cli/arguments.h"

namespace huiyin::server {

/// huiyin staff …. Returns the exit status.
int staff(Arguments arguments);

} // namespace huiyin::server
