#pragma once

#include "core/screens/begun.h"
#include "core/screens/effect.h"

#include <functional>
#include <variant>
#include <vector>

namespace huiyin::screens::home {

/// What the service is for, the ways into it, and what was begun on this device.
struct Model {
    /// Newest first.
    std::vector<BegunCase> begun = {};
    Keeping keeping = Keeping::Kept;
    /// "Delete all" was pressed and not yet answered.
    bool is_asked = false;
    /// What waits is being sent.
    bool is_sending = false;

    bool operator==(Model const&) const = default;
};

struct SubmitFollowed {
    bool operator==(SubmitFollowed const&) const = default;
};
struct TrackFollowed {
    bool operator==(TrackFollowed const&) const = default;
};
struct DraftContinued {
    std::string id;
    bool operator==(DraftContinued const&) const = default;
};
struct DraftDeleted {
    std::string id;
    bool operator==(DraftDeleted const&) const = default;
};
struct DeleteAllPressed {
    bool operator==(DeleteAllPressed const&) const = default;
};
struct DeleteAllAnswered {
    bool is_sure;
    bool operator==(DeleteAllAnswered const&) const = default;
};
struct ReceiptFollowed {
    std::string id;
    bool operator==(ReceiptFollowed const&) const = default;
};
struct SendNowPressed {
    bool operator==(SendNowPressed const&) const = default;
};
struct SharedChosen {
    bool is_shared;
    bool operator==(SharedChosen const&) const = default;
};
using Intent = std::variant<SubmitFollowed, TrackFollowed, DraftContinued, DraftDeleted, DeleteAllPressed,
                            DeleteAllAnswered, ReceiptFollowed, SendNowPressed, SharedChosen>;
using Emit = std::function<void(Intent)>;

Step<Model> update(Model model, Intent const& intent);

} // namespace huiyin::screens::home
