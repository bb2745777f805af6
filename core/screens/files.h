#pragma once

#include "core/domain/attachment.h"

#include <cstdint>
#include <map>

namespace huiyin::screens {

/// How a file fares, as the shell tells.
/// Unfit: no browser here can take out of it what is not to be sent.
enum class FileStatus { Waiting, Sending, Paused, Done, Failed, Broken, Refused, Unfit };
struct FileState {
    FileStatus status = FileStatus::Waiting;
    /// What has arrived, 0 … 1.
    float share = 0;
    bool has_metadata = false;
    bool keeps_metadata = false;
    /// What is sent is made of what was chosen.
    bool is_ready = false;
    /// As it was chosen; 0 when an earlier visit made it ready.
    std::int64_t chosen_bytes = 0;

    bool operator==(FileState const&) const = default;
};

using FileStates = std::map<AttachmentId, FileState>;

} // namespace huiyin::screens
