#pragma once

#include "core/base/time.h"
#include "core/protocol/http.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace huiyin::app {

/// A case as the shell keeps it: the text of KeepDraft, and how far its sending has come.
struct KeptDraft {
    std::string id;
    std::string text = {};
    /// It has a request that is not answered yet.
    bool is_waiting = false;
    /// The answer that its request got.
    std::optional<protocol::Response> answer = {};
    bool operator==(KeptDraft const&) const = default;
};

/// What the shell tells at the start.
struct Start {
    /// Path of the address bar.
    std::string path = "/";
    /// Fragment without '#': "HY…&code" from a link or a QR code; the shell takes it out of the address bar.
    std::string fragment = {};
    /// The browser's list, best first.
    std::vector<std::string> wished_languages = {};
    /// What Keep orders have kept.
    std::optional<std::string> kept_language = {};
    std::optional<std::string> kept_settings = {};
    /// "yes" on a shared computer.
    std::optional<std::string> kept_shared = {};
    std::vector<KeptDraft> drafts = {};
    /// Of this tab, before it was loaded again; empty for none.
    std::string used_draft = {};
    /// The browser lets us keep drafts.
    bool keeps_drafts = true;
    bool is_online = true;
    /// A press can open the device's camera.
    bool has_camera = false;
    Instant now = {};
    /// At least 32 random characters of [0-9a-f] for the keys of submissions.
    std::string random_hex = {};
};

// Orders to the shell; it only moves bytes.

/// Answered by App::responded with the same id; a failure to connect or a time-out by status 0.
struct Fetch {
    std::uint64_t id = 0;
    protocol::Request request;
    int timeout_ms = 20'000;
    bool operator==(Fetch const&) const = default;
};
/// Keeps a small text for the next visit under a name ("language", "settings", "shared"); nothing removes it.
struct Keep {
    std::string name;
    std::optional<std::string> text;
    bool operator==(Keep const&) const = default;
};
/// Keeps a draft, sealed, in place of what was kept under its id. With a request, whoever keeps it sends that
/// until it is answered, also when the page is closed. Portal::drafts_refused when it cannot be kept.
struct KeepDraft {
    std::string id;
    std::string text;
    std::optional<protocol::Request> request = {};
    /// Its request has got this; then there is none any more.
    std::optional<protocol::Response> answer = {};
    bool operator==(KeepDraft const&) const = default;
};
struct DropDraft {
    std::string id;
    bool operator==(DropDraft const&) const = default;
};
struct DropAllDrafts {
    bool operator==(DropAllDrafts const&) const = default;
};
/// The draft of this tab from now on, also behind a reload.
struct UseDraft {
    std::string id;
    bool operator==(UseDraft const&) const = default;
};
/// Sends what waits at once. Answered by Portal::drafts_changed.
struct SendWaiting {
    bool operator==(SendWaiting const&) const = default;
};
/// Loads the version of the portal that is ready.
struct TakeVersion {
    bool operator==(TakeVersion const&) const = default;
};
/// Gives the person a file.
struct SaveFile {
    std::string name;
    std::string text;
    bool operator==(SaveFile const&) const = default;
};
struct PrintPage {
    bool operator==(PrintPage const&) const = default;
};
/// Changes the address bar. `push` adds to the history; scrolls to the top.
struct Visit {
    std::string url;
    bool push = true;
    bool operator==(Visit const&) const = default;
};
struct FocusNode {
    std::string id;
    bool operator==(FocusNode const&) const = default;
};
struct Say {
    std::string words;
    bool assertive = false;
    bool operator==(Say const&) const = default;
};
struct CopyText {
    std::string text;
    bool operator==(CopyText const&) const = default;
};
/// Answered by App::language_loaded or App::language_failed.
struct LoadLanguage {
    std::string tag;
    bool operator==(LoadLanguage const&) const = default;
};
/// Call App::woken at this moment, and once only; a later order replaces an earlier one.
struct Wake {
    Instant at;
    bool operator==(Wake const&) const = default;
};

/// Leaves the canvas for the elements alone, or comes back to it where there is one.
struct ShowPlain {
    bool is_plain = false;
    bool operator==(ShowPlain const&) const = default;
};

/// Files are the shell's: it holds what was chosen by the id it has drawn, makes pictures ready, and sends
/// them to the end whatever becomes of this visit; App::file_moved tells of it.
struct SendFile {
    std::string id;
    std::string name;
    bool is_shrunk = true;
    bool keeps_metadata = false;
    /// The version that it is made of and takes the place of; empty when there is none.
    std::string former = {};
    bool operator==(SendFile const&) const = default;
};
struct DropFile {
    std::string id;
    bool operator==(DropFile const&) const = default;
};
/// No longer sent by this visit; another tab may go on with it.
struct LeaveFile {
    std::string id;
    bool operator==(LeaveFile const&) const = default;
};
/// Fetched with these headers and given to the person to save.
struct FetchFile {
    protocol::Request request;
    std::string name;
    bool operator==(FetchFile const&) const = default;
};

using ShellOrder = std::variant<Fetch, Keep, Visit, FocusNode, Say, CopyText, LoadLanguage, Wake, ShowPlain,
                                KeepDraft, DropDraft, DropAllDrafts, UseDraft, SendWaiting, TakeVersion,
                                SaveFile, PrintPage, SendFile, DropFile, LeaveFile, FetchFile>;
using ShellOrders = std::vector<ShellOrder>;

} // namespace huiyin::app
