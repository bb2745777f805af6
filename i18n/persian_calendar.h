#pragma once

#include "core/base/time.h"

namespace huiyin::i18n {

/// The day in the calendar of Iran (Solar Hijri), with leap years in the cycle of 33 years that ICU counts by
/// too; from 1925 to 2088 it agrees with the spring that the astronomers observe.
Date persian_date(Date gregorian);

} // namespace huiyin::i18n
