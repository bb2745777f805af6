#pragma once

#include "server/cli/arguments.h"

namespace huiyin::server {

// `huiyin backup`, `huiyin restore` and `huiyin check`. Each returns the exit status.
int backup(Arguments arguments);
int restore(Arguments arguments);
int check(Arguments arguments);

} // namespace huiyin::server
