#include "server/files/checksum.h"

#include "core/base/verify.h"

#include <openssl/evp.h>

namespace huiyin::server {

namespace {

EVP_MD const* algorithm_named(std::string_view name) {
    if (name == "sha1") return EVP_sha1();
    if (name == "sha256") return EVP_sha256();
    return nullptr;
}

} // namespace

void Checksum::Deleter::operator()(evp_md_ctx_st* context) const { EVP_MD_CTX_free(context); }

std::optional<Checksum> Checksum::of(std::string_view algorithm) {
    EVP_MD const* const found = algorithm_named(algorithm);
    if (!found) return std::nullopt;
    Checksum made(EVP_MD_CTX_new());
    VERIFY(made.m_context && EVP_DigestInit_ex(made.m_context.get(), found, nullptr) == 1);
    return made;
}

void Checksum::put(std::string_view bytes) {
    VERIFY(EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()) == 1);
}

std::string Checksum::finish() {
    std::string digest(EVP_MAX_MD_SIZE, '\0');
    unsigned size = 0;
    VERIFY(EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char*>(digest.data()), &size) == 1);
    digest.resize(size);
    return digest;
}

std::string sha256_of(std::string_view bytes) {
    auto checksum = Checksum::of("sha256");
    checksum->put(bytes);
    return checksum->finish();
}

std::optional<std::string> base64_decoded(std::string_view text) {
    std::string decoded(text.size(), '\0');
    // OpenSSL passes over spaces, which are no base64.
    bool const has_space = text.find_first_of(" \t\r\n") != std::string_view::npos;
    int const size =
        EVP_DecodeBlock(reinterpret_cast<unsigned char*>(decoded.data()),
                        reinterpret_cast<unsigned char const*>(text.data()), static_cast<int>(text.size()));
    if (size < 0 || has_space || text.size() % 4 != 0) return std::nullopt;
    std::size_t const padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    decoded.resize(static_cast<std::size_t>(size) - padding);
    return decoded;
}

} // namespace huiyin::server
