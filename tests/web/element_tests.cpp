#include "web/element.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <optional>

namespace huiyin::web {

namespace {

using ui::Node;
using ui::Role;

std::optional<std::string> attribute(Element const& element, std::string_view name) {
    auto const found = std::find_if(element.attributes.begin(), element.attributes.end(),
                                    [&](Attribute const& candidate) { return candidate.name == name; });
    if (found == element.attributes.end()) return std::nullopt;
    return found->value;
}

std::string said(Node const& node, std::string_view name, Surroundings const& around = {}) {
    return attribute(element_of(node, around), name).value_or("(none)");
}

} // namespace

BOOST_AUTO_TEST_SUITE(element_tests)

BOOST_AUTO_TEST_CASE(every_role_has_an_element_with_its_id) {
    for (auto const& [role, name] : Names<Role>::all) {
        BOOST_TEST_CONTEXT(name) {
            Node const node{.id = "some.id", .role = role, .level = 1};
            BOOST_TEST(!tag_of(node).empty());
            BOOST_TEST(said(node, "id") == "some.id");
        }
    }
}

BOOST_AUTO_TEST_CASE(a_field_is_named_by_its_label_element_or_else_by_itself) {
    Node const node{.id = "name", .role = Role::TextField, .label = "Your name"};
    BOOST_TEST(said(node, "aria-label") == "Your name");
    BOOST_TEST(said(node, "aria-label", {.is_named_elsewhere = true}) == "(none)");
}

BOOST_AUTO_TEST_CASE(text_is_not_said_twice) {
    Node const node{.id = "send", .role = Role::Button, .label = "Send"};
    BOOST_TEST(element_of(node, {}).text == "Send");
    BOOST_TEST(said(node, "aria-label") == "(none)");
}

BOOST_AUTO_TEST_CASE(a_link_around_other_nodes_is_named_without_text) {
    Node const node{.id = "card", .role = Role::Link, .label = "Your case"};
    Element const element = element_of(node, {.has_children = true});
    BOOST_TEST(element.text.empty());
    BOOST_TEST(attribute(element, "aria-label").value_or("") == "Your case");
}

BOOST_AUTO_TEST_CASE(the_direction_of_text_is_said_where_it_differs) {
    Node const node{.id = "text",
                    .role = Role::Paragraph,
                    .direction = i18n::Direction::RightToLeft,
                    .look = ui::TextLook{}};
    BOOST_TEST(said(node, "dir") == "rtl");
    BOOST_TEST(said(node, "dir", {.parent_direction = i18n::Direction::RightToLeft}) == "(none)");
}

BOOST_AUTO_TEST_CASE(a_box_runs_as_what_it_lies_in) {
    Node const node{.id = "main", .role = Role::Main};
    BOOST_TEST(said(node, "dir", {.parent_direction = i18n::Direction::RightToLeft}) == "(none)");
}

BOOST_AUTO_TEST_CASE(a_telephone_field_can_be_filled_by_the_browser) {
    Node const node{.id = "phone",
                    .role = Role::TextField,
                    .input = ui::InputKind::Telephone,
                    .autocomplete = ui::Autocomplete::Telephone};
    BOOST_TEST(said(node, "type") == "tel");
    BOOST_TEST(said(node, "autocomplete") == "tel");
}

BOOST_AUTO_TEST_CASE(the_length_of_what_is_typed_is_never_cut) {
    Node const node{.id = "text", .role = Role::TextArea, .max_length = 4000};
    BOOST_TEST(said(node, "maxlength") == "(none)");
}

BOOST_AUTO_TEST_CASE(hint_and_error_describe_a_field) {
    Node const node{.id = "text",
                    .role = Role::TextArea,
                    .state = {.invalid = true},
                    .described_by = {"text.hint", "text.error"}};
    BOOST_TEST(said(node, "aria-invalid") == "true");
    BOOST_TEST(said(node, "aria-describedby") == "text.hint text.error");
}

BOOST_AUTO_TEST_CASE(a_page_title_may_be_a_legend) {
    Node const node{.id = "nature.legend", .role = Role::Legend, .level = 1, .label = "What is it?"};
    BOOST_TEST(tag_of(node) == "legend");
    BOOST_TEST(said(node, "data-level") == "1");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::web
