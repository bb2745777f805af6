#pragma once

#include "core/ui/ui.h"

#include <optional>
#include <string>
#include <string_view>

namespace huiyin::ui {

/// All languages of the portal, each in its own words, so that its reader finds it. The shell adds a search
/// to what the browser's own list can do (web/language_search.js).
struct LanguagePicker {
    std::string id;
    std::string_view chosen;
    /// In the order for this reader (i18n::languages_for).
    std::string_view reader;
};

/// CSS pixels that it would like to be wide.
float language_picker_width(Ui& ui, LanguagePicker const& spec);

/// The tag that was chosen.
std::optional<std::string> language_picker(Ui& ui, LanguagePicker const& spec, Rect box);

} // namespace huiyin::ui
