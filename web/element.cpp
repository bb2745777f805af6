#include "web/element.h"

#include "core/base/verify.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace huiyin::web {

namespace {

using ui::Node;
using ui::Role;

constexpr std::array<std::string_view, 6> headings = {"h1", "h2", "h3", "h4", "h5", "h6"};

bool is_field(Role role) {
    return role == Role::TextField || role == Role::TextArea || role == Role::Select ||
           role == Role::ComboBox;
}

bool is_choice(Role role) { return role == Role::Radio || role == Role::Checkbox; }

/// Roles whose label is their text even when nothing of it is painted.
bool is_text(Role role) {
    using enum Role;
    constexpr std::array roles = {Heading, Legend, Paragraph,  Span,    Label, Hint,       ErrorText,
                                  Link,    Button, Tab,        Option,  Term,  Definition, ListItem,
                                  Caption, Cell,   ColumnHead, RowHead, Time,  Disclosure};
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

bool shows_text(Node const& node, bool has_children) {
    return node.look.has_value() ? !is_field(node.role) : is_text(node.role) && !has_children;
}

std::string_view input_type(Node const& node) {
    if (node.role == Role::Radio) return "radio";
    if (node.role == Role::Checkbox) return "checkbox";
    if (node.role == Role::FileField) return "file";
    switch (node.input) {
    case ui::InputKind::Telephone: return "tel";
    case ui::InputKind::Search: return "search";
    case ui::InputKind::Date: return "date";
    case ui::InputKind::DateTime: return "datetime-local";
    // Not type=email: browsers rewrite its value while it is typed.
    case ui::InputKind::Email:
    case ui::InputKind::Code:
    case ui::InputKind::Text: return "text";
    }
    return "text";
}

std::string_view autocomplete_token(ui::Autocomplete autocomplete) {
    switch (autocomplete) {
    case ui::Autocomplete::Off: return "off";
    case ui::Autocomplete::Name: return "name";
    case ui::Autocomplete::Telephone: return "tel";
    case ui::Autocomplete::Email: return "email";
    case ui::Autocomplete::StreetAddress: return "street-address";
    }
    return "off";
}

std::string joined(std::vector<std::string> const& words) {
    std::string all;
    for (std::string const& word : words)
        all.append(all.empty() ? "" : " ").append(word);
    return all;
}

std::string_view aria_current(Role role) {
    if (role == Role::Link) return "page";
    return role == Role::ListItem ? "step" : "true";
}

/// Collects the attributes of one element.
class Attributes {
public:
    void set(std::string_view name, std::string_view value) { m_list.push_back({name, std::string(value)}); }
    void set_if(bool holds, std::string_view name, std::string_view value = "") {
        if (holds) set(name, value);
    }
    std::vector<Attribute> take() { return std::move(m_list); }

private:
    std::vector<Attribute> m_list;
};

/// A role of ARIA where the tag alone does not say it: Safari drops the list from a list without bullets,
/// and tables lose theirs when their parts are placed one by one.
std::string_view aria_role(Node const& node) {
    switch (node.role) {
    case Role::List:
    case Role::OrderedList: return "list";
    case Role::Alert: return "group";
    case Role::TabList: return "tablist";
    case Role::Tab: return "tab";
    case Role::TabPanel: return "tabpanel";
    case Role::ComboBox: return "combobox";
    case Role::ListBox: return "listbox";
    case Role::Option: return "option";
    case Role::Table: return "table";
    case Role::Row: return "row";
    case Role::ColumnHead: return "columnheader";
    case Role::RowHead: return "rowheader";
    case Role::Cell: return "cell";
    case Role::QrCode: return "img";
    case Role::Group: return node.label.empty() || node.look ? "" : "group";
    default: return "";
    }
}

std::string class_of(Node const& node) {
    std::string result = node.kind;
    auto const add = [&](std::string_view name) { result.append(result.empty() ? "" : " ").append(name); };
    if (node.role == Role::Hint) add("hint");
    if (node.role == Role::ErrorText) add("error");
    if (node.role == Role::Alert) add("alert");
    if (node.role == Role::Progress) add("progress");
    if (node.role == Role::TextField && node.input == ui::InputKind::Code) add("code");
    return result;
}

void add_identity(Attributes& attributes, Node const& node, Surroundings const& around) {
    attributes.set("id", node.id);
    std::string const classes = class_of(node);
    attributes.set_if(!classes.empty(), "class", classes);
    std::string_view const role = aria_role(node);
    attributes.set_if(!role.empty(), "role", role);
    attributes.set_if(!node.lang.empty(), "lang", node.lang);
    attributes.set_if(has_own_direction(node) && node.direction != around.parent_direction, "dir",
                      node.direction == i18n::Direction::RightToLeft ? "rtl" : "ltr");
    bool const is_named_here =
        !node.label.empty() && !around.is_named_elsewhere && !shows_text(node, around.has_children);
    attributes.set_if(is_named_here, "aria-label", node.label);
}

void add_state(Attributes& attributes, Node const& node) {
    ui::NodeState const& state = node.state;
    attributes.set_if(state.disabled, "disabled");
    attributes.set_if(state.invalid, "aria-invalid", "true");
    attributes.set_if(state.required && (is_field(node.role) || node.role == Role::Checkbox), "aria-required",
                      "true");
    attributes.set_if(state.busy, "aria-busy", "true");
    attributes.set_if(state.current, "aria-current", aria_current(node.role));
    if (state.expanded && node.role != Role::Details)
        attributes.set("aria-expanded", *state.expanded ? "true" : "false");
    attributes.set_if(!node.controls.empty(), "aria-controls", node.controls);
    attributes.set_if(!node.described_by.empty(), "aria-describedby", joined(node.described_by));
}

void add_field_attributes(Attributes& attributes, Node const& node) {
    if (node.role != Role::TextArea) attributes.set("type", input_type(node));
    if (node.role == Role::TextField && node.input == ui::InputKind::Email)
        attributes.set("inputmode", "email");
    attributes.set_if(!node.earliest.empty(), "min", node.earliest);
    attributes.set_if(!node.latest.empty(), "max", node.latest);
    attributes.set("autocomplete", autocomplete_token(node.autocomplete));
    attributes.set("spellcheck", node.spellcheck ? "true" : "false");
    bool const is_exact = node.input == ui::InputKind::Code || node.input == ui::InputKind::Email;
    attributes.set_if(is_exact, "autocapitalize", node.input == ui::InputKind::Code ? "characters" : "none");
}

std::string_view aria_sort(ui::Sort sort) {
    if (sort == ui::Sort::None) return "none";
    return sort == ui::Sort::Ascending ? "ascending" : "descending";
}

/// Parts of composite widgets: one of them is on the way of the Tab key, arrow keys lead to the others.
void add_part_attributes(Attributes& attributes, Node const& node) {
    attributes.set("aria-selected", node.state.selected ? "true" : "false");
    attributes.set("tabindex", node.role == Role::Tab && node.state.selected ? "0" : "-1");
    attributes.set_if(node.role == Role::Tab, "type", "button");
}

void add_amount(Attributes& attributes, Node const& node) {
    if (!node.amount) return;
    attributes.set("max", "100");
    attributes.set("value", std::to_string(static_cast<int>(std::lround(*node.amount * 100))));
}

void add_special(Attributes& attributes, Node const& node) {
    switch (node.role) {
    case Role::Form: attributes.set("novalidate", ""); break;
    case Role::Alert: attributes.set("tabindex", "-1"); break;
    case Role::Details: attributes.set_if(node.state.expanded.value_or(false), "open"); break;
    case Role::Tab:
    case Role::Option: add_part_attributes(attributes, node); break;
    case Role::ColumnHead:
        attributes.set("scope", "col");
        if (node.sort) attributes.set("aria-sort", aria_sort(*node.sort));
        break;
    case Role::RowHead: attributes.set("scope", "row"); break;
    case Role::Time: attributes.set("datetime", node.value); break;
    case Role::QrCode: attributes.set("data-code", node.value); break;
    case Role::Progress: add_amount(attributes, node); break;
    case Role::FileField:
        attributes.set("type", input_type(node));
        attributes.set("multiple", "");
        attributes.set("accept", "image/jpeg,image/png,image/webp,image/heic,.heic,application/pdf,video/mp4,"
                                 "video/webm,video/quicktime");
        break;
    case Role::Label: attributes.set("for", node.for_id); break;
    case Role::Legend: attributes.set_if(node.level > 0, "data-level", std::to_string(node.level)); break;
    case Role::Link: attributes.set("href", node.href); break;
    case Role::Button:
        attributes.set("type", "button");
        attributes.set_if(!node.camera_of.empty(), "data-camera", node.camera_of);
        break;
    case Role::TextField:
    case Role::TextArea: add_field_attributes(attributes, node); break;
    case Role::ComboBox:
        add_field_attributes(attributes, node);
        attributes.set("aria-autocomplete", "list");
        break;
    case Role::Radio:
    case Role::Checkbox:
        attributes.set("type", input_type(node));
        attributes.set_if(!node.group.empty(), "name", node.group);
        attributes.set_if(!node.value.empty(), "value", node.value);
        break;
    default: break;
    }
}

} // namespace

bool has_own_direction(Node const& node) { return node.look.has_value() || is_field(node.role); }

std::string_view tag_of(Node const& node) {
    switch (node.role) {
    case Role::Banner: return "header";
    case Role::Main: return "main";
    case Role::Navigation: return "nav";
    case Role::Footer: return "footer";
    case Role::Form: return "form";
    case Role::Section: return "section";
    case Role::Fieldset: return "fieldset";
    case Role::List: return "ul";
    case Role::OrderedList: return "ol";
    case Role::ListItem: return "li";
    case Role::Summary: return "dl";
    case Role::Term: return "dt";
    case Role::Definition: return "dd";
    case Role::Heading:
        VERIFY(node.level >= 1 && node.level <= 6);
        return headings[static_cast<std::size_t>(node.level - 1)];
    case Role::Legend: return "legend";
    case Role::Paragraph:
    case Role::ErrorText: return "p";
    case Role::Span: return "span";
    case Role::Label: return "label";
    case Role::Link: return "a";
    case Role::Button: return "button";
    case Role::TextArea: return "textarea";
    case Role::Select: return "select";
    case Role::TextField:
    case Role::FileField:
    case Role::ComboBox:
    case Role::Radio:
    case Role::Checkbox: return "input";
    case Role::ListBox: return "ul";
    case Role::Option: return "li";
    case Role::Tab: return "button";
    case Role::Details: return "details";
    case Role::Disclosure: return "summary";
    case Role::Table: return "table";
    case Role::Caption: return "caption";
    case Role::Row: return "tr";
    case Role::ColumnHead:
    case Role::RowHead: return "th";
    case Role::Cell: return "td";
    case Role::Figure: return "figure";
    case Role::Time: return "time";
    case Role::Separator: return "hr";
    case Role::Progress: return node.look ? "p" : "progress";
    case Role::SummaryRow:
    case Role::Group:
    case Role::TabList:
    case Role::TabPanel:
    case Role::QrCode:
    case Role::Hint:
    case Role::Alert: return "div";
    case Role::Dialog: return "dialog";
    }
    return "div";
}

Element element_of(Node const& node, Surroundings const& around) {
    Attributes attributes;
    add_identity(attributes, node, around);
    add_state(attributes, node);
    add_special(attributes, node);

    Element element{.tag = tag_of(node), .attributes = attributes.take()};
    element.place = {node.bounds.x - around.parent_at.x, node.bounds.y - around.parent_at.y,
                     node.bounds.width, node.bounds.height};
    element.look = node.look;
    if (shows_text(node, around.has_children)) element.text = node.label;
    if (is_field(node.role)) element.value = node.value;
    if (is_choice(node.role)) element.checked = node.state.checked;
    if (node.role == Role::Select) element.options = node.options;
    return element;
}

} // namespace huiyin::web
