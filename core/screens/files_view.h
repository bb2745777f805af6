#pragma once

#include "core/screens/files.h"
#include "core/ui/components/file_list.h"
#include "core/ui/components/summary_list.h"

namespace huiyin::screens {

/// Of what was sent to its end by an earlier visit or another tab, the draft knows and the shell says
/// nothing.
FileState file_state(FileStates const& states, Attachment const& attachment);

/// How each of them fares, also of a case that was sent.
std::vector<ui::ListedFile> listed_files(std::vector<Attachment> const& attachments,
                                         FileStates const& states);

/// What is sent of a file: its kind, its size, and whether it tells where it was taken.
ui::SummaryItem checked_file(Attachment const& attachment, FileStates const& states);

} // namespace huiyin::screens
