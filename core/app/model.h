#pragma once

#include "core/app/shell.h"
#include "core/domain/work.h"
#include "core/screens/case_page/case_page.h"
#include "core/screens/feedback/feedback.h"
#include "core/screens/home/home.h"
#include "core/screens/not_found/not_found.h"
#include "core/screens/receipt/receipt.h"
#include "core/screens/settings/settings.h"
#include "core/screens/submit/submit.h"
#include "core/screens/track/track.h"

#include <cstdint>
#include <map>
#include <string>
#include <variant>

namespace huiyin::app {

/// Work that the backend asked for, and how far it has come.
struct UnderWork {
    Work work;
    std::uint64_t next_number = 0;

    bool operator==(UnderWork const&) const = default;
};

/// All that the portal knows.
struct Model {
    screens::Route route = screens::HomeRoute{};
    /// Tag of the language that is shown; empty until the first is there.
    std::string language = {};
    /// Tag of the first one that was shown: in its reader's order all languages stand until the visit ends,
    /// for in an order that moves nobody gets from one to the next by arrow keys.
    std::string first_language = {};
    /// Tag of the language that is on its way.
    std::string wanted_language = {};
    /// Tag of the language that was chosen and could not be had; empty when that was read.
    std::string lost_language = {};
    Instant now = {};
    screens::home::Model home = {};
    /// All cases of this device that are not at the hotline, or whose receipt nobody has seen; newest first.
    std::vector<screens::BegunCase> begun = {};
    /// Under which the form's draft is kept.
    std::string draft_id = {};
    /// The case of the receipt that is shown; it stays on the device until that is left. Empty for none.
    std::string shown_case = {};
    screens::Keeping keeping = screens::Keeping::Kept;
    /// What waits is being sent because somebody wanted it.
    bool is_sending_waiting = false;
    bool is_online = true;
    bool has_camera = false;
    bool has_new_version = false;
    screens::submit::Model submit = {};
    screens::receipt::Model receipt = {};
    screens::track::Model track = {};
    screens::case_page::Model case_page = {};
    screens::feedback::Model feedback = {};
    screens::settings::Model settings = {};
    /// What each request on its way was for.
    std::map<std::uint64_t, screens::Effect> pending = {};
    std::uint64_t last_fetch = 0;
    /// What the device has to do before a request of those is sent again.
    std::map<std::uint64_t, UnderWork> work = {};
    /// The beginning of the keys of submissions, and how many were given out.
    std::string random_hex = {};
    int keys_given = 0;

    bool operator==(Model const&) const = default;
};

/// The home screen shows what other screens hold.
screens::home::Model home_of(Model const& model);

/// What is said about a language that could not be had, in the one that stays.
i18n::Text language_loss_words(std::string_view tag);

// Facts from outside of the screens.

/// A link that stands on every page, or on one that only tells.
struct LinkFollowed {
    screens::Route route;
    bool operator==(LinkFollowed const&) const = default;
};
struct LanguageChosen {
    std::string tag;
    bool operator==(LanguageChosen const&) const = default;
};
struct LanguageArrived {
    std::string tag;
    bool operator==(LanguageArrived const&) const = default;
};
struct LanguageLossRead {
    bool operator==(LanguageLossRead const&) const = default;
};
struct LanguageLost {
    std::string tag;
    bool operator==(LanguageLost const&) const = default;
};
struct Responded {
    std::uint64_t fetch_id;
    protocol::Response response;
    bool operator==(Responded const&) const = default;
};
struct Visited {
    std::string path;
    std::string fragment;
    bool operator==(Visited const&) const = default;
};
struct Copied {
    bool went_well;
    bool operator==(Copied const&) const = default;
};
/// How a file of the draft fares.
struct FileMoved {
    screens::submit::FileMoved moved;
    bool operator==(FileMoved const&) const = default;
};
struct Woken {
    bool operator==(Woken const&) const = default;
};
/// Time for a slice of the work that the backend asked for.
struct WorkSliced {
    bool operator==(WorkSliced const&) const = default;
};

struct DraftsChanged {
    std::vector<KeptDraft> drafts;
    bool operator==(DraftsChanged const&) const = default;
};
struct DraftsRefused {
    bool operator==(DraftsRefused const&) const = default;
};
/// Of the whole device, in another tab.
struct SharingChanged {
    bool is_shared;
    bool operator==(SharingChanged const&) const = default;
};
struct ConnectionChanged {
    bool is_online;
    bool operator==(ConnectionChanged const&) const = default;
};
struct VersionReady {
    bool operator==(VersionReady const&) const = default;
};
/// The person wants it now.
struct VersionTaken {
    bool operator==(VersionTaken const&) const = default;
};

using Intent = std::variant<screens::home::Intent, screens::submit::Intent, screens::receipt::Intent,
                            screens::track::Intent, screens::case_page::Intent, screens::feedback::Intent,
                            screens::not_found::Intent, screens::settings::Intent, LinkFollowed,
                            LanguageChosen, LanguageArrived, LanguageLossRead, LanguageLost, Responded,
                            Visited, Copied, Woken, DraftsChanged, DraftsRefused, ConnectionChanged,
                            VersionReady, VersionTaken, WorkSliced, FileMoved, SharingChanged>;

struct Step {
    Model model;
    ShellOrders orders = {};
    /// To be said in the language that is shown.
    std::vector<screens::Announce> announcements = {};
};

/// The portal at its start, and its first orders.
Step start(Start const& start, City const& city);

/// The portal behind an intent, and orders to the shell.
Step update(Model model, Intent const& intent, City const& city);

} // namespace huiyin::app
