#pragma once

#include "core/ui/ui.h"

#include <optional>
#include <string>

namespace huiyin::ui {

/// What every field has around it.
struct FieldFrame {
    std::string id;
    i18n::Text label;
    i18n::Text hint = {};
    i18n::Text error = {};
};

struct TextField {
    FieldFrame frame;
    std::string value;
    InputKind input = InputKind::Text;
    Autocomplete autocomplete = Autocomplete::Off;
    /// In code points; 0 for none.
    int max_length = 0;
    /// Ends short of the column's end on wide windows: for codes and telephone numbers. In CSS pixels; 0 for
    /// the whole column.
    float width = 0;
};
/// The whole value, in the frame after it was edited.
std::optional<std::string> text_field(Ui& ui, TextField const& spec);

struct TextArea {
    FieldFrame frame;
    std::string value;
    int rows = 6;
    /// In code points: a count of what is left is shown.
    int max_length = 0;
};
std::optional<std::string> text_area(Ui& ui, TextArea const& spec);

struct Select {
    FieldFrame frame;
    std::vector<Option> options = {};
    std::string chosen = {};
};
std::optional<std::string> select(Ui& ui, Select const& spec);

struct RadioOption {
    std::string value;
    i18n::Text label;
    i18n::Text hint = {};
};
struct Radios {
    FieldFrame frame;
    std::vector<RadioOption> options = {};
    std::string chosen = {};
    /// The legend is the title of the page.
    bool is_page_title = false;
};
/// The value chosen, in the frame after it was.
std::optional<std::string> radios(Ui& ui, Radios const& spec);

struct CheckboxOption {
    /// Last part of the node id.
    std::string name;
    i18n::Text label;
    i18n::Text hint = {};
    bool is_checked = false;
};
struct Checkboxes {
    FieldFrame frame;
    std::vector<CheckboxOption> options = {};
};
struct CheckboxEdit {
    std::string name;
    bool is_checked;
};
/// What was checked or unchecked, in the frame after it was.
std::optional<CheckboxEdit> checkboxes(Ui& ui, Checkboxes const& spec);

/// One thing to be said yes or no to, without a question above it.
struct Checkbox {
    std::string id;
    i18n::Text label;
    i18n::Text hint = {};
    bool is_checked = false;
};
/// Whether it is checked, in the frame after that changed.
std::optional<bool> checkbox(Ui& ui, Checkbox const& spec);

struct DateField {
    FieldFrame frame;
    /// "2026-11-20", or with the time "2026-11-20T14:00": as the browser writes it, whatever it shows.
    std::string value;
    bool has_time = false;
    /// Empty for none.
    std::string earliest = {};
    std::string latest = {};
};
/// The whole value, in the frame after it was edited; empty while it is no date.
std::optional<std::string> date_field(Ui& ui, DateField const& spec);

} // namespace huiyin::ui
