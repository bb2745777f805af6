#pragma once

#include "core/domain/stages.h"
#include "core/protocol/http.h"
#include "server/api/catalog.h"
#include "server/api/demand.h"
#include "server/api/notices.h"
#include "server/api/phone_book.h"
#include "server/api/response.h"
#include "server/api/secret.h"
#include "server/api/wrong_tries.h"
#include "server/files/upload_files.h"
#include "server/store/case_store.h"

#include <functional>
#include <string>
#include <string_view>
#include <variant>

namespace huiyin::server {

using protocol::Request;

/// What a member of the staff did, in words that tell nothing of a citizen.
struct Note {
    /// sign_in, sign_in_refused, sign_out, sessions_ended, password_changed, disabled, step, translation,
    /// not_allowed.
    std::string_view what;
    /// Empty for a name that is none: it might be a password in the wrong field.
    std::string_view by;
    /// The step, or whom it was done to.
    std::string_view detail = {};
};

/// What handlers know besides the store: the city's rules, the secret, the clock, the words.
struct Office {
    City city;
    Calendar const& calendar;
    Secret secret;
    /// Tells the time; tests set it.
    std::function<Instant()> now;
    /// For the log: what failed on our side.
    std::function<void(Error const&)> report;
    /// For the log: who of the staff did what.
    std::function<void(Note const&)> note;
    Catalog catalog;
    PhoneBook phones;
    /// Changes when the rules or the wording of a case's page change.
    std::int64_t edition = 0;
    WrongTries wrong_tries = {};
    /// Files of citizens; nothing where none are taken.
    UploadFiles* files = nullptr;
    /// Where files are looked through for viruses, as scanned() has it; empty for nowhere.
    std::string scanner = {};
    WrongTries begun_uploads = {};
    Demand demand = Demand();
    /// Nothing when nobody carries notices: then none are kept.
    std::optional<Notices> notices = {};

    Rules rules() const { return {city, calendar}; }
};

/// How far somebody reaches among what a route is about.
enum class Reach { Nothing, Everything, OfUnit, ToTranslate, Own };

/// Who came in, and how far they reach; nobody where a route asks for no session.
struct Permit {
    std::optional<SignedIn> staff = {};
    Reach reach = Reach::Nothing;
};

/// One request on its way through a handler.
struct Context {
    Office& office;
    CaseReader& cases;
    /// What stood in the place of `{number}` (or another name), decoded.
    std::string_view number;
    /// What stood in the place of `{id}`, decoded.
    std::string_view id;
    /// Behind the '?', still encoded.
    std::string_view query;
    /// The network address that asked.
    std::string_view caller;
    Permit const& permit;
};

/// An Error means that something of ours failed; what the caller did wrong is a Response.
using Answer = Result<Response>;

/// What a request wants changed, checked as far as that goes without the store. It runs on the writer,
/// inside a transaction; an Error or a Response of 400 and above leaves nothing behind.
struct Change {
    std::function<Answer(CaseWriter&)> run;
    /// Two changes with the same key never wait at once; empty for none.
    std::string exclusive_key = {};
    /// Runs when what was done is durable.
    std::function<void()> then = {};
};

/// Ready at once, or to be done by the writer.
using Prepared = Result<std::variant<Response, Change>>;

/// What is still to be asked of the disk.
struct DiskTask {
    std::function<Answer()> answer;
};
/// Ready at once, or to be answered where one may wait for the disk.
using FromDisk = Result<std::variant<Response, DiskTask>>;

} // namespace huiyin::server
