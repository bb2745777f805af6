#pragma once

#include "core/domain/citizen_view.h"
#include "core/screens/effect.h"
#include "core/screens/remote.h"

#include <functional>
#include <optional>
#include <variant>

namespace huiyin::screens::case_page {

/// What the citizen has begun to write on the page.
enum class Open { Nothing, Message, Withdraw, Reopen };

/// The case that number and code have opened.
struct Model {
    /// Nothing when the page was reached without opening a case.
    std::optional<CaseKey> key = {};
    Remote<CitizenCase> shown = NotAsked{};
    Open open = Open::Nothing;
    std::string message = {};
    std::string reason = {};
    Problems problems = {};
    /// A message, withdrawal or reopening on its way, or why it failed; what was typed stays.
    std::variant<NotAsked, Loading, Failed> sending = NotAsked{};
    /// Looking again at a case that is shown; what is shown stays until then.
    std::variant<NotAsked, Loading, Failed> refreshing = NotAsked{};
    /// The step of the citizen's that has just arrived; said on the page until the next one.
    Open done = Open::Nothing;
    /// The case was given as a file.
    bool is_saved = false;

    bool operator==(Model const&) const = default;
};

struct MessageEdited {
    std::string text;
    bool operator==(MessageEdited const&) const = default;
};
struct ReasonEdited {
    std::string text;
    bool operator==(ReasonEdited const&) const = default;
};
/// Unfolds one of the forms; Open::Nothing folds it again.
struct Unfolded {
    Open open;
    bool operator==(Unfolded const&) const = default;
};
struct MessageSendPressed {
    bool operator==(MessageSendPressed const&) const = default;
};
struct WithdrawConfirmed {
    bool operator==(WithdrawConfirmed const&) const = default;
};
struct ReopenPressed {
    bool operator==(ReopenPressed const&) const = default;
};
struct FeedbackFollowed {
    bool operator==(FeedbackFollowed const&) const = default;
};
/// Also tries again to open a case that did not open.
struct RefreshPressed {
    bool operator==(RefreshPressed const&) const = default;
};
struct SavePressed {
    bool operator==(SavePressed const&) const = default;
};
struct PrintPressed {
    bool operator==(PrintPressed const&) const = default;
};
struct ErrorFollowed {
    std::string target_id;
    bool operator==(ErrorFollowed const&) const = default;
};
/// To the form for number and code.
struct TrackFollowed {
    bool operator==(TrackFollowed const&) const = default;
};
struct HomeFollowed {
    bool operator==(HomeFollowed const&) const = default;
};

/// A file of the case is wanted.
struct FileOpened {
    AttachmentId id;
    bool operator==(FileOpened const&) const = default;
};

// What came from outside. An answer about another case than the one shown comes too late and is left out:
// on a shared machine it must not bring the last person's case back.

/// The case was asked for elsewhere (a link, the receipt) and is shown as soon as it is there.
struct Opening {
    CaseKey key;
    bool operator==(Opening const&) const = default;
};
/// A case was opened elsewhere; takes the place of the one shown before.
struct Opened {
    CaseKey key;
    CitizenCase shown;
    bool operator==(Opened const&) const = default;
};
/// The case as it stands now: answers Opening and OpenCase, or comes with an answer to another screen.
struct CaseArrived {
    CaseKey key;
    CitizenCase shown;
    bool operator==(CaseArrived const&) const = default;
};
/// Opening or refreshing failed.
struct CaseFailed {
    CaseKey key;
    std::string code;
    bool operator==(CaseFailed const&) const = default;
};
/// A step of the citizen's was taken; the case behind it.
struct StepArrived {
    CaseKey key;
    CitizenCase shown;
    bool operator==(StepArrived const&) const = default;
};
/// A step of the citizen's was refused or did not arrive.
struct StepFailed {
    CaseKey key;
    std::string code;
    bool operator==(StepFailed const&) const = default;
};
using Intent =
    std::variant<MessageEdited, ReasonEdited, Unfolded, MessageSendPressed, WithdrawConfirmed, ReopenPressed,
                 FeedbackFollowed, RefreshPressed, SavePressed, PrintPressed, ErrorFollowed, TrackFollowed,
                 HomeFollowed, Opening, Opened, CaseArrived, CaseFailed, StepArrived, StepFailed, FileOpened>;
using Emit = std::function<void(Intent)>;

Step<Model> update(Model model, Intent const& intent);

/// What is said once a form's step has arrived.
i18n::Text done_words(Open done);
/// The node that unfolds a form.
std::string unfolding_button(Open form);

} // namespace huiyin::screens::case_page
