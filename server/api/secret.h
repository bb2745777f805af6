#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/domain/access_code.h"
#include "core/domain/case_number.h"
#include "server/store/case_store.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace huiyin::server {

/// What only the server knows, and all that is derived from it, each with a key of its own.
class Secret {
public:
    using Bytes = std::array<unsigned char, 32>;

    explicit Secret(Bytes const& master);
    /// Makes the file, readable by its owner only, when there is none. Error: secret_unusable.
    static Result<Secret> load_or_create(std::string const& path);

    /// The same key with the same body has the same code, so that a repeated submission can be answered
    /// with a code that is kept nowhere.
    AccessCode access_code(std::string_view idempotency_key, Digest const& body) const;

    // What the store keeps.
    Digest digest_of_code(CaseNumber const& number, AccessCode const& code) const;
    /// Begins with the time that the key itself says, if it does: keys of one hour lie together in the store.
    Digest digest_of_key(std::string_view idempotency_key) const;
    Digest digest_of_body(std::string_view body) const;

    /// Tells this secret from others and says nothing else of it; never 0.
    std::int32_t mark() const;

    /// What the store keeps of a session's token.
    Digest digest_of_token(std::string_view token) const;

    /// Tells a challenge of ours from one that somebody made.
    std::string seal_of_challenge(std::string_view text) const;

    /// Readable by this secret only, and only as what it was sealed for.
    std::string sealed(std::string_view text, std::string_view purpose) const;
    std::optional<std::string> unsealed(std::string_view sealed, std::string_view purpose) const;

private:
    Bytes m_access_code_key;
    Bytes m_code_key;
    Bytes m_idempotency_key;
    Bytes m_body_key;
    Bytes m_token_key;
    Bytes m_seal_key;
    Bytes m_challenge_key;
    Bytes m_mark_key;
};

/// 256 random bits, as a session's token.
std::string new_token();

/// Argon2id, in a string that carries its own parameters.
std::string hash_password(std::string const& password);
/// Takes as long for a member who is not there (no hash) as for one who is.
bool is_password(std::optional<std::string> const& hash, std::string const& typed);

} // namespace huiyin::server
