#pragma once

#include "core/ui/ui.h"

namespace huiyin::ui {

/// A link on a line of its own, underlined, with a target of 44 pixels. True in the frame after it was
/// followed.
bool link(Ui& ui, std::string_view id, i18n::Text const& words, std::string_view href,
          TextSetting setting = {});

/// The way back to the page before, with an arrow against the reading direction.
bool back_link(Ui& ui, std::string_view id, i18n::Text const& words, std::string_view href);

/// Unseen until it has focus: jumps over the header to the main part (WCAG 2.4.1).
void skip_link(Ui& ui, std::string_view id, i18n::Text const& words, std::string_view target_id);

} // namespace huiyin::ui
