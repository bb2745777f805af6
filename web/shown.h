#pragma once

#include "core/app/portal.h"

namespace huiyin::web {

/// What the program shows: the portal, or in the gallery's program the components. Each program has one
/// definition.
std::unique_ptr<app::Portal> make_shown(ui::TextEngine& text_engine, app::Start start);

} // namespace huiyin::web
