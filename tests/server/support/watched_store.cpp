#include "tests/server/support/watched_store.h"

namespace huiyin::server::tests {

namespace {

/// Passes everything on.
template <class Base>
class Passing : public Base {
public:
    explicit Passing(std::unique_ptr<Base> inner) : m_inner(std::move(inner)) {}

    Result<std::optional<Page>> page(CaseNumber const& number, Digest const& code) override {
        return m_inner->page(number, code);
    }
    Result<std::optional<Case>> opened(CaseNumber const& number, Digest const& code) override {
        return m_inner->opened(number, code);
    }
    Result<std::optional<Case>> find(CaseNumber const& number) override { return m_inner->find(number); }
    Result<WorkList> work_list(WorkListQuery const& query) override { return m_inner->work_list(query); }
    Result<std::optional<UsedKey>> used_key(Digest const& key) override { return m_inner->used_key(key); }
    Result<std::optional<StaffMember>> staff(std::string_view name) override { return m_inner->staff(name); }
    Result<std::vector<StaffMember>> members() override { return m_inner->members(); }
    Result<std::optional<SignedIn>> session(Digest const& token) override { return m_inner->session(token); }
    Result<std::vector<Session>> sessions(std::string_view name) override { return m_inner->sessions(name); }
    Result<std::vector<WaitingNotice>> due_notices(Instant now, std::size_t at_most) override {
        return m_inner->due_notices(now, at_most);
    }
    Result<std::optional<Upload>> upload(std::string_view name) override { return m_inner->upload(name); }
    Result<std::optional<Upload>> upload_of(AttachmentId const& attachment) override {
        return m_inner->upload_of(attachment);
    }
    Result<std::vector<Upload>> uploads_in(AttachmentState state, std::size_t at_most) override {
        return m_inner->uploads_in(state, at_most);
    }
    Result<std::vector<Upload>> expired_uploads(Instant now, std::size_t at_most) override {
        return m_inner->expired_uploads(now, at_most);
    }
    Result<bool> is_empty() override { return m_inner->is_empty(); }
    Result<Done> check() override { return m_inner->check(); }

protected:
    std::unique_ptr<Base> m_inner;
};

} // namespace

class WatchedStore::Reader final : public Passing<CaseReader> {
public:
    Reader(WatchedStore& store, std::unique_ptr<CaseReader> inner)
        : Passing(std::move(inner)), m_store(store) {}

    Result<std::optional<Page>> page(CaseNumber const& number, Digest const& code) override {
        ++m_store.m_reads;
        return Passing::page(number, code);
    }
    Result<std::optional<Case>> opened(CaseNumber const& number, Digest const& code) override {
        ++m_store.m_reads;
        return Passing::opened(number, code);
    }

private:
    WatchedStore& m_store;
};

class WatchedStore::Writer final : public Passing<CaseWriter> {
public:
    Writer(WatchedStore& store, std::unique_ptr<CaseWriter> inner)
        : Passing(std::move(inner)), m_store(store) {}

    Result<Done> begin() override { return m_inner->begin(); }

    Result<Done> commit() override {
        {
            std::unique_lock lock(m_store.m_mutex);
            m_store.m_is_held = true;
            m_store.m_changed.notify_all();
            m_store.m_changed.wait(lock, [this] { return !m_store.m_is_holding; });
            m_store.m_is_held = false;
        }
        if (m_store.m_fails_commits) return Error{"store_unavailable", "the disk is full"};
        ++m_store.m_commits;
        return m_inner->commit();
    }

    Result<Done> remember(UsedKey const& used) override {
        bool const fails_now =
            m_store.m_remembers_before_failing >= 0 && m_store.m_remembers_before_failing-- == 0;
        if (fails_now) m_store.m_failing_key = used.key;
        if (m_store.m_failing_key == used.key) return Error{"store_unavailable", "out of luck"};
        return m_inner->remember(used);
    }

    void roll_back() override { m_inner->roll_back(); }
    std::int64_t changes() const override { return m_inner->changes(); }
    Result<int> next_sequence(Date day) override { return m_inner->next_sequence(day); }
    Result<Done> add(NewCase const& made) override { return m_inner->add(made); }
    Result<Done> change(Case const& after, Page const& page) override { return m_inner->change(after, page); }
    Result<Done> forget_keys(Instant before, std::size_t at_most) override {
        return m_inner->forget_keys(before, at_most);
    }
    Result<Done> post(Notice const& notice, Instant at) override { return m_inner->post(notice, at); }
    Result<Done> delay_notice(std::int64_t id, Instant until) override {
        return m_inner->delay_notice(id, until);
    }
    Result<Done> forget_notice(std::int64_t id) override { return m_inner->forget_notice(id); }
    Result<Done> put_upload(Upload const& upload) override { return m_inner->put_upload(upload); }
    Result<Done> forget_upload(AttachmentId const& attachment) override {
        return m_inner->forget_upload(attachment);
    }
    Result<Done> put_staff(StaffMember const& member) override { return m_inner->put_staff(member); }
    Result<Done> begin_session(Digest const& token, std::string_view name, Instant now) override {
        return m_inner->begin_session(token, name, now);
    }
    Result<Done> use_session(std::int64_t id, Instant now) override { return m_inner->use_session(id, now); }
    Result<Done> end_session(std::int64_t id) override { return m_inner->end_session(id); }
    Result<Done> end_sessions(std::string_view name) override { return m_inner->end_sessions(name); }
    Result<Done> forget_sessions(Instant used_before, Instant began_before) override {
        return m_inner->forget_sessions(used_before, began_before);
    }

private:
    WatchedStore& m_store;
};

Result<std::unique_ptr<CaseReader>> WatchedStore::reader() {
    return std::unique_ptr<CaseReader>(std::make_unique<Reader>(*this, TRY(m_store.reader())));
}

Result<std::unique_ptr<CaseWriter>> WatchedStore::writer() {
    return std::unique_ptr<CaseWriter>(std::make_unique<Writer>(*this, TRY(m_store.writer())));
}

void WatchedStore::hold_commits() {
    std::lock_guard const lock(m_mutex);
    m_is_holding = true;
}

void WatchedStore::wait_until_held() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_is_held; });
}

void WatchedStore::let_commit() {
    std::lock_guard const lock(m_mutex);
    m_is_holding = false;
    m_changed.notify_all();
}

} // namespace huiyin::server::tests
