#pragma once

#include "core/app/shell.h"
#include "core/screens/begun.h"

#include <vector>

namespace huiyin::app {

/// What was kept, newest first; a draft that is broken is left out.
std::vector<screens::BegunCase> begun_cases(std::vector<KeptDraft> const& kept);

} // namespace huiyin::app
