#include "server/store/memory_store.h"

#include "server/store/case_order.h"

#include <algorithm>

namespace huiyin::server {

struct MemoryStore::Row {
    Case subject;
    Digest code;
    Page page;
};

struct MemoryNotice {
    WaitingNotice waiting;
    Instant due_at;
};

struct MemoryStore::Tables {
    std::map<std::int64_t, std::shared_ptr<Row const>> cases;
    std::map<Digest, UsedKey> used_keys;
    std::map<std::string, StaffMember, std::less<>> staff;
    std::map<Digest, Session> sessions;
    std::int64_t last_session = 0;
    std::map<std::int64_t, MemoryNotice> notices;
    std::int64_t last_notice = 0;
    std::map<AttachmentId, Upload> uploads;
};

namespace {

using Row = MemoryStore::Row;
using Tables = MemoryStore::Tables;

Error missing_transaction() { return {"store_unavailable", "no transaction is open"}; }

WorkListPlace place_of(Case const& subject) { return {next_due(subject), case_id(subject.number)}; }

bool comes_before(WorkListPlace const& left, WorkListPlace const& right) {
    return std::tie(left.due_at, left.case_id) < std::tie(right.due_at, right.case_id);
}

bool is_wanted(Case const& subject, WorkListQuery const& query) {
    bool const fits = query.stage ? subject.stage == *query.stage : is_open(subject.stage);
    bool const is_theirs =
        query.unit ? subject.unit == query.unit : !query.is_to_translate || subject.needs_interpreter;
    return fits && is_theirs && (!query.after || comes_before(*query.after, place_of(subject)));
}

WorkList work_list_of(Tables const& tables, WorkListQuery const& query) {
    WorkList list;
    for (auto const& [id, row] : tables.cases)
        if (is_wanted(row->subject, query)) list.cases.push_back(row->subject);
    std::sort(list.cases.begin(), list.cases.end(), [](Case const& left, Case const& right) {
        return comes_before(place_of(left), place_of(right));
    });
    if (list.cases.size() <= query.limit) return list;
    list.cases.erase(list.cases.begin() + static_cast<std::ptrdiff_t>(query.limit), list.cases.end());
    if (!list.cases.empty()) list.next = place_of(list.cases.back());
    return list;
}

/// Reads a snapshot that `tables()` gives.
template <class Base>
class Reading : public Base {
public:
    Result<std::optional<Page>> page(CaseNumber const& number, Digest const& code) override {
        Row const* row = row_of(number);
        if (!row || row->code != code) return std::optional<Page>();
        return std::optional(row->page);
    }

    Result<std::optional<Case>> opened(CaseNumber const& number, Digest const& code) override {
        Row const* row = row_of(number);
        if (!row || row->code != code) return std::optional<Case>();
        return std::optional(row->subject);
    }

    Result<std::optional<Case>> find(CaseNumber const& number) override {
        Row const* row = row_of(number);
        return row ? std::optional(row->subject) : std::optional<Case>();
    }

    Result<WorkList> work_list(WorkListQuery const& query) override { return work_list_of(*tables(), query); }

    Result<std::optional<UsedKey>> used_key(Digest const& key) override {
        auto const snapshot = tables();
        auto const found = snapshot->used_keys.find(key);
        return found == snapshot->used_keys.end() ? std::optional<UsedKey>() : std::optional(found->second);
    }

    Result<std::optional<StaffMember>> staff(std::string_view name) override {
        auto const snapshot = tables();
        auto const found = snapshot->staff.find(name);
        return found == snapshot->staff.end() ? std::optional<StaffMember>() : std::optional(found->second);
    }

    Result<std::vector<StaffMember>> members() override {
        std::vector<StaffMember> found;
        auto const snapshot = tables();
        for (auto const& [name, member] : snapshot->staff)
            found.push_back(member);
        return found;
    }

    Result<std::optional<SignedIn>> session(Digest const& token) override {
        auto const snapshot = tables();
        auto const found = snapshot->sessions.find(token);
        if (found == snapshot->sessions.end()) return std::optional<SignedIn>();
        return std::optional(SignedIn{found->second, snapshot->staff.find(found->second.name)->second});
    }

    Result<std::vector<Session>> sessions(std::string_view name) override {
        std::vector<Session> found;
        auto const snapshot = tables();
        for (auto const& [token, session] : snapshot->sessions)
            if (session.name == name) found.push_back(session);
        std::sort(found.begin(), found.end(),
                  [](auto const& left, auto const& right) { return left.id < right.id; });
        return found;
    }

    Result<std::vector<WaitingNotice>> due_notices(Instant now, std::size_t at_most) override {
        auto const snapshot = tables();
        std::vector<MemoryNotice const*> due;
        for (auto const& [id, notice] : snapshot->notices)
            if (notice.due_at <= now) due.push_back(&notice);
        std::stable_sort(due.begin(), due.end(),
                         [](auto const* left, auto const* right) { return left->due_at < right->due_at; });
        std::vector<WaitingNotice> found;
        for (std::size_t index = 0; index < std::min(at_most, due.size()); ++index)
            found.push_back(due[index]->waiting);
        return found;
    }

    Result<std::optional<Upload>> upload(std::string_view name) override {
        auto found = uploads_that([&](Upload const& item) { return item.name == name; }, 1);
        return found.empty() ? std::optional<Upload>() : std::optional(std::move(found.front()));
    }

    Result<std::optional<Upload>> upload_of(AttachmentId const& attachment) override {
        auto const snapshot = tables();
        auto const found = snapshot->uploads.find(attachment);
        return found == snapshot->uploads.end() ? std::optional<Upload>() : std::optional(found->second);
    }

    Result<std::vector<Upload>> uploads_in(AttachmentState state, std::size_t at_most) override {
        return uploads_that([&](Upload const& item) { return item.state == state; }, at_most);
    }

    Result<std::vector<Upload>> expired_uploads(Instant now, std::size_t at_most) override {
        return uploads_that(
            [&](Upload const& item) {
                bool const is_settled = item.case_number && item.state != AttachmentState::Waiting;
                return item.expires_at <= now && !is_settled;
            },
            at_most);
    }

    Result<bool> is_empty() override { return tables()->cases.empty(); }
    Result<Done> check() override { return Done{}; }

protected:
    virtual std::shared_ptr<Tables const> tables() = 0;

private:
    /// The oldest first.
    std::vector<Upload> uploads_that(auto const& is_wanted, std::size_t at_most) {
        std::vector<Upload> found;
        for (auto const& [id, upload] : tables()->uploads)
            if (is_wanted(upload)) found.push_back(upload);
        std::stable_sort(found.begin(), found.end(), [](Upload const& left, Upload const& right) {
            return left.expires_at < right.expires_at;
        });
        found.resize(std::min(found.size(), at_most));
        return found;
    }

    /// Valid until the next call.
    Row const* row_of(CaseNumber const& number) {
        m_held = tables();
        auto const found = m_held->cases.find(case_id(number));
        bool const is_it = found != m_held->cases.end() && found->second->subject.number == number;
        return is_it ? found->second.get() : nullptr;
    }

    std::shared_ptr<Tables const> m_held;
};

class MemoryReader final : public Reading<CaseReader> {
public:
    explicit MemoryReader(MemoryStore& store) : m_store(store) {}

protected:
    std::shared_ptr<Tables const> tables() override { return m_store.committed(); }

private:
    MemoryStore& m_store;
};

class MemoryWriter final : public Reading<CaseWriter> {
public:
    explicit MemoryWriter(MemoryStore& store) : m_store(store) {}

    Result<Done> begin() override {
        if (m_working) return Error{"store_unavailable", "a transaction is open already"};
        m_working = std::make_shared<Tables>(*m_store.committed());
        return Done{};
    }

    Result<Done> commit() override {
        if (!m_working) return missing_transaction();
        m_store.publish(std::exchange(m_working, nullptr));
        return Done{};
    }

    void roll_back() override { m_working = nullptr; }

    std::int64_t changes() const override { return m_changes; }

    Result<int> next_sequence(Date day) override {
        auto const held = tables();
        auto const next_day = held->cases.lower_bound(last_case_id(day) + 1);
        if (next_day == held->cases.begin()) return 1;
        return std::max(0, sequence_in(std::prev(next_day)->first, day)) + 1;
    }

    Result<Done> add(NewCase const& made) override {
        if (!m_working) return missing_transaction();
        ++m_changes;
        auto row = std::make_shared<Row const>(Row{made.subject, made.code, made.page});
        bool const is_new = m_working->cases.emplace(case_id(made.subject.number), std::move(row)).second;
        if (!is_new) return Error{"store_unavailable", "the case number is taken"};
        return Done{};
    }

    Result<Done> change(Case const& after, Page const& page) override {
        if (!m_working) return missing_transaction();
        ++m_changes;
        auto const found = m_working->cases.find(case_id(after.number));
        if (found == m_working->cases.end()) return Error{"store_unavailable", "no such case"};
        Row const& before = *found->second;
        Row row{after, before.code, page};
        // As the events that are kept stand, so do they stay.
        row.subject.events = before.subject.events;
        for (std::size_t index = row.subject.events.size(); index < after.events.size(); ++index)
            row.subject.events.push_back(after.events[index]);
        found->second = std::make_shared<Row const>(std::move(row));
        return Done{};
    }

    Result<Done> remember(UsedKey const& used) override {
        if (!m_working) return missing_transaction();
        ++m_changes;
        if (!m_working->used_keys.emplace(used.key, used).second)
            return Error{"store_unavailable", "the key is used"};
        return Done{};
    }

    Result<Done> forget_keys(Instant before, std::size_t at_most) override {
        if (!m_working) return missing_transaction();
        std::vector<UsedKey> old;
        for (auto const& [key, used] : m_working->used_keys)
            if (used.at < before) old.push_back(used);
        std::sort(old.begin(), old.end(),
                  [](auto const& left, auto const& right) { return left.at < right.at; });
        for (std::size_t index = 0; index < std::min(at_most, old.size()); ++index)
            m_working->used_keys.erase(old[index].key);
        return Done{};
    }

    Result<Done> post(Notice const& notice, Instant at) override {
        if (!m_working) return missing_transaction();
        ++m_changes;
        std::int64_t const id = ++m_working->last_notice;
        m_working->notices.emplace(id, MemoryNotice{{id, notice}, at});
        return Done{};
    }

    Result<Done> delay_notice(std::int64_t id, Instant until) override {
        if (!m_working) return missing_transaction();
        ++m_changes;
        auto const found = m_working->notices.find(id);
        if (found == m_working->notices.end()) return Done{};
        found->second.due_at = until;
        ++found->second.waiting.tries;
        return Done{};
    }

    Result<Done> forget_notice(std::int64_t id) override {
        if (!m_working) return missing_transaction();
        ++m_changes;
        m_working->notices.erase(id);
        return Done{};
    }

    Result<Done> put_upload(Upload const& upload) override {
        if (!m_working) return missing_transaction();
        ++m_changes;
        m_working->uploads.insert_or_assign(upload.attachment, upload);
        return Done{};
    }

    Result<Done> forget_upload(AttachmentId const& attachment) override {
        if (!m_working) return missing_transaction();
        ++m_changes;
        m_working->uploads.erase(attachment);
        return Done{};
    }

    Result<Done> put_staff(StaffMember const& member) override {
        if (!m_working) return missing_transaction();
        ++m_changes;
        m_working->staff.insert_or_assign(member.name, member);
        return Done{};
    }

    Result<Done> begin_session(Digest const& token, std::string_view name, Instant now) override {
        if (!m_working) return missing_transaction();
        ++m_changes;
        m_working->sessions.emplace(token, Session{++m_working->last_session, std::string(name), now, now});
        return Done{};
    }

    Result<Done> use_session(std::int64_t id, Instant now) override {
        if (!m_working) return missing_transaction();
        ++m_changes;
        for (auto& [token, session] : m_working->sessions)
            if (session.id == id) session.used_at = now;
        return Done{};
    }

    Result<Done> end_session(std::int64_t id) override {
        return end_those([id](Session const& session) { return session.id == id; });
    }

    Result<Done> end_sessions(std::string_view name) override {
        return end_those([name](Session const& session) { return session.name == name; });
    }

    Result<Done> forget_sessions(Instant used_before, Instant began_before) override {
        return end_those([=](Session const& session) {
            return session.used_at < used_before || session.began_at < began_before;
        });
    }

protected:
    std::shared_ptr<Tables const> tables() override {
        return m_working ? std::shared_ptr<Tables const>(m_working) : m_store.committed();
    }

private:
    Result<Done> end_those(auto const& is_one) {
        if (!m_working) return missing_transaction();
        ++m_changes;
        std::erase_if(m_working->sessions, [&](auto const& entry) { return is_one(entry.second); });
        return Done{};
    }

    MemoryStore& m_store;
    std::shared_ptr<Tables> m_working;
    std::int64_t m_changes = 0;
};

} // namespace

MemoryStore::MemoryStore() : m_committed(std::make_shared<Tables const>()) {}
MemoryStore::~MemoryStore() = default;

Result<std::unique_ptr<CaseReader>> MemoryStore::reader() {
    return std::unique_ptr<CaseReader>(std::make_unique<MemoryReader>(*this));
}

Result<std::unique_ptr<CaseWriter>> MemoryStore::writer() {
    return std::unique_ptr<CaseWriter>(std::make_unique<MemoryWriter>(*this));
}

std::shared_ptr<MemoryStore::Tables const> MemoryStore::committed() const {
    std::lock_guard const lock(m_mutex);
    return m_committed;
}

void MemoryStore::publish(std::shared_ptr<Tables const> tables) {
    std::lock_guard const lock(m_mutex);
    m_committed = std::move(tables);
}

} // namespace huiyin::server
