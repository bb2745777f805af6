#pragma once

#include "core/domain/access_code.h"
#include "core/domain/case.h"
#include "core/domain/citizen_view.h"
#include "core/domain/draft.h"
#include "core/screens/route.h"
#include "i18n/text.h"

#include <string>
#include <variant>

namespace huiyin::screens {

// Orders that a screen gives; plain data. core/app turns those to the backend into requests.

struct SendCase {
    Submission submission;
    std::string idempotency_key;
    bool operator==(SendCase const&) const = default;
};
/// Asks in which language a text is.
struct GuessLanguage {
    std::string text;
    bool operator==(GuessLanguage const&) const = default;
};
struct OpenCase {
    CaseKey key;
    bool operator==(OpenCase const&) const = default;
};
struct SendMessage {
    CaseKey key;
    std::string text;
    bool operator==(SendMessage const&) const = default;
};
struct SendFeedback {
    CaseKey key;
    Feedback feedback;
    bool operator==(SendFeedback const&) const = default;
};
struct SendReopen {
    CaseKey key;
    std::string reason;
    bool operator==(SendReopen const&) const = default;
};
struct SendWithdraw {
    CaseKey key;
    bool operator==(SendWithdraw const&) const = default;
};
enum class Sending { Later, AsSoonAsPossible };
/// Keeps what was typed for the next visit, and perhaps sends the newest of what was sent when it can be.
struct SaveDraft {
    Draft draft;
    Sending sending = Sending::Later;
    bool operator==(SaveDraft const&) const = default;
};
/// The case of the form is at the hotline: its receipt is shown, and the form is empty again.
struct TakeReceipt {
    Receipt receipt;
    bool operator==(TakeReceipt const&) const = default;
};
struct BeginDraft {
    bool operator==(BeginDraft const&) const = default;
};
/// Goes on with a case that was begun.
struct OpenDraft {
    std::string id;
    bool operator==(OpenDraft const&) const = default;
};
struct DeleteDraft {
    std::string id;
    bool operator==(DeleteDraft const&) const = default;
};
struct DeleteAllDrafts {
    bool operator==(DeleteAllDrafts const&) const = default;
};
/// Of a case that was accepted while nobody looked.
struct ShowReceipt {
    std::string id;
    bool operator==(ShowReceipt const&) const = default;
};
/// On a shared computer nothing is kept, and what was is deleted.
struct KeepNothing {
    bool is_shared;
    bool operator==(KeepNothing const&) const = default;
};
/// Gives the person the case as a file: what they see of it.
struct SaveCase {
    CitizenCase shown;
    bool operator==(SaveCase const&) const = default;
};
struct Print {
    bool operator==(Print const&) const = default;
};
/// Sends what waits now, not later.
struct TrySending {
    bool operator==(TrySending const&) const = default;
};
enum class History { Push, Replace };
struct Go {
    Route to;
    History history = History::Push;
    bool operator==(Go const&) const = default;
};
/// Moves real focus to a node of the next frame, and with it a screen reader.
struct Focus {
    std::string id;
    bool operator==(Focus const&) const = default;
};
enum class Politeness { Polite, Assertive };
/// Says something in a live region.
struct Announce {
    i18n::Text text;
    Politeness politeness = Politeness::Polite;
    bool operator==(Announce const&) const = default;
};
/// To the clipboard.
struct Copy {
    std::string text;
    bool operator==(Copy const&) const = default;
};

/// How the portal looks, as text for the next visit.
struct KeepSettings {
    std::string text;
    bool operator==(KeepSettings const&) const = default;
};
/// Without the canvas, or with it.
struct ShowPlain {
    bool is_plain;
    bool operator==(ShowPlain const&) const = default;
};

/// Begins to send a file that the shell holds.
struct SendFile {
    AttachmentId id;
    bool is_shrunk = true;
    bool keeps_metadata = false;
    /// The version whose place it takes, which is ended.
    AttachmentId former = {};
    bool operator==(SendFile const&) const = default;
};
/// Forgets a file, here and where it was sent.
struct DropFile {
    AttachmentId id;
    bool operator==(DropFile const&) const = default;
};
/// Fetches a file of a case and gives it to the person to save.
struct FetchFile {
    CaseKey key;
    Attachment attachment;
    bool operator==(FetchFile const&) const = default;
};

using Effect = std::variant<SendCase, GuessLanguage, OpenCase, SendMessage, SendFeedback, SendReopen,
                            SendWithdraw, SaveDraft, TakeReceipt, BeginDraft, OpenDraft, DeleteDraft,
                            DeleteAllDrafts, ShowReceipt, KeepNothing, TrySending, SaveCase, Print, Go, Focus,
                            Announce, Copy, KeepSettings, ShowPlain, SendFile, DropFile, FetchFile>;
using Effects = std::vector<Effect>;

/// A screen's model behind an intent, and its orders.
template <class Model>
struct Step {
    Model model;
    Effects effects = {};
};

} // namespace huiyin::screens
