#pragma once

#include "core/app/model.h"
#include "core/ui/ui.h"

#include <functional>

namespace huiyin::app {

using Emit = std::function<void(Intent)>;

/// Draws the screen of the model's route inside the page that all screens share.
void screen_view(ui::Ui& ui, Model const& model, City const& city, Emit const& emit);

} // namespace huiyin::app
