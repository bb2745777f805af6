#include "core/ui/components/file_list.h"

#include "core/ui/components/button.h"
#include "core/ui/components/field_frame.h"
#include "core/ui/components/progress.h"

#include <algorithm>
#include <cstdlib>

namespace huiyin::ui {

namespace {

void state_view(Ui& ui, std::string const& id, ListedFile const& file) {
    if (!file.failure.empty()) {
        ui.text({.id = id + ".failure", .role = Role::ErrorText}, file.failure,
                {.kind = TextKind::Strong, .color = ColorRole::Danger});
        return ui.gap(12);
    }
    if (!file.share) return;
    i18n::Text const words = file.note.empty() ? i18n::tr("files.sending") : file.note;
    if (*file.share < 1) return progress_bar(ui, id + ".progress", words, *file.share);
    ui.text({.id = id + ".done", .role = Role::Span}, i18n::tr("files.done"),
            {.kind = TextKind::Small, .color = ColorRole::Good});
    ui.gap(8);
}

Scope file_card(Ui& ui, std::string const& id) {
    return ui.card({.id = id, .role = Role::ListItem, .kind = "card"}, Surface::Card);
}

void words_view(Ui& ui, std::string const& id, ListedFile const& file) {
    ui.text({.id = id + ".title", .role = Role::Span, .kind = "strong"}, i18n::verbatim(file.title),
            {.kind = TextKind::Strong});
    ui.text({.id = id + ".size", .role = Role::Span}, file_size(file.bytes),
            {.kind = TextKind::Small, .color = ColorRole::InkQuiet});
    ui.gap(8);
    state_view(ui, id, file);
}

std::optional<FileEvent> file_view(Ui& ui, std::string const& id, ListedFile const& file) {
    Scope const item = file_card(ui, id);
    words_view(ui, id, file);
    std::optional<FileEvent> event;
    if (file.may_try_again && button(ui, {.id = id + ".again",
                                          .label = i18n::tr("attachments.again", {{"file", file.title}}),
                                          .look = ButtonLook::Secondary}))
        event = FileTriedAgain{file.name};
    if (button(ui, {.id = id + ".remove",
                    .label = i18n::tr("files.remove", {{"file", file.title}}),
                    .look = ButtonLook::Secondary}))
        event = FileRemoved{file.name};
    return event;
}

/// The part up to the next space, taken off.
std::string_view take_word(std::string_view& line) {
    std::string_view const word = line.substr(0, line.find(' '));
    line.remove_prefix(std::min(line.size(), word.size() + 1));
    return word;
}

/// The shell tells of each file by a line: its id, its media type, its size and its title.
std::vector<ChosenFile> chosen_files(std::string_view lines) {
    std::vector<ChosenFile> files;
    while (!lines.empty()) {
        std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
        ChosenFile file{.id = std::string(take_word(line)), .type = std::string(take_word(line))};
        file.bytes = std::strtoll(std::string(take_word(line)).c_str(), nullptr, 10);
        file.title = std::string(line);
        files.push_back(std::move(file));
    }
    return files;
}

} // namespace

i18n::Text file_size(std::int64_t bytes) {
    constexpr std::int64_t kilobyte = 1000;
    constexpr std::int64_t megabyte = 1000 * kilobyte;
    if (bytes < megabyte)
        return i18n::tr("files.kilobytes", {{"size", std::max(std::int64_t{1}, bytes / kilobyte)}});
    return i18n::tr("files.megabytes", {{"size", (bytes + megabyte / 2) / megabyte}});
}

void sent_files(Ui& ui, std::string_view id, std::vector<ListedFile> const& files) {
    Scope const list = ui.open({.id = std::string(id), .role = Role::List});
    for (ListedFile const& file : files) {
        std::string const card_id = std::string(id) + "." + file.name;
        {
            Scope const item = file_card(ui, card_id);
            words_view(ui, card_id, file);
        }
        ui.gap(12);
    }
}

std::optional<FileEvent> file_list(Ui& ui, FileList const& spec) {
    constexpr float height = measure::target + 20;
    std::optional<FileEvent> event;
    stand_field(ui, spec.frame, field_node(ui, spec.frame, Role::FileField), 0,
                std::max(height, ui.scaled(height)));
    ui.gap(12);
    // Pressed, it gives its picture to the field.
    if (!spec.camera.empty())
        button(ui, {.id = spec.frame.id + ".camera",
                    .label = spec.camera,
                    .look = ButtonLook::Secondary,
                    .camera_of = spec.frame.id});
    if (!spec.files.empty()) {
        Scope const list = ui.open({.id = spec.frame.id + ".files", .role = Role::List});
        for (ListedFile const& file : spec.files) {
            if (auto happened = file_view(ui, spec.frame.id + "." + file.name, file)) event = happened;
            ui.gap(12);
        }
    }
    ui.gap(8);
    if (auto const lines = ui.edited(spec.frame.id)) event = FilesChosen{chosen_files(*lines)};
    return event;
}

} // namespace huiyin::ui
