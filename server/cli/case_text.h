#pragma once

#include "core/domain/case.h"

#include <string>

namespace huiyin::server {

/// One line: number, stage, due time, category, unit.
std::string line_of(Case const& subject);

/// Everything staff may know, several lines.
std::string text_of(Case const& subject, Instant now);

} // namespace huiyin::server
