#pragma once

#include "core/ui/ui.h"

#include <string>

namespace huiyin::ui {

/// A number or code to be kept, large, from left to right in every language, with a button that copies it.
struct CodeLine {
    std::string id;
    i18n::Text label;
    std::string code;
    i18n::Text copy_label;
    /// Below the button, when copying did not work.
    i18n::Text hint = {};
};

/// A row of a Summary. True in the frame after its button was pressed.
bool code_line(Ui& ui, CodeLine const& spec);

} // namespace huiyin::ui
