#pragma once

#include "server/cli/arguments.h"

namespace huiyin::server {

/// huiyin case list | show | step. Returns the exit status.
int cases(Arguments arguments);
/// huiyin retention …. Returns the exit status.
int retention(Arguments arguments);

} // namespace huiyin::server
