#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace huiyin::server {

/// SHA-1 or SHA-256 of bytes as they come.
class Checksum {
public:
    /// What Tus-Checksum-Algorithm lists.
    static constexpr std::string_view algorithms = "sha1,sha256";

    /// Nothing for an algorithm that is not listed.
    static std::optional<Checksum> of(std::string_view algorithm);

    void put(std::string_view bytes);
    /// The raw bytes; once.
    std::string finish();

private:
    struct Deleter {
        void operator()(evp_md_ctx_st* context) const;
    };
    explicit Checksum(evp_md_ctx_st* context) : m_context(context) {}
    std::unique_ptr<evp_md_ctx_st, Deleter> m_context;
};

std::string sha256_of(std::string_view bytes);
/// Nothing for what is not the base64 of something (RFC 4648, with padding).
std::optional<std::string> base64_decoded(std::string_view text);

} // namespace huiyin::server
