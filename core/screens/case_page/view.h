#pragma once

#include "core/screens/case_page/case_page.h"
#include "core/screens/files.h"
#include "core/ui/ui.h"

namespace huiyin::screens::case_page {

/// `files`: how those fare that this device sends.
void view(ui::Ui& ui, Model const& model, FileStates const& files, Instant now, Emit const& emit);

} // namespace huiyin::screens::case_page
