#include "server/api/secret.h"

#include "core/domain/submission_key.h"

#include <sodium.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace huiyin::server {

namespace {

// OWASP's Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes.
constexpr unsigned long long password_passes = 2;
constexpr std::size_t password_memory_bytes = 19'922'944;

enum Purpose : std::uint64_t {
    ForAccessCodes = 1,
    ForCodeDigests,
    ForKeyDigests,
    ForBodyDigests,
    ForTokens,
    ForMark,
    ForSeals,
    ForChallenges
};

Secret::Bytes derived(Secret::Bytes const& master, Purpose purpose) {
    static_assert(crypto_kdf_KEYBYTES == std::tuple_size_v<Secret::Bytes>);
    Secret::Bytes key{};
    crypto_kdf_derive_from_key(key.data(), key.size(), purpose, "huiyin__", master.data());
    return key;
}

/// BLAKE2b with a key over several parts; a part's length goes in before it, so that no two lists of parts
/// read alike.
class KeyedHash {
public:
    explicit KeyedHash(Secret::Bytes const& key) {
        crypto_generichash_init(&m_state, key.data(), key.size(), Digest{}.size());
    }

    KeyedHash& add(std::string_view part) {
        std::uint64_t const size = part.size();
        add_bytes(&size, sizeof size);
        add_bytes(part.data(), part.size());
        return *this;
    }

    Digest digest() {
        Digest result{};
        crypto_generichash_final(&m_state, result.data(), result.size());
        return result;
    }

private:
    void add_bytes(void const* bytes, std::size_t size) {
        crypto_generichash_update(&m_state, static_cast<unsigned char const*>(bytes), size);
    }

    crypto_generichash_state m_state;
};

std::string_view bytes_of(Digest const& digest) {
    return {reinterpret_cast<char const*>(digest.data()), digest.size()};
}

std::string base64url(std::string_view bytes) {
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<unsigned char const*>(bytes.data()),
                      bytes.size(), variant);
    text.pop_back();
    return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    int const outcome =
        sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    if (outcome != 0) return std::nullopt;
    bytes.resize(size);
    return bytes;
}

Error unusable(std::string const& path, std::string const& why) {
    return {"secret_unusable", "the secret in " + path + " " + why};
}

Result<Secret::Bytes> read_secret(int file, std::string const& path) {
    struct stat status = {};
    if (fstat(file, &status) != 0) return unusable(path, std::strerror(errno));
    // The system's keeper of credentials lets one user in by a list that shows as root's own group.
    bool const is_roots = status.st_gid == 0;
    if ((status.st_mode & (is_roots ? 037 : 077)) != 0)
        return unusable(path, "can be read by others; make it mode 0600");
    Secret::Bytes bytes{};
    if (read(file, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
        return unusable(path, "is too short");
    return bytes;
}

Result<Done> write_secret(int file, Secret::Bytes const& bytes, std::string const& path) {
    bool const is_written = write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
    if (!is_written || fsync(file) != 0) return unusable(path, "cannot be written");
    return Done{};
}

/// A file descriptor that closes itself.
class File {
public:
    File(std::string const& path, int flags) : m_file(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    File(File const&) = delete;
    File& operator=(File const&) = delete;
    ~File() {
        if (m_file >= 0) close(m_file);
    }

    bool is_open() const { return m_file >= 0; }
    int get() const { return m_file; }

private:
    int m_file;
};

/// Written aside and linked into place, so that two programs that start at once end up with one secret.
Result<Done> create_secret(std::string const& path) {
    Secret::Bytes bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    std::string const aside = path + "." + std::to_string(getpid());
    {
        File const file(aside, O_WRONLY | O_CREAT | O_EXCL);
        if (!file.is_open()) return unusable(aside, std::strerror(errno));
        TRY(write_secret(file.get(), bytes, aside));
    }
    bool const is_linked = link(aside.c_str(), path.c_str()) == 0 || errno == EEXIST;
    unlink(aside.c_str());
    if (!is_linked) return unusable(path, std::strerror(errno));
    return Done{};
}

/// The first six bytes become the time, so that digests sort by it.
void put_in_front(Digest& digest, Instant at) {
    for (std::size_t index = 0; index < 6; ++index)
        digest[index] = static_cast<unsigned char>(at.unix_ms >> (8 * (5 - index)));
}

unsigned char* bytes_in(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
unsigned char const* bytes_in(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}

} // namespace

Secret::Secret(Bytes const& master)
    : m_access_code_key(derived(master, ForAccessCodes)), m_code_key(derived(master, ForCodeDigests)),
      m_idempotency_key(derived(master, ForKeyDigests)), m_body_key(derived(master, ForBodyDigests)),
      m_token_key(derived(master, ForTokens)), m_seal_key(derived(master, ForSeals)),
      m_challenge_key(derived(master, ForChallenges)), m_mark_key(derived(master, ForMark)) {}

Result<Secret> Secret::load_or_create(std::string const& path) {
    if (sodium_init() < 0) return unusable(path, "cannot be used: no source of randomness");
    if (access(path.c_str(), F_OK) != 0) TRY(create_secret(path));
    File const file(path, O_RDONLY);
    if (!file.is_open()) return unusable(path, std::strerror(errno));
    return Secret(TRY(read_secret(file.get(), path)));
}

AccessCode Secret::access_code(std::string_view idempotency_key, Digest const& body) const {
    Digest const digest = KeyedHash(m_access_code_key).add(idempotency_key).add(bytes_of(body)).digest();
    return AccessCode::from_bytes(std::span(digest).first<AccessCode::bytes>());
}

Digest Secret::digest_of_code(CaseNumber const& number, AccessCode const& code) const {
    return KeyedHash(m_code_key).add(number.text()).add(code.plain()).digest();
}

Digest Secret::digest_of_key(std::string_view idempotency_key) const {
    Digest digest = KeyedHash(m_idempotency_key).add(idempotency_key).digest();
    if (auto const made_at = time_in(idempotency_key)) put_in_front(digest, *made_at);
    return digest;
}

Digest Secret::digest_of_body(std::string_view body) const {
    return KeyedHash(m_body_key).add(body).digest();
}

std::int32_t Secret::mark() const {
    Digest const digest = KeyedHash(m_mark_key).digest();
    std::uint32_t number = 0;
    std::memcpy(&number, digest.data(), sizeof number);
    return static_cast<std::int32_t>(number >> 1 | 1U);
}

Digest Secret::digest_of_token(std::string_view token) const {
    return KeyedHash(m_token_key).add(token).digest();
}

std::string Secret::seal_of_challenge(std::string_view text) const {
    constexpr std::size_t bytes = 16;
    return base64url(bytes_of(KeyedHash(m_challenge_key).add(text).digest()).substr(0, bytes));
}

std::string Secret::sealed(std::string_view text, std::string_view purpose) const {
    std::string nonce(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, '\0');
    randombytes_buf(nonce.data(), nonce.size());
    std::string closed(text.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_in(closed), nullptr, bytes_in(text), text.size(),
                                               bytes_in(purpose), purpose.size(), nullptr, bytes_in(nonce),
                                               m_seal_key.data());
    return base64url(nonce + closed);
}

std::optional<std::string> Secret::unsealed(std::string_view sealed, std::string_view purpose) const {
    constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    constexpr std::size_t seal_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
    auto const bytes = from_base64url(sealed);
    if (!bytes || bytes->size() < nonce_size + seal_size) return std::nullopt;
    std::string_view const closed = std::string_view(*bytes).substr(nonce_size);
    std::string text(closed.size() - seal_size, '\0');
    int const outcome = crypto_aead_xchacha20poly1305_ietf_decrypt(
        bytes_in(text), nullptr, nullptr, bytes_in(closed), closed.size(), bytes_in(purpose), purpose.size(),
        bytes_in(*bytes), m_seal_key.data());
    return outcome == 0 ? std::optional(std::move(text)) : std::nullopt;
}

std::string new_token() {
    Digest bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return base64url(bytes_of(bytes));
}

std::string hash_password(std::string const& password) {
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    int const outcome = crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), password_passes,
                                              password_memory_bytes, crypto_pwhash_ALG_ARGON2ID13);
    VERIFY(outcome == 0);
    return hash.data();
}

bool is_password(std::optional<std::string> const& hash, std::string const& typed) {
    static std::string const nobodys = hash_password("");
    bool const is_right =
        crypto_pwhash_str_verify(hash.value_or(nobodys).c_str(), typed.data(), typed.size()) == 0;
    return hash && is_right;
}

} // namespace huiyin::server
