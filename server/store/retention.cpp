#include "server/store/retention.h"

#include "core/protocol/messages.h"
#include "server/store/case_order.h"
#include "server/store/sqlite.h"

#include <algorithm>

namespace huiyin::server {

namespace {

enum class Reason { Age, Request };

constexpr std::int64_t most_at_once = 200;

/// Whose ends lie before a moment: the parameters are the stage, the moment, behind which case, and how many.
std::string ended_before(Erasure erasure) {
    std::string const has_contact =
        "AND json_valid(body) AND json_extract(body, '$.submission.contact') IS NOT NULL ";
    return "SELECT id FROM cases WHERE stage = ?1 "
           "AND (SELECT max(at) FROM events WHERE case_id = cases.id) < ?2 " +
           (erasure == Erasure::Contact ? has_contact : std::string()) + "AND id > ?3 ORDER BY id LIMIT ?4";
}

class Eraser {
public:
    explicit Eraser(Database database) : m_database(std::move(database)) {}

    Result<Done> begin() {
        // What is freed is overwritten.
        TRY(m_database.execute(
            "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON"));
        return m_database.execute("BEGIN IMMEDIATE");
    }

    Result<bool> has(std::int64_t id) {
        Statement found = TRY(m_database.prepare("SELECT 1 FROM cases WHERE id = ?"));
        return found.run({id}).step();
    }

    /// Its number would be given to the next.
    Result<bool> is_newest(std::int64_t id) {
        Statement found = TRY(m_database.prepare("SELECT 1 FROM cases WHERE id > ?"));
        return !TRY(found.run({id}).step());
    }

    Result<std::vector<std::int64_t>> ended(Stage stage, Instant before, Erasure erasure,
                                            std::int64_t after) {
        Statement list = TRY(m_database.prepare(ended_before(erasure)));
        Running row = list.run({name_of(stage), before, after, most_at_once});
        std::vector<std::int64_t> ids;
        while (TRY(row.step()))
            ids.push_back(row.integer(0));
        return ids;
    }

    /// It was found before the transaction began. A damaged one stays, for `huiyin check` to name.
    Result<bool> is_still_ended(std::int64_t id, Stage stage) {
        Statement select = TRY(m_database.prepare("SELECT body FROM cases WHERE id = ? AND stage = ?"));
        Running row = select.run({id, name_of(stage)});
        return TRY(row.step()) && protocol::read_stored_case(row.text(0)).is_ok();
    }

    Result<Done> erase(std::vector<std::int64_t> const& ids, Erasure erasure, Reason reason, Instant now) {
        for (std::int64_t const id : ids) {
            TRY(run("INSERT INTO erasing (case_id, number) VALUES (?, ?)", {id, number_of(id).text()}));
            TRY(erasure == Erasure::Contact ? take_contact_out(id) : take_all_out(id));
        }
        TRY(run(
            "DELETE FROM used_keys WHERE json_extract(receipt, '$.number') IN (SELECT number FROM erasing)"));
        TRY(run("DELETE FROM notices WHERE EXISTS "
                "(SELECT 1 FROM erasing WHERE instr(subject || text, erasing.number) > 0)"));
        TRY(run("DELETE FROM erasing"));
        std::string_view const what = erasure == Erasure::Contact ? "contact" : "case";
        std::string_view const why = reason == Reason::Age ? "age" : "request";
        return run("INSERT INTO erasures (at, what, why, cases) VALUES (?, ?, ?, ?)",
                   {now, what, why, static_cast<std::int64_t>(ids.size())});
    }

    Result<Done> commit() {
        TRY(m_database.execute("COMMIT"));
        // The log keeps what was until it is begun anew; when somebody reads meanwhile, the next one does it.
        (void)m_database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return Done{};
    }

private:
    Result<Done> run(std::string_view sql, std::initializer_list<Bound> values = {}) {
        Statement statement = TRY(m_database.prepare(sql));
        return statement.execute(values);
    }

    /// From then on the case is an anonymous one.
    Result<Done> take_contact_out(std::int64_t id) {
        Statement select = TRY(m_database.prepare("SELECT body FROM cases WHERE id = ?"));
        std::string body;
        {
            Running row = select.run({id});
            TRY(row.step());
            body = row.text(0);
        }
        auto subject = protocol::read_stored_case(body);
        if (!subject) return Error{"case_unreadable", number_of(id).text()};
        subject->submission.contact.reset();
        subject->submission.visibility = Visibility::Anonymous;
        return run("UPDATE cases SET body = ? WHERE id = ?", {protocol::write_stored_case(*subject), id});
    }

    Result<Done> take_all_out(std::int64_t id) {
        TRY(run("DELETE FROM events WHERE case_id = ?", {id}));
        TRY(run("UPDATE uploads SET case_id = NULL, expires_at = 0 WHERE case_id = ?", {id}));
        return run("DELETE FROM cases WHERE id = ?", {id});
    }

    Database m_database;
};

/// Looks for them without keeping writers out, and takes them out in one transaction. How many those were.
Result<std::int64_t> erase_some(SqliteStore& store, Stage stage, Erasure erasure, Instant before, Instant now,
                                std::int64_t& behind) {
    Eraser eraser(TRY(Database::open(store.path(), OpenMode::ReadWrite)));
    auto const found = TRY(eraser.ended(stage, before, erasure, behind));
    if (found.empty()) return std::int64_t{-1};
    behind = found.back();
    TRY(eraser.begin());
    std::vector<std::int64_t> ids;
    for (std::int64_t const id : found)
        if (TRY(eraser.is_still_ended(id, stage))) ids.push_back(id);
    if (ids.empty()) return std::int64_t{0};
    TRY(eraser.erase(ids, erasure, Reason::Age, now));
    TRY(eraser.commit());
    return static_cast<std::int64_t>(ids.size());
}

Result<std::int64_t> erase_all(SqliteStore& store, Stage stage, Erasure erasure, int days, Instant now) {
    std::int64_t erased = 0;
    std::int64_t behind = 0;
    Instant const before = now - Duration::days(days);
    for (std::int64_t some = 0; days != 0 && some >= 0;) {
        some = TRY(erase_some(store, stage, erasure, before, now, behind));
        erased += std::max<std::int64_t>(some, 0);
    }
    return erased;
}

} // namespace

Result<bool> erase(SqliteStore& store, CaseNumber const& number, Erasure erasure, Instant now) {
    Eraser eraser(TRY(Database::open(store.path(), OpenMode::ReadWrite)));
    TRY(eraser.begin());
    if (!TRY(eraser.has(case_id(number)))) return false;
    if (erasure == Erasure::Case && TRY(eraser.is_newest(case_id(number))))
        return Error{"case_newest",
                     "The newest case stays until another has come: its number would be used again."};
    TRY(eraser.erase({case_id(number)}, erasure, Reason::Request, now));
    TRY(eraser.commit());
    return true;
}

std::vector<Retention> for_every_end(int contact_days, int case_days) {
    std::vector<Retention> rules;
    for (Stage const stage : {Stage::Closed, Stage::Withdrawn, Stage::Merged})
        rules.push_back({stage, contact_days, case_days});
    return rules;
}

Result<Erased> erase_aged(SqliteStore& store, std::vector<Retention> const& rules, Instant now) {
    Erased erased;
    for (Retention const& rule : rules) {
        erased.cases += TRY(erase_all(store, rule.stage, Erasure::Case, rule.case_days, now));
        erased.contacts += TRY(erase_all(store, rule.stage, Erasure::Contact, rule.contact_days, now));
    }
    return erased;
}

} // namespace huiyin::server
