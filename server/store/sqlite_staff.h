#pragma once

#include "server/store/case_store.h"
#include "server/store/sqlite.h"

#include <vector>

namespace huiyin::server {

/// The rows about staff and their sessions, as a connection reads them.
class StaffRows {
public:
    static Result<StaffRows> prepare(Database& database);

    Result<std::optional<StaffMember>> member(std::string_view name);
    Result<std::vector<StaffMember>> members();
    Result<std::optional<SignedIn>> session(Digest const& token);
    Result<std::vector<Session>> sessions(std::string_view name);

private:
    Statement m_member;
    Statement m_members;
    Statement m_session;
    Statement m_sessions;
};

/// The same, as the writer changes them.
class StaffChanges {
public:
    static Result<StaffChanges> prepare(Database& database);

    Result<Done> put(StaffMember const& member);
    Result<Done> begin_session(Digest const& token, std::string_view name, Instant now);
    Result<Done> use_session(std::int64_t id, Instant now);
    Result<Done> end_session(std::int64_t id);
    Result<Done> end_sessions(std::string_view name);
    Result<Done> forget_sessions(Instant used_before, Instant began_before);

private:
    Statement m_put;
    Statement m_begin;
    Statement m_use;
    Statement m_end;
    Statement m_end_all;
    Statement m_forget;
};

} // namespace huiyin::server
