#pragma once

#include "core/ui/ui.h"

namespace huiyin::ui {

enum class TagLook { Neutral, Good, Notice, Danger };

/// A state in one or two words, on a line of its own; its colour says nothing that the words do not.
void tag(Ui& ui, std::string_view id, i18n::Text const& words, TagLook look = TagLook::Neutral);

} // namespace huiyin::ui
