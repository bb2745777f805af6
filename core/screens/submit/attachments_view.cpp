#include "core/screens/submit/attachments_view.h"

#include "core/base/match.h"
#include "core/screens/files_view.h"
#include "core/ui/components/file_list.h"
#include "core/ui/components/text.h"

namespace huiyin::screens::submit {

namespace {

using i18n::tr;

constexpr std::int64_t megabyte = 1'000'000;
constexpr std::string_view shrinking = "shrink";

ui::FileList file_list_of(Page const& page) {
    ui::FileList list{.frame = {.id = "submit.attachments",
                                .label = tr("attachments.title"),
                                .hint = tr("attachments.hint",
                                           {{"count", static_cast<std::int64_t>(limits::attachments_max)},
                                            {"size", limits::attachment_bytes_max / megabyte}}),
                                .error = page.model.file_problem},
                      .camera = page.model.has_camera ? tr("attachments.camera") : i18n::Text{}};
    list.files = listed_files(page.model.draft.attachments, page.model.files);
    return list;
}

NewFile new_file(ui::ChosenFile const& file) {
    return {.id = {file.id}, .name = file.title, .kind = named<FileKind>(file.type), .bytes = file.bytes};
}

void tell(Page const& page, ui::FileEvent const& event) {
    match(
        event,
        [&](ui::FilesChosen const& chosen) {
            FilesChosen files;
            for (ui::ChosenFile const& file : chosen.files)
                files.files.push_back(new_file(file));
            page.emit(files);
        },
        [&](ui::FileRemoved const& removed) { page.emit(FileRemoved{{removed.name}}); },
        [&](ui::FileTriedAgain const& again) { page.emit(FileTriedAgain{{again.name}}); });
}

/// What is done to pictures before they are sent: asked when there is one.
void wishes_view(Page const& page) {
    ui::Checkboxes wishes{.frame = {.id = "submit.pictures", .label = tr("attachments.metadata.removed")},
                          .options = {{.name = std::string(shrinking),
                                       .label = tr("attachments.shrink"),
                                       .is_checked = page.model.shrinks_pictures}}};
    for (Attachment const& attachment : page.model.draft.attachments) {
        FileState const state = file_state(page.model.files, attachment);
        if (state.has_metadata)
            wishes.options.push_back({.name = attachment.id.value,
                                      .label = tr("attachments.metadata.keep"),
                                      .hint = i18n::verbatim(attachment.name),
                                      .is_checked = state.keeps_metadata});
    }
    auto const edit = ui::checkboxes(page.ui, wishes);
    if (!edit) return;
    if (edit->name == shrinking)
        page.emit(ShrinkingChosen{edit->is_checked});
    else
        page.emit(MetadataChosen{{edit->name}, edit->is_checked});
}

} // namespace

void attachments_view(Page const& page) {
    if (auto const event = ui::file_list(page.ui, file_list_of(page))) tell(page, *event);
    ui::paragraph(page.ui, "submit.attachments.paste", tr("attachments.paste"));
    wishes_view(page);
    if (is_sending_files(page.model))
        ui::paragraph(page.ui, "submit.attachments.meanwhile", tr("attachments.meanwhile"));
}

bool is_sending_files(Model const& model) {
    return std::any_of(
        model.draft.attachments.begin(), model.draft.attachments.end(),
        [&](Attachment const& each) { return file_state(model.files, each).status < FileStatus::Done; });
}

} // namespace huiyin::screens::submit
