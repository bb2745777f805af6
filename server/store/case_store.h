#pragma once

#include "core/base/result.h"
#include "core/domain/case.h"
#include "server/store/staff.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace huiyin::server {

/// A keyed hash; what it was made from cannot be had back from the store.
using Digest = std::array<unsigned char, 32>;

/// What the citizen is shown of a case, written when the case moves so that reading it costs one look-up.
struct Page {
    std::string json;
    /// From this moment on the page says something else (a clock runs out, a period ends).
    Instant until;
    /// Which rules and which program wrote it; a page of another edition is not shown.
    std::int64_t edition = 0;

    bool operator==(Page const&) const = default;
};

struct NewCase {
    Case subject;
    /// Of the access code.
    Digest code;
    Page page;
};

/// An idempotency key that was used, and what it was answered with (without the access code).
struct UsedKey {
    Digest key;
    Digest body;
    std::string receipt;
    Instant at;

    bool operator==(UsedKey const&) const = default;
};

/// An e-mail that tells a citizen where their case is. The access code is never in it.
struct Notice {
    std::string to;
    std::string subject;
    std::string text;
    LanguageTag language;

    bool operator==(Notice const&) const = default;
};

/// A notice that nobody has taken yet.
struct WaitingNotice {
    std::int64_t id = 0;
    Notice notice;
    /// How often it was tried in vain.
    int tries = 0;

    bool operator==(WaitingNotice const&) const = default;
};

/// A file of a citizen's on its way here, or here.
struct Upload {
    AttachmentId attachment;
    /// Generated; the file's name on the disk, and the last part of the upload's address.
    std::string name = {};
    /// The case that lists the attachment, once there is one.
    std::optional<CaseNumber> case_number = {};
    /// As its owner called it.
    std::string title = {};
    FileKind kind = FileKind::Jpeg;
    std::int64_t bytes = 0;
    AttachmentState state = AttachmentState::Waiting;
    /// Upload-Metadata as the client sent it.
    std::string metadata = {};
    /// When what is not whole or belongs to no case is forgotten.
    Instant expires_at = {};
    /// SHA-256 of the whole file.
    std::optional<Digest> digest = {};

    bool operator==(Upload const&) const = default;
};

/// Where a work list goes on: behind this row of the order "oldest due first".
struct WorkListPlace {
    Instant due_at;
    std::int64_t case_id = 0;

    bool operator==(WorkListPlace const&) const = default;
};

struct WorkListQuery {
    /// Without one: every case that is not at its end.
    std::optional<Stage> stage = {};
    std::optional<WorkListPlace> after = {};
    std::size_t limit = 50;
    /// Only those of one unit.
    std::optional<UnitName> unit = {};
    /// Only those that need an interpreter; such a list is not a unit's.
    bool is_to_translate = false;
};

struct WorkList {
    std::vector<Case> cases;
    /// Nothing when the list is at its end.
    std::optional<WorkListPlace> next;
    /// What stands in the place of cases that cannot be read.
    std::vector<Error> unreadable = {};
};

/// Reads what is committed; one for each thread. Every error has the code "store_unavailable", or
/// "case_unreadable" for a case that is damaged.
class CaseReader {
public:
    virtual ~CaseReader() = default;

    /// Nothing alike for an unknown number and for a wrong code, with the same work.
    virtual Result<std::optional<Page>> page(CaseNumber const& number, Digest const& code) = 0;
    virtual Result<std::optional<Case>> opened(CaseNumber const& number, Digest const& code) = 0;

    virtual Result<std::optional<Case>> find(CaseNumber const& number) = 0;
    virtual Result<WorkList> work_list(WorkListQuery const& query) = 0;
    virtual Result<std::optional<UsedKey>> used_key(Digest const& key) = 0;
    virtual Result<std::optional<StaffMember>> staff(std::string_view name) = 0;
    /// By their names.
    virtual Result<std::vector<StaffMember>> members() = 0;
    /// By the hash of its token.
    virtual Result<std::optional<SignedIn>> session(Digest const& token) = 0;
    /// The oldest first.
    virtual Result<std::vector<Session>> sessions(std::string_view name) = 0;
    /// Whose time has come, those that have waited longest first.
    virtual Result<std::vector<WaitingNotice>> due_notices(Instant now, std::size_t at_most) = 0;
    virtual Result<std::optional<Upload>> upload(std::string_view name) = 0;
    virtual Result<std::optional<Upload>> upload_of(AttachmentId const& attachment) = 0;
    /// Those in a state, the oldest first.
    virtual Result<std::vector<Upload>> uploads_in(AttachmentState state, std::size_t at_most) = 0;
    /// Whose time is over: not whole, or of no case.
    virtual Result<std::vector<Upload>> expired_uploads(Instant now, std::size_t at_most) = 0;
    virtual Result<bool> is_empty() = 0;
    /// That the store answers.
    virtual Result<Done> check() = 0;
};

/// Reads and writes inside one transaction at a time; a store has one writer at work.
class CaseWriter : public CaseReader {
public:
    virtual Result<Done> begin() = 0;
    /// Durable when it returns.
    virtual Result<Done> commit() = 0;
    virtual void roll_back() = 0;

    /// Grows with whatever is written.
    virtual std::int64_t changes() const = 0;

    /// One more than the last case of the local day has; the first is 1.
    virtual Result<int> next_sequence(Date day) = 0;
    virtual Result<Done> add(NewCase const& made) = 0;
    /// Appends the events that are new and replaces the rest of the case.
    virtual Result<Done> change(Case const& after, Page const& page) = 0;
    virtual Result<Done> remember(UsedKey const& used) = 0;
    /// Forgets some of the keys used before a moment, the oldest first; cheap when there are none.
    virtual Result<Done> forget_keys(Instant before, std::size_t at_most) = 0;
    virtual Result<Done> post(Notice const& notice, Instant at) = 0;
    /// It was tried in vain, and is to be tried again.
    virtual Result<Done> delay_notice(std::int64_t id, Instant until) = 0;
    virtual Result<Done> forget_notice(std::int64_t id) = 0;
    /// Replaces what there is of the attachment.
    virtual Result<Done> put_upload(Upload const& upload) = 0;
    virtual Result<Done> forget_upload(AttachmentId const& attachment) = 0;
    /// Replaces all of one who is there already.
    virtual Result<Done> put_staff(StaffMember const& member) = 0;
    virtual Result<Done> begin_session(Digest const& token, std::string_view name, Instant now) = 0;
    virtual Result<Done> use_session(std::int64_t id, Instant now) = 0;
    virtual Result<Done> end_session(std::int64_t id) = 0;
    virtual Result<Done> end_sessions(std::string_view name) = 0;
    virtual Result<Done> forget_sessions(Instant used_before, Instant began_before) = 0;
};

/// Where cases are kept: in memory or in SQLite, with one contract.
class CaseStore {
public:
    virtual ~CaseStore() = default;
    virtual Result<std::unique_ptr<CaseReader>> reader() = 0;
    virtual Result<std::unique_ptr<CaseWriter>> writer() = 0;
};

} // namespace huiyin::server
