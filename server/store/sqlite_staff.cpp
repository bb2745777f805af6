#include "server/store/sqlite_staff.h"

namespace huiyin::server {

namespace {

/// From the column `first` on: name, password_hash, role, unit, is_disabled, second_factor, used_counter.
Result<StaffMember> member_in(Running const& row, int first = 0) {
    auto const role = named<Role>(row.text(first + 2));
    if (!role) return Error{"store_unavailable", "damaged: staff"};
    StaffMember member{.name = std::string(row.text(first)),
                       .password_hash = std::string(row.text(first + 1)),
                       .role = *role,
                       .is_disabled = row.integer(first + 4) != 0,
                       .second_factor = std::string(row.text(first + 5)),
                       .used_counter = row.integer(first + 6)};
    if (!row.is_null(first + 7)) member.first_password_until = Instant{row.integer(first + 7)};
    if (!row.is_null(first + 3)) member.unit = UnitName{std::string(row.text(first + 3))};
    return member;
}

Session session_in(Running const& row) {
    return {row.integer(0), std::string(row.text(1)), Instant{row.integer(2)}, Instant{row.integer(3)}};
}

constexpr std::string_view member_columns =
    "staff.name, password_hash, role, unit, is_disabled, second_factor, used_counter, "
    "first_password_until";
constexpr std::string_view session_columns = "sessions.id, sessions.name, began_at, used_at";

} // namespace

Result<StaffRows> StaffRows::prepare(Database& database) {
    std::string const select_member = "SELECT " + std::string(member_columns) + " FROM staff";
    std::string const select_session = "SELECT " + std::string(session_columns);
    StaffRows made;
    made.m_member = TRY(database.prepare(select_member + " WHERE name = ?"));
    made.m_members = TRY(database.prepare(select_member + " ORDER BY name"));
    made.m_session = TRY(
        database.prepare(select_session + ", " + std::string(member_columns) +
                         " FROM sessions JOIN staff ON staff.name = sessions.name WHERE sessions.token = ?"));
    made.m_sessions = TRY(database.prepare(select_session + " FROM sessions WHERE name = ? ORDER BY id"));
    return made;
}

Result<std::optional<StaffMember>> StaffRows::member(std::string_view name) {
    Running row = m_member.run({name});
    if (!TRY(row.step())) return std::optional<StaffMember>();
    return std::optional(TRY(member_in(row)));
}

Result<std::vector<StaffMember>> StaffRows::members() {
    std::vector<StaffMember> found;
    Running row = m_members.run();
    while (TRY(row.step()))
        found.push_back(TRY(member_in(row)));
    return found;
}

Result<std::optional<SignedIn>> StaffRows::session(Digest const& token) {
    Running row = m_session.run({token});
    if (!TRY(row.step())) return std::optional<SignedIn>();
    return std::optional(SignedIn{session_in(row), TRY(member_in(row, 4))});
}

Result<std::vector<Session>> StaffRows::sessions(std::string_view name) {
    std::vector<Session> found;
    Running row = m_sessions.run({name});
    while (TRY(row.step()))
        found.push_back(session_in(row));
    return found;
}

Result<StaffChanges> StaffChanges::prepare(Database& database) {
    StaffChanges made;
    made.m_put = TRY(database.prepare(
        "INSERT INTO staff (name, password_hash, role, unit, is_disabled, second_factor, used_counter, "
        "first_password_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET "
        "password_hash = excluded.password_hash, role = excluded.role, unit = excluded.unit, "
        "is_disabled = excluded.is_disabled, second_factor = excluded.second_factor, "
        "used_counter = excluded.used_counter, first_password_until = excluded.first_password_until"));
    made.m_begin = TRY(
        database.prepare("INSERT INTO sessions (token, name, began_at, used_at) VALUES (?1, ?2, ?3, ?3)"));
    made.m_use = TRY(database.prepare("UPDATE sessions SET used_at = ? WHERE id = ?"));
    made.m_end = TRY(database.prepare("DELETE FROM sessions WHERE id = ?"));
    made.m_end_all = TRY(database.prepare("DELETE FROM sessions WHERE name = ?"));
    made.m_forget = TRY(database.prepare("DELETE FROM sessions WHERE used_at < ? OR began_at < ?"));
    return made;
}

Result<Done> StaffChanges::put(StaffMember const& member) {
    Bound const unit = member.unit ? Bound(member.unit->value) : Bound(std::nullopt);
    Bound const until =
        member.first_password_until ? Bound(*member.first_password_until) : Bound(std::nullopt);
    return m_put.execute({member.name, member.password_hash, name_of(member.role), unit,
                          member.is_disabled ? 1 : 0, member.second_factor, member.used_counter, until});
}

Result<Done> StaffChanges::begin_session(Digest const& token, std::string_view name, Instant now) {
    return m_begin.execute({token, name, now});
}

Result<Done> StaffChanges::use_session(std::int64_t id, Instant now) { return m_use.execute({now, id}); }
Result<Done> StaffChanges::end_session(std::int64_t id) { return m_end.execute({id}); }
Result<Done> StaffChanges::end_sessions(std::string_view name) { return m_end_all.execute({name}); }

Result<Done> StaffChanges::forget_sessions(Instant used_before, Instant began_before) {
    return m_forget.execute({used_before, began_before});
}

} // namespace huiyin::server
