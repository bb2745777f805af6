#pragma once

#include "core/base/result.h"
#include "core/domain/citizen_view.h"
#include "core/domain/draft.h"
#include "core/domain/stages.h"
#include "core/domain/work.h"

#include <string>
#include <string_view>
#include <variant>

namespace huiyin::protocol {

/// Why a body could not be read: malformed (400), or well-formed with wrong fields (422).
struct Unreadable {
    /// malformed_json, duplicate_key, too_deep; nothing when `problems` says what is wrong.
    std::string code = {};
    /// unknown_field, wrong_type, unknown, required, invalid, unsupported.
    Problems problems = {};

    bool operator==(Unreadable const&) const = default;
};

template <class T>
using Read = std::variant<T, Unreadable>;

// The citizen's calls. Reading is strict: unknown fields, duplicate keys, wrong types, nesting deeper than
// 16, invalid UTF-8 and lone surrogates are refused. Texts come back as they were sent, untrimmed.

std::string write_submission(Submission const& submission);
Read<Submission> read_submission(std::string_view json);

std::string write_receipt(Receipt const& receipt);
/// A written receipt without an access code, with one.
std::string with_access_code(std::string receipt_json, std::string_view shown_code);
Result<Receipt> read_receipt(std::string_view json);

std::string write_citizen_case(CitizenCase const& view);
Result<CitizenCase> read_citizen_case(std::string_view json);

/// {"text"}
std::string write_message(std::string_view text);
Read<std::string> read_message(std::string_view json);

/// {"language", "confidence"}
std::string write_language_guess(WrittenLanguage const& guess);
Result<WrittenLanguage> read_language_guess(std::string_view json);

/// {"reason"}
std::string write_reason(std::string_view reason);
Read<std::string> read_reason(std::string_view json);

/// {"contacted", "resolved", "satisfaction", "comment"?}; `at` is not on the way in.
std::string write_feedback(Feedback const& feedback);
Read<Feedback> read_feedback(std::string_view json);

// The staff's calls.

struct Credentials {
    std::string name;
    std::string password;
    /// Of the second factor; empty without one.
    std::string code = {};
};
Read<Credentials> read_credentials(std::string_view json);

/// A new password, and who asks for it by the old one.
struct PasswordChange {
    Credentials credentials;
    std::string new_password;
};
Read<PasswordChange> read_password_change(std::string_view json);
std::string write_token(std::string_view token, Role role, Instant expires_at);

struct ShownSession {
    std::int64_t id = 0;
    Instant began_at;
    Instant used_at;
    bool is_current = false;
};
/// {"sessions": […]}
std::string write_sessions(std::vector<ShownSession> const& sessions);

struct ShownMember {
    std::string name;
    Role role = Role::Dispatcher;
    std::optional<UnitName> unit = {};
    bool is_disabled = false;
    bool has_second_factor = false;
    /// How many are open.
    std::int64_t sessions = 0;
};
/// {"members": […]}
std::string write_members(std::vector<ShownMember> const& members);

/// {"step", "unit"?, "note"?, "reply"?: {"outcome","text","grounds"?,"language"?,"translation"?}}, the
/// translation as {"language","text","grounds"?,"by","kind"}.
Read<StepOrder> read_step_order(std::string_view json);

/// {"language","text","grounds"?,"by","kind"}
Read<Translation> read_translation(std::string_view json);

/// A case as staff see it: everything but the access code, and the steps that they may take.
std::string write_staff_case(Case const& subject, std::vector<Step> const& may, Instant now);
/// {"cases": […], "next": cursor or null}
std::string write_staff_list(std::vector<Case> const& cases, std::string_view next_cursor, Instant now);

// Errors: application/problem+json (RFC 9457).

struct ProblemDocument {
    int status = 500;
    std::string code;
    /// For 422.
    Problems errors = {};
    /// For 409 step_not_allowed: the steps that the table allows.
    std::vector<Step> allowed = {};
    /// For 429 work_required.
    std::optional<Work> work = {};

    bool operator==(ProblemDocument const&) const = default;
};
std::string write_problem(ProblemDocument const& problem);
/// Reads what a server said; nonsense becomes code "bad_answer".
ProblemDocument read_problem(int status, std::string_view body);

// The whole case as the store keeps it.

/// Without its events, which a store keeps one by one.
std::string write_stored_case(Case const& subject);
Result<Case> read_stored_case(std::string_view json);

// The form as the browser keeps it.

std::string write_draft(Draft const& draft);
/// Nothing for a draft that is broken or of another program.
std::optional<Draft> read_draft(std::string_view json);

// Configuration.

/// assets/city.json; the error's detail says what is wrong with it.
Result<City> read_city(std::string_view json);

} // namespace huiyin::protocol
