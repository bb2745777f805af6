#pragma once

#include "server/api/context.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

/// The words of tus 1.0 (https://tus.io/protocols/resumable-upload), which uploads are made with.
namespace huiyin::server::tus {

inline constexpr std::string_view version = "1.0.0";
inline constexpr std::string_view path = "/api/v1/uploads";
inline constexpr std::string_view media_type = "application/offset+octet-stream";

/// Whether every answer to it says which version it speaks.
bool is_for_uploads(std::string_view target);

/// The refusal for one who speaks another version, or does not say which.
std::optional<Response> refused_version(Request const& request);

/// A header with a whole number that is not negative.
std::optional<std::int64_t> number_in(Request const& request, std::string_view name);

/// Upload-Metadata, decoded; nothing when it is malformed or names something twice.
std::optional<std::map<std::string, std::string>> metadata_in(std::string_view header);

/// "Sun, 22 Nov 2026 00:00:00 GMT"
std::string written_date(Instant at);

Response capabilities();

} // namespace huiyin::server::tus
