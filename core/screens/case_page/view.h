#pragma once

#include "core/screens/case_page/case_page.h"
#include "core/ui/ui.h"

namespace huiyin::screens::case_page {

void view(ui::Ui& ui, Model const& model, Instant now, Emit const& emit);

} // namespace huiyin::screens::case_page
