#include "server/store/examination.h"

#include "core/domain/invariants.h"
#include "core/protocol/messages.h"
#include "server/store/case_order.h"
#include "server/store/event_rows.h"
#include "server/store/sqlite.h"
#include "server/store/upload_rows.h"

namespace huiyin::server {

namespace {

std::string case_with(std::int64_t id) { return "case " + number_of(id).text(); }

class Examiner {
public:
    explicit Examiner(Database database) : m_database(std::move(database)) {}

    Result<Examination> run() {
        // One moment of the database, however long it takes.
        TRY(m_database.execute("BEGIN"));
        auto const looked = look_at_everything();
        // Of a damaged file what was found until then is worth more than that the rest cannot be read.
        if (!looked && m_found.faults.empty()) return looked.error();
        if (!looked) fault("database", looked.error().detail);
        m_found.is_whole = looked.is_ok();
        return std::move(m_found);
    }

private:
    void fault(std::string where, std::string_view what) {
        m_found.faults.push_back(std::move(where.append(": ").append(what)));
    }

    Result<Done> look_at_everything() {
        TRY(look_at_the_file());
        TRY(look_at_references());
        TRY(look_at_cases());
        TRY(look_at_positions());
        TRY(look_at_keys());
        TRY(look_at_uploads());
        m_found.events = TRY(m_database.integer("SELECT count(*) FROM events"));
        return Done{};
    }

    Result<Done> look_at_the_file() {
        Statement integrity = TRY(m_database.prepare("PRAGMA integrity_check"));
        Running sound = integrity.run();
        while (TRY(sound.step()))
            if (sound.text(0) != "ok") fault("database", sound.text(0));
        return Done{};
    }

    Result<Done> look_at_references() {
        Statement references = TRY(m_database.prepare("PRAGMA foreign_key_check"));
        Running pointing = references.run();
        while (TRY(pointing.step()))
            fault("database", "a row of " + std::string(pointing.text(0)) + " points nowhere");
        return Done{};
    }

    Result<Done> look_at_cases() {
        Statement all = TRY(m_database.prepare(
            "SELECT id, stage, due_at, body, unit, needs_interpreter FROM cases ORDER BY id"));
        Statement events = TRY(m_database.prepare(events_of_a_case));
        Running row = all.run();
        while (TRY(row.step())) {
            ++m_found.cases;
            auto subject = protocol::read_stored_case(row.text(3));
            auto happened = events_in(events.run({row.integer(0)}));
            if (!subject || !happened || case_id(subject->number) != row.integer(0)) {
                fault(case_with(row.integer(0)), "it cannot be read");
                continue;
            }
            subject->events = std::move(happened).value();
            look_at(*subject, row);
        }
        return Done{};
    }

    void look_at(Case const& subject, Running const& row) {
        std::string const where = "case " + subject.number.text();
        for (std::string_view const broken : broken_invariants(subject))
            fault(where, broken);
        if (row.text(1) != name_of(subject.stage)) fault(where, "the lists have it in another stage");
        if (row.integer(2) != next_due(subject).unix_ms)
            fault(where, "the lists have it with another due time");
        if (row.text(4) != subject.unit.value_or(UnitName{}).value)
            fault(where, "the lists have it with another unit");
        if ((row.integer(5) == 1) != subject.needs_interpreter)
            fault(where, "the interpreters' list has it wrong");
    }

    Result<Done> look_at_positions() {
        Statement gaps =
            TRY(m_database.prepare("SELECT case_id FROM events GROUP BY case_id "
                                   "HAVING min(position) <> 0 OR max(position) <> count(*) - 1"));
        Running row = gaps.run();
        while (TRY(row.step()))
            fault(case_with(row.integer(0)), "an event is missing");
        return Done{};
    }

    Result<Done> look_at_keys() {
        Statement all = TRY(m_database.prepare("SELECT id, receipt FROM used_keys"));
        Statement cases = TRY(m_database.prepare("SELECT 1 FROM cases WHERE id = ?"));
        Running row = all.run();
        while (TRY(row.step())) {
            ++m_found.used_keys;
            auto const receipt = protocol::read_receipt(row.text(1));
            bool const has_case = receipt && TRY(cases.run({case_id(receipt->number)}).step());
            if (!has_case) fault("used key " + std::to_string(row.integer(0)), "its receipt is for no case");
        }
        return Done{};
    }

    /// What cases list and what there is of it say the same.
    Result<Done> look_at_uploads() {
        Statement all = TRY(m_database.prepare(uploads_where("")));
        Statement body = TRY(m_database.prepare("SELECT body FROM cases WHERE id = ?"));
        Running row = all.run();
        while (TRY(row.step())) {
            m_found.upload_names.emplace_back(row.text(1));
            auto const upload = upload_in(row);
            if (!upload) {
                fault("upload " + std::string(row.text(0)), "it cannot be read");
                continue;
            }
            bool const is_here =
                upload->state == AttachmentState::Stored || upload->state == AttachmentState::Checking;
            if (is_here) m_found.stored_uploads.push_back(*upload);
            if (upload->case_number && !TRY(is_listed(body, *upload)))
                fault("case " + upload->case_number->text(), "its list of attachments says something else");
        }
        return Done{};
    }

    static Result<bool> is_listed(Statement& body, Upload const& upload) {
        Running row = body.run({case_id(*upload.case_number)});
        if (!TRY(row.step())) return false;
        auto const subject = protocol::read_stored_case(row.text(0));
        auto const* attachment =
            subject ? find_attachment(subject->submission.attachments, upload.attachment) : nullptr;
        return attachment && attachment->state == upload.state;
    }

    Database m_database;
    Examination m_found;
};

} // namespace

Result<Examination> examine(SqliteStore& store) {
    Database database = TRY(Database::open(store.path(), OpenMode::ReadOnly));
    return Examiner(std::move(database)).run();
}

} // namespace huiyin::server
