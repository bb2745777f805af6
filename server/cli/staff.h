#pragma once

#include "server/cli/arguments.h"

namespace huiyin::server {

/// huiyin staff add NAME. Returns the exit status.
int staff(Arguments arguments);

} // namespace huiyin::server
