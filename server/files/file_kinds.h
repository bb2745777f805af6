#pragma once

#include "core/domain/attachment.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace huiyin::server {

/// The kind that a file's first bytes say it is, whatever it is called.
std::optional<FileKind> kind_of(std::string_view content);

struct PictureSize {
    std::int64_t width = 0;
    std::int64_t height = 0;

    bool operator==(PictureSize const&) const = default;
};

/// What the head of a picture says; nothing for one that is cut off or malformed.
std::optional<PictureSize> picture_size(FileKind kind, std::string_view content);

/// Whoever opens it would need memory for each of its pixels.
inline constexpr std::int64_t most_pixels = 100'000'000;

/// That the bytes are of the kind they were sent as, and no picture is empty or a flood of pixels.
bool is_acceptable(FileKind kind, std::string_view content);

/// The name, with an ending of its kind behind it unless it has one.
std::string named_as(FileKind kind, std::string name);

} // namespace huiyin::server
