#pragma once

#include "core/screens/effect.h"

#include <functional>
#include <variant>

namespace huiyin::screens::home {

/// What the service is for, and the ways into it.
struct Model {
    /// A submission was begun earlier and not sent.
    bool has_draft = false;

    bool operator==(Model const&) const = default;
};

struct SubmitFollowed {
    bool operator==(SubmitFollowed const&) const = default;
};
struct TrackFollowed {
    bool operator==(TrackFollowed const&) const = default;
};
/// Begins anew instead of going on with the draft.
struct DraftDiscarded {
    bool operator==(DraftDiscarded const&) const = default;
};
using Intent = std::variant<SubmitFollowed, TrackFollowed, DraftDiscarded>;
using Emit = std::function<void(Intent)>;

Step<Model> update(Model model, Intent const& intent);

} // namespace huiyin::screens::home
