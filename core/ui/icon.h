#pragma once

#include "core/ui/canvas.h"

namespace huiyin::ui {

/// The icons of the kit, each with its name in the icon set; tools/icons.mjs packs these and no others.
enum class Icon {
    Back,     ///< arrow-left
    Check,    ///< check
    Copy,     ///< copy
    Danger,   ///< circle-alert
    Done,     ///< circle-check
    Forward,  ///< arrow-right
    Language, ///< globe
    Mark,     ///< message-square-reply
    Notice,   ///< triangle-alert
    Phone,    ///< phone
    Search,   ///< search
    Settings, ///< sliders-horizontal
    Submit,   ///< message-square-plus
    Wait,     ///< clock
};

/// Those that point along the line of reading; they are mirrored where it runs from right to left.
constexpr bool has_direction(Icon icon) { return icon == Icon::Back || icon == Icon::Forward; }

/// Strokes in the middle of `box`, as large as its shorter side.
void paint_icon(Canvas& canvas, Icon icon, Rect box, Color color, bool is_mirrored);

} // namespace huiyin::ui
