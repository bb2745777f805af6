#pragma once

#include "core/domain/citizen_view.h"
#include "core/screens/effect.h"
#include "core/screens/remote.h"
#include "core/ui/ui.h"

#include <functional>
#include <optional>
#include <variant>

namespace huiyin::screens::feedback {

/// 评价: the hotline's three questions, and free text.
struct Model {
    /// Nothing when the page was reached without opening a case.
    std::optional<CaseKey> key = {};
    std::optional<Contacted> contacted = {};
    std::optional<Resolved> resolved = {};
    std::optional<Satisfaction> satisfaction = {};
    std::string comment = {};
    /// "Not resolved" offers to reopen, with a reason, while that is still possible.
    bool may_reopen = false;
    bool wants_reopening = false;
    std::string reason = {};
    Problems problems = {};
    std::variant<NotAsked, Loading, Failed> sending = NotAsked{};

    bool operator==(Model const&) const = default;
};

struct ContactedChosen {
    Contacted answer;
    bool operator==(ContactedChosen const&) const = default;
};
struct ResolvedChosen {
    Resolved answer;
    bool operator==(ResolvedChosen const&) const = default;
};
struct SatisfactionChosen {
    Satisfaction answer;
    bool operator==(SatisfactionChosen const&) const = default;
};
struct CommentEdited {
    std::string text;
    bool operator==(CommentEdited const&) const = default;
};
struct ReopeningChosen {
    bool wanted;
    bool operator==(ReopeningChosen const&) const = default;
};
struct ReasonEdited {
    std::string text;
    bool operator==(ReasonEdited const&) const = default;
};
struct SendPressed {
    bool operator==(SendPressed const&) const = default;
};
struct BackFollowed {
    bool operator==(BackFollowed const&) const = default;
};
struct ErrorFollowed {
    std::string target_id;
    bool operator==(ErrorFollowed const&) const = default;
};

/// The page was opened for this case; answers given before are shown.
struct Begun {
    CaseKey key;
    CitizenCase shown;
    bool operator==(Begun const&) const = default;
};
/// Feedback has arrived: sends the reopening if it was wanted, else back to the case.
struct FeedbackArrived {
    bool operator==(FeedbackArrived const&) const = default;
};
struct ReopenArrived {
    bool operator==(ReopenArrived const&) const = default;
};
struct StepFailed {
    std::string code;
    bool operator==(StepFailed const&) const = default;
};
using Intent = std::variant<ContactedChosen, ResolvedChosen, SatisfactionChosen, CommentEdited,
                            ReopeningChosen, ReasonEdited, SendPressed, BackFollowed, ErrorFollowed, Begun,
                            FeedbackArrived, ReopenArrived, StepFailed>;
using Emit = std::function<void(Intent)>;

Step<Model> update(Model model, Intent const& intent);
void view(ui::Ui& ui, Model const& model, Emit const& emit);

} // namespace huiyin::screens::feedback
