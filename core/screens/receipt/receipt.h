#pragma once

#include "core/domain/citizen_view.h"
#include "core/screens/effect.h"

#include <functional>
#include <optional>
#include <variant>
#include <vector>

namespace huiyin::screens::receipt {

/// What can be copied.
enum class Line { Number, Code };

/// The newest copying: on its way to the clipboard, there, or refused by the browser.
struct Copying {
    Line line = Line::Number;
    enum class State { Asked, Copied, Refused } state = State::Asked;

    bool operator==(Copying const&) const = default;
};

/// Number, access code and clocks of the case just sent; the only place where the code is ever shown.
struct Model {
    /// Nothing when the page was reached without sending a case.
    std::optional<Receipt> receipt = {};
    /// The hotline already had an earlier text of this case; what was changed since was not added.
    bool had_arrived_before = false;
    std::optional<Copying> copying = {};
    /// What went with it, here or still on its way.
    std::vector<Attachment> attachments = {};

    bool operator==(Model const&) const = default;
};

struct NumberCopyPressed {
    bool operator==(NumberCopyPressed const&) const = default;
};
struct CodeCopyPressed {
    bool operator==(CodeCopyPressed const&) const = default;
};
/// Opens the case with the number and code of the receipt; without a receipt, to the form for both.
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

} // namespace huiyin::screens::receipt
