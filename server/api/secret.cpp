#include "server/api/secret.h"

#include "core/domain/submission_key.h"

#include <sodium.h>

#include <cerrno>
#include <charconv>
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
    ForMark
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
    if ((status.st_mode & 077) != 0) return unusable(path, "can be read by others; make it mode 0600");
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

std::string sealed_part(std::string_view name, Instant expires_at) {
    return base64url(name) + "." + std::to_string(expires_at.unix_ms);
}

} // namespace

Secret::Secret(Bytes const& master)
    : m_access_code_key(derived(master, ForAccessCodes)), m_code_key(derived(master, ForCodeDigests)),
      m_idempotency_key(derived(master, ForKeyDigests)), m_body_key(derived(master, ForBodyDigests)),
      m_token_key(derived(master, ForTokens)), m_mark_key(derived(master, ForMark)) {}

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

std::string Secret::staff_token(std::string_view name, Instant expires_at) const {
    std::string const part = sealed_part(name, expires_at);
    return part + "." + base64url(bytes_of(KeyedHash(m_token_key).add(part).digest()));
}

std::optional<std::string> Secret::staff_name(std::string_view token, Instant now) const {
    auto const seal_dot = token.rfind('.');
    auto const expiry_dot = token.find('.');
    if (seal_dot == std::string_view::npos || expiry_dot == seal_dot) return std::nullopt;
    auto const seal = from_base64url(token.substr(seal_dot + 1));
    Digest const expected = KeyedHash(m_token_key).add(token.substr(0, seal_dot)).digest();
    if (!seal || seal->size() != expected.size()) return std::nullopt;
    if (sodium_memcmp(seal->data(), expected.data(), expected.size()) != 0) return std::nullopt;
    std::int64_t expiry_ms = 0;
    std::string_view const expiry = token.substr(expiry_dot + 1, seal_dot - expiry_dot - 1);
    std::from_chars(expiry.data(), expiry.data() + expiry.size(), expiry_ms);
    if (Instant{expiry_ms} <= now) return std::nullopt;
    return from_base64url(token.substr(0, expiry_dot));
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
