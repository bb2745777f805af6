#pragma once

#include "core/ui/icon.h"
#include "core/ui/ui.h"

#include <optional>

namespace huiyin::ui {

enum class ButtonLook { Primary, Secondary, Danger };

struct Button {
    std::string id;
    i18n::Text label;
    ButtonLook look = ButtonLook::Primary;
    /// Something is on its way: the button stays where it is and takes no press.
    bool is_busy = false;
    /// For a button that unfolds something below: whether it is unfolded.
    std::optional<bool> is_expanded = {};
    std::optional<Icon> icon = {};
    /// The file field that gets the picture which a press takes with the camera.
    std::string camera_of = {};
};

/// True in the frame after it was pressed. As wide as its words on wide windows, as the column on narrow
/// ones.
bool button(Ui& ui, Button const& spec);

/// A link that looks like a button: the page's main way on.
bool button_link(Ui& ui, std::string_view id, i18n::Text const& label, std::string_view href,
                 ButtonLook look = ButtonLook::Primary, std::optional<Icon> icon = {});

} // namespace huiyin::ui
