#include "core/ui/components/file_list.h"

#include "core/ui/components/button.h"
#include "core/ui/components/field_frame.h"
#include "core/ui/components/progress.h"

#include <algorithm>
#include <cstdlib>

namespace huiyin::ui {

namespace {

i18n::Text size_of(std::int64_t bytes) {
    constexpr std::int64_t kilobyte = 1000;
    constexpr std::int64_t megabyte = 1000 * kilobyte;
    if (bytes < megabyte)
        return i18n::tr("files.kilobytes", {{"size", std::max(std::int64_t{1}, bytes / kilobyte)}});
    return i18n::tr("files.megabytes", {{"size", (bytes + megabyte / 2) / megabyte}});
}

void state_view(Ui& ui, std::string const& id, ListedFile const& file) {
    if (!file.failure.empty()) {
        ui.text({.id = id + ".failure", .role = Role::ErrorText}, file.failure,
                {.kind = TextKind::Strong, .color = ColorRole::Danger});
        return ui.gap(12);
    }
    if (file.share < 1) return progress_bar(ui, id + ".progress", i18n::tr("files.sending"), file.share);
    ui.text({.id = id + ".done", .role = Role::Span}, i18n::tr("files.done"),
            {.kind = TextKind::Small, .color = ColorRole::Good});
    ui.gap(8);
}

bool file_view(Ui& ui, std::string const& id, ListedFile const& file) {
    Scope const item = ui.card({.id = id, .role = Role::ListItem, .kind = "card"}, Surface::Card);
    ui.text({.id = id + ".title", .role = Role::Span, .kind = "strong"}, i18n::verbatim(file.title),
            {.kind = TextKind::Strong});
    ui.text({.id = id + ".size", .role = Role::Span}, size_of(file.bytes),
            {.kind = TextKind::Small, .color = ColorRole::InkQuiet});
    ui.gap(8);
    state_view(ui, id, file);
    return button(ui, {.id = id + ".remove",
                       .label = i18n::tr("files.remove", {{"file", file.title}}),
                       .look = ButtonLook::Secondary});
}

/// The shell tells of each file by a line: its size, a space, its title.
std::vector<ChosenFile> chosen_files(std::string_view lines) {
    std::vector<ChosenFile> files;
    while (!lines.empty()) {
        std::string_view const line = lines.substr(0, lines.find('\n'));
        std::size_t const space = line.find(' ');
        if (space != std::string_view::npos)
            files.push_back({std::string(line.substr(space + 1)),
                             std::strtoll(std::string(line.substr(0, space)).c_str(), nullptr, 10)});
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    }
    return files;
}

} // namespace

std::optional<FileEvent> file_list(Ui& ui, FileList const& spec) {
    constexpr float height = measure::target + 20;
    std::optional<FileEvent> event;
    stand_field(ui, spec.frame, field_node(ui, spec.frame, Role::FileField), 0,
                std::max(height, ui.scaled(height)));
    ui.gap(12);
    if (!spec.files.empty()) {
        Scope const list = ui.open({.id = spec.frame.id + ".files", .role = Role::List});
        for (ListedFile const& file : spec.files) {
            if (file_view(ui, spec.frame.id + "." + file.name, file)) event = FileRemoved{file.name};
            ui.gap(12);
        }
    }
    ui.gap(8);
    if (auto const lines = ui.edited(spec.frame.id)) event = FilesChosen{chosen_files(*lines)};
    return event;
}

} // namespace huiyin::ui
