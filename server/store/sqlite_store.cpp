#include "server/store/sqlite_store.h"

#include "core/protocol/messages.h"
#include "server/store/case_order.h"
#include "server/store/event_rows.h"
#include "server/store/migrations.h"
#include "server/store/sqlite.h"
#include "server/store/sqlite_staff.h"
#include "server/store/upload_rows.h"
#include "server/store/work_list_queries.h"

#include <algorithm>
#include <cstring>

namespace huiyin::server {

namespace {

/// Equal or not in the same time wherever they differ.
bool equal_in_constant_time(std::string_view stored, Digest const& given) {
    static constexpr Digest nothing{};
    bool const has_size = stored.size() == given.size();
    auto const* bytes = has_size ? reinterpret_cast<unsigned char const*>(stored.data()) : nothing.data();
    unsigned difference = has_size ? 0 : 1;
    for (std::size_t index = 0; index < given.size(); ++index)
        difference |= static_cast<unsigned>(bytes[index] ^ given[index]);
    return difference == 0;
}

/// Of a row that begins with whether it is the case that was asked for, and its code.
Result<bool> is_opened_by(Digest const& code, Running& row) {
    bool const is_there = TRY(row.step());
    bool const is_right = equal_in_constant_time(is_there ? row.text(1) : std::string_view(), code);
    return is_right && row.integer(0) == 1;
}

Digest digest_from(std::string_view bytes) {
    Digest digest{};
    std::memcpy(digest.data(), bytes.data(), std::min(bytes.size(), digest.size()));
    return digest;
}

Error damaged(std::string_view what) { return {"store_unavailable", "damaged: " + std::string(what)}; }

/// The statements that reading takes, prepared once.
struct ReadStatements {
    Statement page;
    Statement body_with_code;
    Statement body;
    Statement events;
    /// In the order of ListOf.
    std::array<Statement, 3> list_open;
    std::array<Statement, 3> list_stage;
    Statement used_key;
    Statement due_notices;
    StaffRows staff;
    Statement upload;
    Statement upload_of;
    Statement uploads_in;
    Statement expired_uploads;

    static Result<ReadStatements> prepare(Database& database) {
        ReadStatements made;
        // The case itself or, for an unknown number, the one before it: the same work, with a code that is
        // wrong.
        made.page = TRY(database.prepare("SELECT id = ?1, code, page_until, page_edition, page FROM cases "
                                         "WHERE id <= ?1 ORDER BY id DESC LIMIT 1"));
        made.body_with_code = TRY(database.prepare("SELECT id = ?1, code, body FROM cases "
                                                   "WHERE id <= ?1 ORDER BY id DESC LIMIT 1"));
        made.body = TRY(database.prepare("SELECT body FROM cases WHERE id = ?"));
        made.events = TRY(database.prepare(events_of_a_case));
        for (ListOf const whose : {ListOf::Hotline, ListOf::Unit, ListOf::Interpreters}) {
            auto const place = static_cast<std::size_t>(whose);
            made.list_open[place] = TRY(database.prepare(list_of_open_cases(whose)));
            made.list_stage[place] = TRY(database.prepare(list_of_stage(whose)));
        }
        made.used_key = TRY(database.prepare("SELECT body, receipt, at FROM used_keys WHERE key = ?"));
        made.due_notices =
            TRY(database.prepare("SELECT id, tries, recipient, subject, text, language FROM notices "
                                 "WHERE due_at <= ? ORDER BY due_at, id LIMIT ?"));
        made.staff = TRY(StaffRows::prepare(database));
        made.upload = TRY(database.prepare(uploads_where("name = ?")));
        made.upload_of = TRY(database.prepare(uploads_where("attachment = ?")));
        made.uploads_in = TRY(database.prepare(uploads_where("state = ? ORDER BY expires_at LIMIT ?")));
        made.expired_uploads =
            TRY(database.prepare(uploads_where("expires_at <= ?1 AND (case_id IS NULL OR state = 'waiting') "
                                               "ORDER BY expires_at LIMIT ?2")));
        return made;
    }
};

template <class Base>
class Reading : public Base {
public:
    Reading(Database database, ReadStatements statements)
        : m_database(std::move(database)), m_read(std::move(statements)) {}

    Result<std::optional<Page>> page(CaseNumber const& number, Digest const& code) override {
        Running row = m_read.page.run({case_id(number)});
        // The page is touched only behind this comparison, which an unknown number goes through as well.
        if (!TRY(is_opened_by(code, row))) return std::optional<Page>();
        return std::optional(Page{std::string(row.text(4)), Instant{row.integer(2)}, row.integer(3)});
    }

    Result<std::optional<Case>> opened(CaseNumber const& number, Digest const& code) override {
        Running row = m_read.body_with_code.run({case_id(number)});
        if (!TRY(is_opened_by(code, row))) return std::optional<Case>();
        return std::optional(TRY(case_from(case_id(number), row.text(2))));
    }

    Result<std::optional<Case>> find(CaseNumber const& number) override {
        Running row = m_read.body.run({case_id(number)});
        if (!TRY(row.step())) return std::optional<Case>();
        return std::optional(TRY(case_from(case_id(number), row.text(0))));
    }

    Result<WorkList> work_list(WorkListQuery const& query) override {
        WorkListPlace const after = query.after.value_or(WorkListPlace{Instant{INT64_MIN}, 0});
        auto const one_more = static_cast<std::int64_t>(query.limit) + 1;
        auto const whose = static_cast<std::size_t>(list_of(query));
        Bound const stage = query.stage ? Bound(name_of(*query.stage)) : Bound(std::nullopt);
        Statement& list = (query.stage ? m_read.list_stage : m_read.list_open)[whose];
        if (query.unit)
            return listed(list.run({after.due_at, after.case_id, one_more, stage, query.unit->value}),
                          query.limit);
        return listed(query.stage ? list.run({after.due_at, after.case_id, one_more, stage})
                                  : list.run({after.due_at, after.case_id, one_more}),
                      query.limit);
    }

    Result<std::optional<UsedKey>> used_key(Digest const& key) override {
        Running row = m_read.used_key.run({key});
        if (!TRY(row.step())) return std::optional<UsedKey>();
        return std::optional(
            UsedKey{key, digest_from(row.text(0)), std::string(row.text(1)), Instant{row.integer(2)}});
    }

    Result<std::optional<StaffMember>> staff(std::string_view name) override {
        return m_read.staff.member(name);
    }
    Result<std::vector<StaffMember>> members() override { return m_read.staff.members(); }
    Result<std::optional<SignedIn>> session(Digest const& token) override {
        return m_read.staff.session(token);
    }
    Result<std::vector<Session>> sessions(std::string_view name) override {
        return m_read.staff.sessions(name);
    }

    Result<std::vector<WaitingNotice>> due_notices(Instant now, std::size_t at_most) override {
        Running row = m_read.due_notices.run({now, static_cast<std::int64_t>(at_most)});
        std::vector<WaitingNotice> found;
        while (TRY(row.step())) {
            Notice notice{std::string(row.text(2)), std::string(row.text(3)), std::string(row.text(4)),
                          LanguageTag{std::string(row.text(5))}};
            found.push_back({row.integer(0), std::move(notice), static_cast<int>(row.integer(1))});
        }
        return found;
    }

    Result<std::optional<Upload>> upload(std::string_view name) override {
        return one_upload(m_read.upload.run({name}));
    }

    Result<std::optional<Upload>> upload_of(AttachmentId const& attachment) override {
        return one_upload(m_read.upload_of.run({attachment.value}));
    }

    Result<std::vector<Upload>> uploads_in(AttachmentState state, std::size_t at_most) override {
        return all_uploads(m_read.uploads_in.run({name_of(state), static_cast<std::int64_t>(at_most)}));
    }

    Result<std::vector<Upload>> expired_uploads(Instant now, std::size_t at_most) override {
        return all_uploads(m_read.expired_uploads.run({now, static_cast<std::int64_t>(at_most)}));
    }

    Result<bool> is_empty() override {
        return TRY(m_database.integer("SELECT NOT EXISTS (SELECT 1 FROM cases)")) == 1;
    }

    Result<Done> check() override {
        TRY(is_empty());
        return Done{};
    }

protected:
    Database m_database;

private:
    Result<Case> case_from(std::int64_t id, std::string_view body) {
        auto subject = protocol::read_stored_case(body);
        if (!subject) return Error{"case_unreadable", subject.error().detail};
        subject->events = TRY(events_in(m_read.events.run({id})));
        return subject;
    }

    static ListOf list_of(WorkListQuery const& query) {
        if (query.unit) return ListOf::Unit;
        return query.is_to_translate ? ListOf::Interpreters : ListOf::Hotline;
    }

    static Result<std::optional<Upload>> one_upload(Running row) {
        if (!TRY(row.step())) return std::optional<Upload>();
        return std::optional(TRY(upload_in(row)));
    }

    static Result<std::vector<Upload>> all_uploads(Running row) {
        std::vector<Upload> found;
        while (TRY(row.step()))
            found.push_back(TRY(upload_in(row)));
        return found;
    }

    Result<WorkList> listed(Running row, std::size_t limit) {
        WorkList list;
        std::optional<WorkListPlace> last;
        for (std::size_t rows = 0; TRY(row.step()); ++rows) {
            if (rows == limit) {
                list.next = last;
                break;
            }
            std::int64_t const id = row.integer(0);
            last = WorkListPlace{Instant{row.integer(1)}, id};
            auto subject = case_from(id, row.text(2));
            if (subject)
                list.cases.push_back(std::move(subject).value());
            else if (subject.error().code == "case_unreadable")
                list.unreadable.push_back({"case_unreadable", number_of(id).text()});
            else
                return subject.error();
        }
        return list;
    }

    ReadStatements m_read;
};

using SqliteReader = Reading<CaseReader>;

struct WriteStatements {
    Statement begin;
    Statement commit;
    Statement roll_back;
    Statement last_of_day;
    Statement add_case;
    Statement change_case;
    Statement count_events;
    Statement add_event;
    Statement remember;
    Statement forget;
    Statement post;
    Statement delay_notice;
    Statement forget_notice;
    StaffChanges staff;
    Statement put_upload;
    Statement forget_upload;

    static Result<WriteStatements> prepare(Database& database) {
        WriteStatements made;
        made.begin = TRY(database.prepare("BEGIN IMMEDIATE"));
        made.commit = TRY(database.prepare("COMMIT"));
        made.roll_back = TRY(database.prepare("ROLLBACK"));
        made.last_of_day = TRY(database.prepare("SELECT max(id) FROM cases WHERE id <= ?"));
        made.add_case = TRY(database.prepare(
            "INSERT INTO cases (id, code, stage, due_at, page_until, page_edition, page, body, unit, "
            "needs_interpreter) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        made.change_case =
            TRY(database.prepare("UPDATE cases SET stage = ?, due_at = ?, page_until = ?, "
                                 "page_edition = ?, page = ?, body = ?, unit = ?, needs_interpreter = ? "
                                 "WHERE id = ? RETURNING 1"));
        made.count_events = TRY(database.prepare("SELECT count(*) FROM events WHERE case_id = ?"));
        made.add_event =
            TRY(database.prepare("INSERT INTO events (case_id, position, at, step, actor, stage, text, "
                                 "unit, language, taken_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        made.remember =
            TRY(database.prepare("INSERT INTO used_keys (key, body, at, receipt) VALUES (?, ?, ?, ?)"));
        made.forget = TRY(database.prepare("DELETE FROM used_keys WHERE id IN "
                                           "(SELECT id FROM used_keys ORDER BY id LIMIT ?) AND at < ?"));
        made.post = TRY(database.prepare(
            "INSERT INTO notices (due_at, recipient, subject, text, language) VALUES (?, ?, ?, ?, ?)"));
        made.delay_notice =
            TRY(database.prepare("UPDATE notices SET due_at = ?, tries = tries + 1 WHERE id = ?"));
        made.forget_notice = TRY(database.prepare("DELETE FROM notices WHERE id = ?"));
        made.staff = TRY(StaffChanges::prepare(database));
        made.put_upload = TRY(database.prepare(
            "INSERT OR REPLACE INTO uploads (attachment, name, case_id, title, kind, bytes, state, metadata, "
            "expires_at, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        made.forget_upload = TRY(database.prepare("DELETE FROM uploads WHERE attachment = ?"));
        return made;
    }
};

class SqliteWriter final : public Reading<CaseWriter> {
public:
    SqliteWriter(Database database, ReadStatements read, WriteStatements write)
        : Reading(std::move(database), std::move(read)), m_write(std::move(write)) {}

    Result<Done> begin() override {
        m_numbered_day.reset();
        return m_write.begin.execute();
    }
    Result<Done> commit() override { return m_write.commit.execute(); }
    // Without an open transaction (SQLite may have rolled back by itself) there is nothing to do.
    void roll_back() override { (void)m_write.roll_back.execute(); }
    std::int64_t changes() const override { return m_database.changes(); }

    Result<int> next_sequence(Date day) override {
        if (m_numbered_day != day) {
            Running row = m_write.last_of_day.run({last_case_id(day)});
            TRY(row.step());
            m_last_sequence = sequence_in(row.integer(0), day);
            m_numbered_day = day;
        }
        return m_last_sequence + 1;
    }

    Result<Done> add(NewCase const& made) override {
        Case const& subject = made.subject;
        std::int64_t const id = case_id(subject.number);
        TRY(m_write.add_case.execute({id, made.code, name_of(subject.stage), next_due(subject),
                                      made.page.until, made.page.edition, made.page.json, body_of(subject),
                                      unit_of(subject), subject.needs_interpreter ? 1 : 0}));
        if (m_numbered_day) m_last_sequence = std::max(m_last_sequence, sequence_in(id, *m_numbered_day));
        return add_events(id, subject.events, 0);
    }

    Result<Done> change(Case const& after, Page const& page) override {
        std::int64_t const id = case_id(after.number);
        Running row = m_write.change_case.run({name_of(after.stage), next_due(after), page.until,
                                               page.edition, page.json, body_of(after), unit_of(after),
                                               after.needs_interpreter ? 1 : 0, id});
        if (!TRY(row.step())) return Error{"store_unavailable", "no such case"};
        TRY(row.step());
        return add_events(id, after.events, TRY(stored_events(id)));
    }

    Result<Done> remember(UsedKey const& used) override {
        return m_write.remember.execute({used.key, used.body, used.at, used.receipt});
    }

    Result<Done> forget_keys(Instant before, std::size_t at_most) override {
        return m_write.forget.execute({static_cast<std::int64_t>(at_most), before});
    }

    Result<Done> post(Notice const& notice, Instant at) override {
        return m_write.post.execute({at, notice.to, notice.subject, notice.text, notice.language.value});
    }

    Result<Done> delay_notice(std::int64_t id, Instant until) override {
        return m_write.delay_notice.execute({until, id});
    }

    Result<Done> forget_notice(std::int64_t id) override { return m_write.forget_notice.execute({id}); }

    Result<Done> put_upload(Upload const& upload) override {
        Bound const of_case = upload.case_number ? Bound(case_id(*upload.case_number)) : Bound(std::nullopt);
        Bound const digest = upload.digest ? Bound(*upload.digest) : Bound(std::nullopt);
        return m_write.put_upload.execute({upload.attachment.value, upload.name, of_case, upload.title,
                                           name_of(upload.kind), upload.bytes, name_of(upload.state),
                                           upload.metadata, upload.expires_at, digest});
    }

    Result<Done> forget_upload(AttachmentId const& attachment) override {
        return m_write.forget_upload.execute({attachment.value});
    }

    Result<Done> put_staff(StaffMember const& member) override { return m_write.staff.put(member); }
    Result<Done> begin_session(Digest const& token, std::string_view name, Instant now) override {
        return m_write.staff.begin_session(token, name, now);
    }
    Result<Done> use_session(std::int64_t id, Instant now) override {
        return m_write.staff.use_session(id, now);
    }
    Result<Done> end_session(std::int64_t id) override { return m_write.staff.end_session(id); }
    Result<Done> end_sessions(std::string_view name) override { return m_write.staff.end_sessions(name); }
    Result<Done> forget_sessions(Instant used_before, Instant began_before) override {
        return m_write.staff.forget_sessions(used_before, began_before);
    }

private:
    /// The case without its events, which have a table of their own. Valid until the next call.
    std::string const& body_of(Case const& subject) {
        m_body = protocol::write_stored_case(subject);
        return m_body;
    }

    static Bound unit_of(Case const& subject) {
        return subject.unit ? Bound(subject.unit->value) : Bound(std::nullopt);
    }

    Result<std::size_t> stored_events(std::int64_t id) {
        Running row = m_write.count_events.run({id});
        TRY(row.step());
        return static_cast<std::size_t>(row.integer(0));
    }

    Result<Done> add_events(std::int64_t id, std::vector<Event> const& events, std::size_t from) {
        for (std::size_t index = from; index < events.size(); ++index) {
            Event const& event = events[index];
            Bound const unit = event.unit ? Bound(event.unit->value) : Bound(std::nullopt);
            Bound const language = event.language ? Bound(event.language->value) : Bound(std::nullopt);
            TRY(m_write.add_event.execute({id, static_cast<std::int64_t>(index), event.at,
                                           name_of(event.step), name_of(event.actor), name_of(event.stage),
                                           event.text, unit, language, event.by}));
        }
        return Done{};
    }

    WriteStatements m_write;
    /// The day that this transaction last asked about, and its last case; nobody else adds one meanwhile.
    std::optional<Date> m_numbered_day;
    int m_last_sequence = 0;
    std::string m_body;
};

/// Settings of a connection; that they hold is read back, since SQLite ignores what it cannot do.
Result<Done> set_up(Database& database) {
    TRY(database.execute("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF"));
    if (TRY(database.integer("PRAGMA synchronous")) != 2) return damaged("synchronous is not FULL");
    if (TRY(database.integer("PRAGMA foreign_keys")) != 1) return damaged("foreign_keys is not on");
    if (TRY(database.text("PRAGMA journal_mode")) != "wal") return damaged("journal_mode is not WAL");
    return Done{};
}

Result<Database> connect(std::string const& path, OpenMode mode, std::chrono::milliseconds patience) {
    Database database = TRY(Database::open(path, mode, patience));
    TRY(set_up(database));
    return database;
}

Result<Done> make_ready(std::string const& path, std::chrono::milliseconds patience) {
    Database database = TRY(Database::open(path, OpenMode::ReadWrite, patience));
    // Takes effect in a new database: a case with its page fills half of a page of the usual size.
    TRY(database.execute("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL"));
    TRY(set_up(database));
    return migrate(database);
}

} // namespace

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(std::string path, std::chrono::milliseconds patience) {
    auto const ready = make_ready(path, patience);
    if (!ready) return Error{ready.error().code, path + ": " + ready.error().detail};
    return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(path), patience));
}

Result<Done> SqliteStore::claim(std::int32_t mark) {
    Database database = TRY(connect(m_path, OpenMode::ReadWrite, m_patience));
    std::int64_t const found = TRY(database.integer("PRAGMA application_id"));
    if (found == mark) return Done{};
    if (found != 0)
        return Error{"secret_wrong",
                     "the database " + m_path + " was written with another secret: put that one beside it"};
    return database.execute("PRAGMA application_id = " + std::to_string(mark));
}

Result<Done> SqliteStore::check_clock(Instant now) {
    Database database = TRY(connect(m_path, OpenMode::ReadOnly, m_patience));
    Instant const newest{
        TRY(database.integer("SELECT ifnull((SELECT at FROM used_keys ORDER BY id DESC LIMIT 1), 0)"))};
    if (newest <= now + Duration::hours(1)) return Done{};
    return Error{"clock_behind", "the clock says " + format_rfc3339(now) + ", but a case was received at " +
                                     format_rfc3339(newest) + ": set it right first"};
}

Result<std::unique_ptr<CaseReader>> SqliteStore::reader() {
    Database database = TRY(connect(m_path, OpenMode::ReadOnly, m_patience));
    ReadStatements statements = TRY(ReadStatements::prepare(database));
    return std::unique_ptr<CaseReader>(
        std::make_unique<SqliteReader>(std::move(database), std::move(statements)));
}

Result<std::unique_ptr<CaseWriter>> SqliteStore::writer() {
    Database database = TRY(connect(m_path, OpenMode::ReadWrite, m_patience));
    ReadStatements read = TRY(ReadStatements::prepare(database));
    WriteStatements write = TRY(WriteStatements::prepare(database));
    TRY(database.execute("PRAGMA cache_size = -16000"));
    return std::unique_ptr<CaseWriter>(
        std::make_unique<SqliteWriter>(std::move(database), std::move(read), std::move(write)));
}

} // namespace huiyin::server
