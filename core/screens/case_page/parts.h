#pragma once

#include "core/screens/case_page/case_page.h"
#include "core/screens/case_page/page.h"
#include "core/ui/ui.h"

namespace huiyin::screens::case_page {

// The parts of the page, from top to bottom.

/// Where the case is, who has it, and by when an answer is due.
void stage_view(ui::Ui& ui, CitizenCase const& shown, Page const& page, Instant now);
void reply_view(ui::Ui& ui, Reply const& reply);
/// What the citizen may do now, each with its form in place.
void actions_view(ui::Ui& ui, Model const& model, CitizenCase const& shown, Emit const& emit);

} // namespace huiyin::screens::case_page
