#pragma once

#include "core/screens/submit/pages.h"

namespace huiyin::screens::submit {

/// The files of the draft, and what is done to them before they are sent.
void attachments_view(Page const& page);

/// Something is on its way.
bool is_sending_files(Model const& model);

} // namespace huiyin::screens::submit
