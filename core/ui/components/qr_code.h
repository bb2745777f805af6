#pragma once

#include "core/ui/ui.h"

namespace huiyin::ui {

struct QrCode {
    std::string id;
    /// What it leads to, for those who do not see it.
    i18n::Text label;
    /// An address of the portal, "/case#…"; the shell puts its own origin before it.
    std::string address;
};

/// A picture that a phone's camera reads. The shell draws it, because it is black on white in every theme and
/// on paper, and because few pages need the library.
void qr_code(Ui& ui, QrCode const& spec);

} // namespace huiyin::ui
