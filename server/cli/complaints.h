#pragma once

#include "core/base/result.h"

#include <string_view>

namespace huiyin::server {

/// Says on the standard error what went wrong. Returns the exit status: 2 for a command line that is not
/// understood (then with the usage), 1 for the rest.
int complain(Error const& error, std::string_view usage);

} // namespace huiyin::server
