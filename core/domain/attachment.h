#pragma once

#include "core/base/names.h"
#include "core/base/strong_id.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huiyin {

namespace limits {
inline constexpr std::size_t attachments_max = 6;
inline constexpr std::int64_t attachment_bytes_max = 20'000'000;
inline constexpr std::size_t file_name_max = 200;
} // namespace limits

/// 32 hexadecimal digits, drawn by whoever attaches the file; who does not know it cannot send the file.
using AttachmentId = StrongId<struct AttachmentIdTag>;
bool is_attachment_id(std::string_view text);

/// What may be attached, named by its media type.
enum class FileKind { Jpeg, Png, Webp, Heic, Pdf, Mp4, Webm, Mov };
template <>
struct Names<FileKind> {
    static constexpr auto all = named_values<FileKind>({{FileKind::Jpeg, "image/jpeg"},
                                                        {FileKind::Png, "image/png"},
                                                        {FileKind::Webp, "image/webp"},
                                                        {FileKind::Heic, "image/heic"},
                                                        {FileKind::Pdf, "application/pdf"},
                                                        {FileKind::Mp4, "video/mp4"},
                                                        {FileKind::Webm, "video/webm"},
                                                        {FileKind::Mov, "video/quicktime"}});
};

/// Not here yet; here and not yet looked through; here; not what it said it is; found harmful.
enum class AttachmentState { Waiting, Checking, Stored, Broken, Refused };
template <>
struct Names<AttachmentState> {
    static constexpr auto all = named_values<AttachmentState>({{AttachmentState::Waiting, "waiting"},
                                                               {AttachmentState::Checking, "checking"},
                                                               {AttachmentState::Stored, "stored"},
                                                               {AttachmentState::Broken, "broken"},
                                                               {AttachmentState::Refused, "refused"}});
};

/// A file that belongs to a case, wherever its bytes are.
struct Attachment {
    AttachmentId id = {};
    /// As its owner called it.
    std::string name = {};
    FileKind kind = FileKind::Jpeg;
    std::int64_t bytes = 0;
    AttachmentState state = AttachmentState::Waiting;

    bool operator==(Attachment const&) const = default;
};

/// Nothing when there is none of that id.
Attachment const* find_attachment(std::vector<Attachment> const& attachments, AttachmentId const& id);

/// As the file is called or, where another one of the case is called so, with a number: "image (2).jpg".
std::string distinct_name(std::string const& name, std::vector<Attachment> const& others);

} // namespace huiyin
