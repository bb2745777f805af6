#pragma once

#include "core/domain/problem.h"

namespace huiyin::screens {

/// What stays of the problems that a person was told of, once they have edited something: those fields that
/// still have one, with what is wrong now. Fields they were not told of yet are left alone.
Problems still_wrong(Problems const& told, Problems now);

} // namespace huiyin::screens
