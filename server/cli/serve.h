#pragma once

#include "server/cli/arguments.h"

namespace huiyin::server {

/// huiyin serve: until a signal asks it to stop. Returns the exit status.
int serve(Arguments arguments);

} // namespace huiyin::server
