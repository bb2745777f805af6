#pragma once

#include "core/base/names.h"
#include "core/ui/geometry.h"
#include "i18n/language.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace huiyin::ui {

/// What a node is; the mirror makes one kind of DOM element of each.
enum class Role {
    Banner,      ///< header
    Main,        ///< main
    Navigation,  ///< nav
    Footer,      ///< footer
    Form,        ///< form (never sent by the browser)
    Section,     ///< section, named when it has a label
    Fieldset,    ///< fieldset; its label is its legend, painted as text
    List,        ///< ul
    OrderedList, ///< ol
    ListItem,    ///< li
    Summary,     ///< dl
    SummaryRow,  ///< div in a dl
    Term,        ///< dt
    Definition,  ///< dd
    Group,       ///< div without meaning, places its children
    Heading,     ///< h1 … h6 by `level`
    Legend,      ///< legend of the fieldset around it
    Paragraph,   ///< p
    Span,        ///< span: text inside a list item, a definition or a group
    Label,       ///< label of the field `for_id`
    Hint,        ///< div that describes a field
    ErrorText,   ///< p that says what is wrong with a field
    Alert,       ///< div tabindex=-1 role=group that takes focus: the error summary, a notice
    Dialog,      ///< dialog, shown over the page, which is inert meanwhile
    Link,        ///< a[href]
    Button,      ///< button type=button
    TextField,   ///< input
    TextArea,    ///< textarea
    FileField,   ///< input type=file, for several files
    Select,      ///< select
    ComboBox,    ///< input role=combobox, which opens the list box `controls`
    ListBox,     ///< ul role=listbox
    Option,      ///< li role=option; the arrow keys bring focus to it
    Radio,       ///< input type=radio; `group` is its name
    Checkbox,    ///< input type=checkbox
    TabList,     ///< div role=tablist
    Tab,         ///< button role=tab, which shows the panel `controls`
    TabPanel,    ///< div role=tabpanel
    Details,     ///< details, open when expanded
    Disclosure,  ///< summary of the details around it
    Table,       ///< table
    Caption,     ///< caption of the table around it
    Row,         ///< tr
    ColumnHead,  ///< th of a column, by `sort`
    RowHead,     ///< th of a row
    Cell,        ///< td
    Figure,      ///< figure; what is painted in it is told by its label
    Time,        ///< time; `value` is the moment for machines
    QrCode,      ///< div role=img, told by its label; the shell draws the code of the address `value`
    Separator,   ///< hr
    Progress,    ///< progress by `amount`, or busy text while something loads
};

/// What the browser needs to know of a text field.
enum class InputKind { Text, Search, Telephone, Email, Code, Date, DateTime };

enum class Autocomplete { Off, Name, Telephone, Email, StreetAddress };

/// How the rows of a table stand by a column.
enum class Sort { None, Ascending, Descending };

enum class Weight { Regular, Medium, Bold };
enum class Family { Sans, Mono };
enum class Align { Start, Center, End };

/// How a run of text looks; the cache key of everything measured and drawn, with the text itself.
struct TextStyle {
    /// CSS pixels.
    float size = 16;
    Weight weight = Weight::Regular;
    Family family = Family::Sans;
    /// BCP 47: the same Han character differs between zh-Hans, zh-Hant and ja.
    std::string lang;
    i18n::Direction direction = i18n::Direction::LeftToRight;
    /// CSS pixels, added behind each character.
    float letter_spacing = 0;
    /// CSS pixels, added to each space; from the reader's own text spacing.
    float word_spacing = 0;

    bool operator==(TextStyle const&) const = default;
};

/// The text of a node as the paint breaks it, so that selection and find lie on what is seen.
struct TextLook {
    TextStyle style;
    /// CSS pixels from one line to the next.
    float line_height = 24;
    Align align = Align::Start;
    /// Room between the node's bounds and its text, in CSS pixels: at both sides, and above and below.
    float padding_inline = 0;
    float padding_block = 0;
    /// Byte offsets into the label where lines behind the first begin.
    std::vector<std::uint32_t> line_starts = {};

    bool operator==(TextLook const&) const = default;
};

/// One choice of a select.
struct Option {
    std::string value;
    std::string label;
    /// Options with the same group stand together under its words; empty for none.
    std::string group = {};

    bool operator==(Option const&) const = default;
};

struct NodeState {
    bool disabled = false;
    bool checked = false;
    bool invalid = false;
    bool required = false;
    bool busy = false;
    /// The page, step or choice where the reader is (aria-current).
    bool current = false;
    std::optional<bool> expanded = {};
    /// Of a tab or option.
    bool selected = false;

    bool operator==(NodeState const&) const = default;
};

/// One thing on the screen: what is painted, said by a screen reader, found by a test.
struct Node {
    /// Stable words with dots, "submit.description"; never made of what is shown.
    std::string id;
    /// Place of the parent in the list; -1 at the root.
    int parent = -1;
    Role role = Role::Group;
    /// Of a heading, 1 … 6.
    int level = 0;
    /// Text content; of a field, group or landmark its accessible name. Shown text when `look` is there.
    std::string label = {};
    /// Of a field: what the Model holds; of a select and a radio: the value chosen or offered.
    std::string value = {};
    NodeState state = {};
    /// Set where it differs from the page's.
    std::string lang = {};
    /// Of this node's text or field.
    i18n::Direction direction = i18n::Direction::LeftToRight;
    Rect bounds = {};
    std::optional<TextLook> look = {};

    /// Of a link.
    std::string href = {};
    /// Of a label: the field's id.
    std::string for_id = {};
    /// Ids of hint and error, in this order.
    std::vector<std::string> described_by = {};
    /// Of radios that exclude each other.
    std::string group = {};
    /// Of a tab or combo box: the id of what it shows.
    std::string controls = {};
    /// Of a column head; nothing where the rows cannot be sorted by it.
    std::optional<Sort> sort = {};
    /// Of a progress: the share that is done, 0 … 1.
    std::optional<float> amount = {};
    /// Of a button: the id of the file field that gets the picture which a press takes with the camera.
    std::string camera_of = {};
    /// Of a date: the earliest and the latest allowed, as the field's value is written; empty for none.
    std::string earliest = {};
    std::string latest = {};
    InputKind input = InputKind::Text;
    Autocomplete autocomplete = Autocomplete::Off;
    /// In code points; 0 for no limit. Never cuts what is typed: the count says when it is too much.
    int max_length = 0;
    bool spellcheck = false;
    std::vector<Option> options = {};
    /// A class for the stylesheet of plain mode: what the element is for, "primary", "danger", "notice".
    std::string kind = {};

    bool operator==(Node const&) const = default;
};

/// Parents stand before their children; siblings in reading order.
using Nodes = std::vector<Node>;

} // namespace huiyin::ui

template <>
struct huiyin::Names<huiyin::ui::Role> {
    using enum huiyin::ui::Role;
    static constexpr auto all = named_values<huiyin::ui::Role>({{Banner, "banner"},
                                                                {Main, "main"},
                                                                {Navigation, "navigation"},
                                                                {Footer, "footer"},
                                                                {Form, "form"},
                                                                {Section, "section"},
                                                                {Fieldset, "fieldset"},
                                                                {List, "list"},
                                                                {OrderedList, "ordered list"},
                                                                {ListItem, "item"},
                                                                {Summary, "summary"},
                                                                {SummaryRow, "row"},
                                                                {Term, "term"},
                                                                {Definition, "definition"},
                                                                {Group, "group"},
                                                                {Heading, "heading"},
                                                                {Legend, "legend"},
                                                                {Paragraph, "paragraph"},
                                                                {Span, "span"},
                                                                {Label, "label"},
                                                                {Hint, "hint"},
                                                                {ErrorText, "error"},
                                                                {Alert, "alert"},
                                                                {Dialog, "dialog"},
                                                                {Link, "link"},
                                                                {Button, "button"},
                                                                {TextField, "text field"},
                                                                {TextArea, "text area"},
                                                                {FileField, "file field"},
                                                                {Select, "select"},
                                                                {ComboBox, "combo box"},
                                                                {ListBox, "list box"},
                                                                {Option, "option"},
                                                                {Radio, "radio"},
                                                                {Checkbox, "checkbox"},
                                                                {TabList, "tab list"},
                                                                {Tab, "tab"},
                                                                {TabPanel, "tab panel"},
                                                                {Details, "details"},
                                                                {Disclosure, "disclosure"},
                                                                {Table, "table"},
                                                                {Caption, "caption"},
                                                                {Row, "table row"},
                                                                {ColumnHead, "column head"},
                                                                {RowHead, "row head"},
                                                                {Cell, "cell"},
                                                                {Figure, "figure"},
                                                                {Time, "time"},
                                                                {QrCode, "QR code"},
                                                                {Separator, "separator"},
                                                                {Progress, "progress"}});
};
