#pragma once

#include "core/ui/components/field.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace huiyin::ui {

/// A file that was chosen, and how far it has come.
struct ListedFile {
    /// Last part of the node ids.
    std::string name;
    /// As its owner called it.
    std::string title;
    std::int64_t bytes = 0;
    /// What has arrived of it, 0 … 1; nothing where that is not known.
    std::optional<float> share = 0.F;
    /// Why nothing arrives at the moment; stands over the bar in the place of "being sent".
    i18n::Text note = {};
    /// Why it did not arrive; empty while all is well.
    i18n::Text failure = {};
    /// After a failure it may be tried again.
    bool may_try_again = false;
};

struct FileList {
    FieldFrame frame;
    /// On the button that takes a picture; empty where there is no camera.
    i18n::Text camera = {};
    std::vector<ListedFile> files = {};
};

/// A file as the browser tells of it.
struct ChosenFile {
    /// Drawn by the shell, which holds the file under it.
    std::string id = {};
    /// Media type.
    std::string type = {};
    std::string title = {};
    std::int64_t bytes = 0;
};
struct FilesChosen {
    std::vector<ChosenFile> files;
};
struct FileRemoved {
    std::string name;
};
struct FileTriedAgain {
    std::string name;
};
using FileEvent = std::variant<FilesChosen, FileRemoved, FileTriedAgain>;

/// "640 kB"
i18n::Text file_size(std::int64_t bytes);

/// Files with which nothing is to be done here, each with its progress.
void sent_files(Ui& ui, std::string_view id, std::vector<ListedFile> const& files);

/// A field to choose files with, and below it the files, each with its progress and a button to remove it.
std::optional<FileEvent> file_list(Ui& ui, FileList const& spec);

} // namespace huiyin::ui
