#include "server/store/retention.h"

#include "core/protocol/messages.h"
#include "server/store/case_order.h"
#include "server/store/sqlite.h"

#include <algorithm>
#include <set>

namespace huiyin::server {

namespace {

enum class Reason { Age, Request };

constexpr std::int64_t most_at_once = 200;
constexpr std::int64_t keys_in_a_slice = 10'000;
constexpr std::string_view a_slice_of_keys =
    "SELECT id, iif(json_valid(receipt), json_extract(receipt, '$.number'), '') FROM used_keys "
    "WHERE id > ? ORDER BY id LIMIT ?";

/// A case that something is taken out of; of one that is deleted, what it says need not be known.
struct Doomed {
    std::int64_t id = 0;
    std::optional<Case> subject;
};

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

    /// Also in the transaction that takes it out: somebody may have written to it since it was found.
    Result<bool> is_ended(std::int64_t id, Stage stage, Instant before) {
        Statement found =
            TRY(m_database.prepare("SELECT 1 FROM cases WHERE id = ?1 AND stage = ?2 "
                                   "AND (SELECT max(at) FROM events WHERE case_id = cases.id) < ?3"));
        return found.run({id, name_of(stage), before}).step();
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

    /// Without its events. Errors: store_unavailable, case_unreadable.
    Result<std::optional<Case>> find(std::int64_t id) {
        Statement select = TRY(m_database.prepare("SELECT body FROM cases WHERE id = ?"));
        Running row = select.run({id});
        if (!TRY(row.step())) return std::optional<Case>();
        auto subject = protocol::read_stored_case(row.text(0));
        if (!subject) return Error{"case_unreadable", number_of(id).text()};
        return std::optional(std::move(subject).value());
    }

    /// The idempotency keys of these cases. Looked for before the transaction, a slice at a time: nobody
    /// waits for the walk, and no long look keeps the log from being begun anew.
    Result<std::vector<std::int64_t>> keys_of(std::vector<std::int64_t> const& cases) {
        std::set<std::string, std::less<>> numbers;
        for (std::int64_t const id : cases)
            numbers.insert(number_of(id).text());
        Statement slice = TRY(m_database.prepare(a_slice_of_keys));
        std::vector<std::int64_t> keys;
        std::int64_t behind = 0;
        for (std::int64_t rows = keys_in_a_slice; rows == keys_in_a_slice;) {
            Running row = slice.run({behind, keys_in_a_slice});
            for (rows = 0; TRY(row.step()); ++rows) {
                behind = row.integer(0);
                if (numbers.contains(row.text(1))) keys.push_back(behind);
            }
        }
        return keys;
    }

    Result<Done> erase(std::vector<Doomed> doomed, std::vector<std::int64_t> const& keys, Reason reason,
                       Erasure erasure, Instant now) {
        for (auto& [id, subject] : doomed) {
            TRY(run("INSERT INTO erasing (case_id, number) VALUES (?, ?)", {id, number_of(id).text()}));
            TRY(erasure == Erasure::Contact ? take_contact_out(id, *std::move(subject)) : take_all_out(id));
        }
        TRY(forget(keys));
        TRY(run("DELETE FROM notices WHERE EXISTS "
                "(SELECT 1 FROM erasing WHERE instr(subject || text, erasing.number) > 0)"));
        TRY(run("DELETE FROM erasing"));
        std::string_view const what = erasure == Erasure::Contact ? "contact" : "case";
        std::string_view const why = reason == Reason::Age ? "age" : "request";
        return run("INSERT INTO erasures (at, what, why, cases) VALUES (?, ?, ?, ?)",
                   {now, what, why, static_cast<std::int64_t>(doomed.size())});
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

    /// A key that has taken another's row meanwhile stays.
    Result<Done> forget(std::vector<std::int64_t> const& keys) {
        Statement one = TRY(m_database.prepare(
            "DELETE FROM used_keys "
            "WHERE id = ? AND json_extract(receipt, '$.number') IN (SELECT number FROM erasing)"));
        for (std::int64_t const id : keys)
            TRY(one.execute({id}));
        return Done{};
    }

    /// From then on the case is an anonymous one.
    Result<Done> take_contact_out(std::int64_t id, Case subject) {
        subject.submission.contact.reset();
        subject.submission.visibility = Visibility::Anonymous;
        return run("UPDATE cases SET body = ? WHERE id = ?", {protocol::write_stored_case(subject), id});
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
                                std::int64_t& behind, Meanwhile const& meanwhile) {
    Eraser eraser(TRY(Database::open(store.path(), OpenMode::ReadWrite)));
    auto const found = TRY(eraser.ended(stage, before, erasure, behind));
    if (found.empty()) return std::int64_t{-1};
    behind = found.back();
    meanwhile();
    auto const keys = TRY(eraser.keys_of(found));
    TRY(eraser.begin());
    std::vector<Doomed> doomed;
    for (std::int64_t const id : found) {
        if (!TRY(eraser.is_ended(id, stage, before))) continue;
        auto subject = eraser.find(id);
        // A damaged one stays, for `huiyin check` to name.
        if (!subject && subject.error().code == "case_unreadable") continue;
        if (!subject) return subject.error();
        doomed.push_back({id, std::move(subject).value()});
    }
    if (doomed.empty()) return std::int64_t{0};
    auto const count = static_cast<std::int64_t>(doomed.size());
    TRY(eraser.erase(std::move(doomed), keys, Reason::Age, erasure, now));
    TRY(eraser.commit());
    return count;
}

Result<std::int64_t> erase_all(SqliteStore& store, Stage stage, Erasure erasure, int days, Instant now,
                               Meanwhile const& meanwhile) {
    std::int64_t erased = 0;
    std::int64_t behind = 0;
    Instant const before = now - Duration::days(days);
    for (std::int64_t some = 0; days != 0 && some >= 0;) {
        some = TRY(erase_some(store, stage, erasure, before, now, behind, meanwhile));
        erased += std::max<std::int64_t>(some, 0);
    }
    return erased;
}

} // namespace

Result<bool> erase(SqliteStore& store, CaseNumber const& number, Erasure erasure, Instant now) {
    Eraser eraser(TRY(Database::open(store.path(), OpenMode::ReadWrite)));
    std::int64_t const id = case_id(number);
    auto const keys = TRY(eraser.keys_of({id}));
    TRY(eraser.begin());
    if (!TRY(eraser.has(id))) return false;
    if (erasure == Erasure::Case && TRY(eraser.is_newest(id)))
        return Error{"case_newest",
                     "The newest case stays until another has come: its number would be used again."};
    // One that cannot be read can still be deleted.
    auto subject = erasure == Erasure::Contact ? TRY(eraser.find(id)) : std::nullopt;
    TRY(eraser.erase({{id, std::move(subject)}}, keys, Reason::Request, erasure, now));
    TRY(eraser.commit());
    return true;
}

std::vector<Retention> for_every_end(int contact_days, int case_days) {
    std::vector<Retention> rules;
    for (Stage const stage : {Stage::Closed, Stage::Withdrawn, Stage::Merged})
        rules.push_back({stage, contact_days, case_days});
    return rules;
}

Result<Erased> erase_aged(SqliteStore& store, std::vector<Retention> const& rules, Instant now,
                          Meanwhile const& meanwhile) {
    Erased erased;
    for (Retention const& rule : rules) {
        erased.cases += TRY(erase_all(store, rule.stage, Erasure::Case, rule.case_days, now, meanwhile));
        erased.contacts +=
            TRY(erase_all(store, rule.stage, Erasure::Contact, rule.contact_days, now, meanwhile));
    }
    return erased;
}

} // namespace huiyin::server
