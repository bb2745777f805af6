#pragma once

#include "core/domain/citizen_view.h"
#include "core/screens/effect.h"
#include "core/screens/remote.h"

#include <functional>
#include <optional>
#include <variant>

namespace huiyin::screens::feedback {

/// 评价: the hotline's three questions, and free text.
struct Model {
    /// Nothing when the page was reached without opening a case.
    std::optional<CaseKey> key = {};
    /// When the reply was given that the answers are about.
    std::optional<Instant> reply_at = {};
    std::optional<Contacted> contacted = {};
    std::optional<Resolved> resolved = {};
    std::optional<Satisfaction> satisfaction = {};
    std::string comment = {};
    /// Feedback can be given now.
    bool may_give = false;
    /// "Not resolved" offers to reopen, with a reason, while that is still possible.
    bool may_reopen = false;
    std::optional<bool> wants_reopening = {};
    std::string reason = {};
    Problems problems = {};
    std::variant<NotAsked, Loading, Failed> sending = NotAsked{};
    /// What was sent last, and what of it has arrived; trying again sends only what is missing.
    std::optional<Feedback> sent = {};
    std::optional<Feedback> arrived = {};

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
/// To the case.
struct BackFollowed {
    bool operator==(BackFollowed const&) const = default;
};
/// To the form for number and code.
struct TrackFollowed {
    bool operator==(TrackFollowed const&) const = default;
};
struct ErrorFollowed {
    std::string target_id;
    bool operator==(ErrorFollowed const&) const = default;
};

/// The page was opened for this case; answers given before are shown. What was begun for the same reply
/// stays.
struct Begun {
    CaseKey key;
    CitizenCase shown;
    bool operator==(Begun const&) const = default;
};

// Answers about another case than this come too late and are left out.

/// Feedback has arrived: sends the reopening if it was wanted, else back to the case.
struct FeedbackArrived {
    CaseKey key;
    bool operator==(FeedbackArrived const&) const = default;
};
struct ReopenArrived {
    CaseKey key;
    bool operator==(ReopenArrived const&) const = default;
};
struct StepFailed {
    CaseKey key;
    std::string code;
    bool operator==(StepFailed const&) const = default;
};
using Intent = std::variant<ContactedChosen, ResolvedChosen, SatisfactionChosen, CommentEdited,
                            ReopeningChosen, ReasonEdited, SendPressed, BackFollowed, TrackFollowed,
                            ErrorFollowed, Begun, FeedbackArrived, ReopenArrived, StepFailed>;
using Emit = std::function<void(Intent)>;

Step<Model> update(Model model, Intent const& intent);

/// "Not resolved", while the case may still be reopened.
bool offers_reopening(Model const& model);

} // namespace huiyin::screens::feedback
