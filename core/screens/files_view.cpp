#include "core/screens/files_view.h"

#include <algorithm>

namespace huiyin::screens {

namespace {

using i18n::tr;

i18n::Text failure_words(FileStatus status, std::string const& file) {
    switch (status) {
    case FileStatus::Failed: return tr("attachments.failed");
    case FileStatus::Broken: return tr("attachments.problem.broken", {{"file", file}});
    case FileStatus::Unfit: return tr("attachments.problem.unfit", {{"file", file}});
    case FileStatus::Refused: return tr("attachments.problem.refused", {{"file", file}});
    default: return {};
    }
}

i18n::Text note_words(FileStatus status) {
    if (status == FileStatus::Waiting) return tr("attachments.waiting");
    return status == FileStatus::Paused ? tr("attachments.paused") : i18n::Text{};
}

bool is_picture(FileKind kind) {
    return kind == FileKind::Jpeg || kind == FileKind::Png || kind == FileKind::Webp ||
           kind == FileKind::Heic;
}

/// As people call it; the same in all languages.
i18n::Text kind_words(FileKind kind) {
    switch (kind) {
    case FileKind::Jpeg: return i18n::verbatim("JPEG");
    case FileKind::Png: return i18n::verbatim("PNG");
    case FileKind::Webp: return i18n::verbatim("WebP");
    case FileKind::Heic: return i18n::verbatim("HEIC");
    case FileKind::Pdf: return i18n::verbatim("PDF");
    case FileKind::Mp4: return i18n::verbatim("MP4");
    case FileKind::Webm: return i18n::verbatim("WebM");
    case FileKind::Mov: return i18n::verbatim("MOV");
    }
    return {};
}

i18n::Text size_words(Attachment const& attachment, FileState const& state) {
    std::vector<i18n::Argument> arguments = {{"kind", std::vector{kind_words(attachment.kind)}},
                                             {"size", std::vector{ui::file_size(attachment.bytes)}}};
    if (!state.is_ready || attachment.bytes >= state.chosen_bytes)
        return tr("attachments.as_sent", arguments);
    arguments.push_back({"before", std::vector{ui::file_size(state.chosen_bytes)}});
    return tr("attachments.shrunk", arguments);
}

/// What is sent of it beside what is seen.
i18n::Text content_words(Attachment const& attachment, FileState const& state) {
    if (!is_picture(attachment.kind)) return tr("attachments.as_is");
    if (!state.is_ready) return {};
    bool const is_told = state.has_metadata && state.keeps_metadata;
    return tr(is_told ? "attachments.metadata.with" : "attachments.metadata.without");
}

/// What neither this visit sends nor the draft knows to have arrived: another one may have sent it.
bool is_known(FileStates const& states, Attachment const& attachment) {
    return attachment.state == AttachmentState::Stored || states.contains(attachment.id);
}

ui::ListedFile listed(FileStates const& states, Attachment const& attachment) {
    FileState const state = file_state(states, attachment);
    ui::ListedFile file{.name = attachment.id.value, .title = attachment.name, .bytes = attachment.bytes};
    file.share.reset();
    if (!is_known(states, attachment)) return file;
    bool const is_done = state.status == FileStatus::Done;
    // Only what was acknowledged is done.
    file.share = is_done ? 1.F : std::min(state.share, 0.99F);
    file.note = note_words(state.status);
    file.failure = failure_words(state.status, attachment.name);
    file.may_try_again = state.status == FileStatus::Failed;
    return file;
}

} // namespace

FileState file_state(FileStates const& states, Attachment const& attachment) {
    auto const found = states.find(attachment.id);
    FileState state = found == states.end() ? FileState{} : found->second;
    if (attachment.state == AttachmentState::Stored) state.status = FileStatus::Done;
    return state;
}

std::vector<ui::ListedFile> listed_files(std::vector<Attachment> const& attachments,
                                         FileStates const& states) {
    std::vector<ui::ListedFile> files;
    for (Attachment const& attachment : attachments)
        files.push_back(listed(states, attachment));
    return files;
}

ui::SummaryItem checked_file(Attachment const& attachment, FileStates const& states) {
    FileState const state = file_state(states, attachment);
    ui::SummaryItem item{.words = i18n::verbatim(attachment.name)};
    item.failure = failure_words(state.status, attachment.name);
    if (!item.failure.empty()) return item;
    item.details.push_back(size_words(attachment, state));
    if (auto const content = content_words(attachment, state); !content.empty())
        item.details.push_back(content);
    return item;
}

} // namespace huiyin::screens
