#pragma once

#include "core/ui/ui.h"

namespace huiyin::ui {

/// `level` 1 … 3; 1 stands once on every screen.
void heading(Ui& ui, std::string_view id, int level, i18n::Text const& words);
/// The sentence below a title that says what the page is for.
void lead(Ui& ui, std::string_view id, i18n::Text const& words);
void paragraph(Ui& ui, std::string_view id, i18n::Text const& words, TextSetting setting = {});
/// What a person wrote, a paragraph for each of its own, set in its own direction and, where known, language.
void passage(Ui& ui, std::string_view id, std::string_view typed, std::string_view lang = {});
void quiet(Ui& ui, std::string_view id, i18n::Text const& words);

} // namespace huiyin::ui
