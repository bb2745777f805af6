#pragma once

#include "core/domain/citizen_view.h"
#include "core/screens/effect.h"
#include "core/ui/ui.h"

#include <functional>
#include <optional>
#include <variant>

namespace huiyin::screens::receipt {

/// Number, access code and clocks of the case just sent; the only place where the code is ever shown.
struct Model {
    std::optional<Receipt> receipt = {};
    /// The hotline already had an earlier text of this case; what was changed since was not added.
    bool had_arrived_before = false;
    enum class Copied { Nothing, Number, Code };
    Copied copied = Copied::Nothing;

    bool operator==(Model const&) const = default;
};

struct NumberCopyPressed {
    bool operator==(NumberCopyPressed const&) const = default;
};
struct CodeCopyPressed {
    bool operator==(CodeCopyPressed const&) const = default;
};
/// Opens the case with the number and code of the receipt.
struct TrackPressed {
    bool operator==(TrackPressed const&) const = default;
};
struct HomeFollowed {
    bool operator==(HomeFollowed const&) const = default;
};
/// The clipboard has taken, or refused, what was to be copied.
struct CopyFinished {
    bool went_well;
    bool operator==(CopyFinished const&) const = default;
};
using Intent = std::variant<NumberCopyPressed, CodeCopyPressed, TrackPressed, HomeFollowed, CopyFinished>;
using Emit = std::function<void(Intent)>;

Step<Model> update(Model model, Intent const& intent);
void view(ui::Ui& ui, Model const& model, Instant now, Emit const& emit);

} // namespace huiyin::screens::receipt
