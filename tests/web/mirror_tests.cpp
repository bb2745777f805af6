#include "web/mirror.h"

#include "tests/web/model_dom.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace huiyin::web {

namespace {

using ui::Node;
using ui::Nodes;
using ui::Role;

/// A mirror and the document that obeys it.
class Page {
public:
    int shows(Nodes const& nodes, std::string_view focused = "") {
        m_out.clear();
        m_mirror.update(nodes, i18n::Direction::LeftToRight, focused, m_out);
        return m_dom.apply(m_out.bytes());
    }
    void types(std::string const& id, std::string const& value) {
        m_mirror.note({.id = id, .kind = ui::EventKind::Input, .payload = value});
    }
    void chooses(std::string const& id, std::string const& value) {
        m_mirror.note({.id = id, .kind = ui::EventKind::Change, .payload = value});
    }
    void loses_places() { m_mirror.place_anew(); }
    ModelDom const& dom() const { return m_dom; }
    bool has(std::string_view words) const { return m_dom.print().find(words) != std::string::npos; }

private:
    Mirror m_mirror;
    ModelDom m_dom;
    WireWriter m_out;
};

std::string made_afresh(Nodes const& nodes) {
    Page page;
    page.shows(nodes);
    return page.dom().print();
}

Node group(std::string id, int parent = -1) { return {.id = std::move(id), .parent = parent}; }

Node words(std::string id, std::string label, int parent = -1) {
    return {.id = std::move(id), .parent = parent, .role = Role::Paragraph, .label = std::move(label)};
}

Node field(std::string id, std::string value, int parent = -1) {
    return {.id = std::move(id), .parent = parent, .role = Role::TextField, .value = std::move(value)};
}

Node radio(std::string id, bool is_checked) {
    return {.id = std::move(id), .role = Role::Radio, .state = {.checked = is_checked}, .group = "group"};
}

/// A tree of some of a dozen elements, in any order, each in any that stands before it.
Nodes random_tree(std::minstd_rand& random) {
    std::vector<int> names(12);
    for (std::size_t at = 0; at < names.size(); ++at)
        names[at] = static_cast<int>(at);
    std::shuffle(names.begin(), names.end(), random);
    names.resize(random() % (names.size() + 1));
    Nodes nodes;
    for (int const name : names) {
        int const parent = static_cast<int>(random() % (nodes.size() + 1)) - 1;
        Node node = group("node" + std::to_string(name), parent);
        if (random() % 8 == 0) node.role = Role::List;
        node.label = std::to_string(random() % 3);
        node.bounds = {static_cast<float>(random() % 2), static_cast<float>(random() % 2), 10, 10};
        nodes.push_back(node);
    }
    return nodes;
}

} // namespace

BOOST_AUTO_TEST_SUITE(mirror_tests)

BOOST_AUTO_TEST_CASE(the_first_frame_builds_the_tree) {
    Page page;
    page.shows({group("main"), words("first", "One", 0), words("second", "Two", 0), group("footer")});
    BOOST_TEST(page.dom().print() == "mirror [0,0 0×0] ''\n"
                                     " div id=\"main\" [0,0 0×0] ''\n"
                                     "  p id=\"first\" [0,0 0×0] 'One'\n"
                                     "  p id=\"second\" [0,0 0×0] 'Two'\n"
                                     " div id=\"footer\" [0,0 0×0] ''\n");
}

BOOST_AUTO_TEST_CASE(where_nothing_changed_nothing_is_written) {
    Nodes const nodes = {group("main"), words("first", "One", 0), field("name", "typed", 0),
                         radio("yes", true)};
    Page page;
    page.shows(nodes);
    BOOST_TEST(page.shows(nodes) == 0);
}

BOOST_AUTO_TEST_CASE(a_moved_parent_costs_one_operation) {
    Nodes nodes = {group("main")};
    for (int at = 0; at < 200; ++at)
        nodes.push_back(words("line" + std::to_string(at), "words", 0));
    Page page;
    page.shows(nodes);
    for (Node& node : nodes)
        node.bounds.y += 40;
    BOOST_TEST(page.shows(nodes) == 1);
    BOOST_TEST(page.dom().print() == made_afresh(nodes));
}

BOOST_AUTO_TEST_CASE(another_word_costs_one_operation) {
    Page page;
    page.shows({words("first", "One"), words("second", "Two")});
    BOOST_TEST(page.shows({words("first", "One"), words("second", "Three")}) == 1);
}

BOOST_AUTO_TEST_CASE(one_that_goes_to_the_front_is_the_only_one_moved) {
    Page page;
    page.shows({group("a"), group("b"), group("c"), group("d")});
    BOOST_TEST(page.shows({group("d"), group("a"), group("b"), group("c")}) == 1);
    BOOST_TEST(page.dom().moved().contains("d"));
}

BOOST_AUTO_TEST_CASE(an_element_with_focus_stays_in_the_document_while_all_others_change_places) {
    Page page;
    page.shows({group("a"), field("b", ""), group("c"), group("d"), group("e")});
    Nodes const nodes = {group("c"), group("d"), group("new"), group("e"), field("b", ""), group("a")};
    page.shows(nodes, "b");
    BOOST_TEST(!page.dom().moved().contains("b"));
    BOOST_TEST(page.dom().print() == made_afresh(nodes));
}

BOOST_AUTO_TEST_CASE(what_holds_the_focus_stays_too) {
    Page page;
    page.shows({group("form"), field("name", "", 0), group("aside")});
    Nodes const nodes = {group("aside"), group("form"), field("name", "", 1)};
    page.shows(nodes, "name");
    BOOST_TEST(!page.dom().moved().contains("form"));
    BOOST_TEST(page.dom().moved().contains("aside"));
}

BOOST_AUTO_TEST_CASE(an_element_with_focus_is_not_made_anew) {
    Page page;
    page.shows({words("title", "One"), field("name", "")});
    page.shows({words("other", "Two"), words("third", "Three"), field("name", "")}, "name");
    BOOST_TEST(page.dom().created().count("input") == 0);
}

BOOST_AUTO_TEST_CASE(another_role_makes_another_element_that_keeps_its_children) {
    Page page;
    page.shows({group("list"), words("item", "One", 0)});
    Nodes nodes = {group("list"), words("item", "One", 0)};
    nodes[0].role = Role::List;
    page.shows(nodes);
    BOOST_TEST(page.dom().created().count("ul") == 1);
    BOOST_TEST(page.dom().created().count("p") == 0);
    BOOST_TEST(page.dom().print() == made_afresh(nodes));
}

BOOST_AUTO_TEST_CASE(an_element_may_go_into_what_lay_in_it) {
    Page page;
    page.shows({group("a"), group("b", 0)});
    Nodes const nodes = {group("b"), group("a", 0)};
    page.shows(nodes);
    BOOST_TEST(page.dom().print() == made_afresh(nodes));
}

BOOST_AUTO_TEST_CASE(any_tree_becomes_any_other) {
    std::minstd_rand random(12345);
    Page page;
    for (int round = 0; round < 2000; ++round) {
        Nodes const nodes = random_tree(random);
        std::string const focused = nodes.empty() ? "" : nodes[random() % nodes.size()].id;
        page.shows(nodes, focused);
        BOOST_REQUIRE_EQUAL(page.dom().print(), made_afresh(nodes));
    }
}

BOOST_AUTO_TEST_CASE(what_is_typed_is_not_written_back) {
    Page page;
    page.shows({field("name", "")});
    page.types("name", "Lin");
    BOOST_TEST(page.shows({field("name", "Lin")}, "name") == 0);
}

BOOST_AUTO_TEST_CASE(a_model_that_does_not_take_what_was_typed_is_obeyed) {
    Page page;
    page.shows({field("name", "Lin")});
    page.types("name", "Lin!");
    BOOST_TEST(page.shows({field("name", "Lin")}, "name") == 1);
    BOOST_TEST(page.has("value 'Lin'"));
}

BOOST_AUTO_TEST_CASE(a_field_cleared_from_outside_is_cleared) {
    Page page;
    page.shows({field("name", "")});
    page.types("name", "Lin");
    page.shows({field("name", "Lin")});
    BOOST_TEST(page.shows({field("name", "")}) == 1);
    BOOST_TEST(!page.has("value"));
}

BOOST_AUTO_TEST_CASE(a_choice_takes_the_mark_from_the_others) {
    Page page;
    page.shows({radio("yes", true), radio("no", false)});
    page.chooses("no", "no");
    BOOST_TEST(page.shows({radio("yes", false), radio("no", true)}) == 0);
}

BOOST_AUTO_TEST_CASE(a_choice_that_is_refused_is_taken_back) {
    Page page;
    page.shows({radio("yes", true), radio("no", false)});
    page.chooses("no", "no");
    BOOST_TEST(page.shows({radio("yes", true), radio("no", false)}) == 2);
}

BOOST_AUTO_TEST_CASE(other_options_come_with_the_value_again) {
    Node select{.id = "district", .role = Role::Select, .value = "b"};
    select.options = {{"a", "A"}, {"b", "B"}};
    Page page;
    page.shows({select});
    select.options.push_back({"c", "C"});
    BOOST_TEST(page.shows({select}) == 2);
}

BOOST_AUTO_TEST_CASE(lines_begin_where_javascript_counts_them) {
    Node node = words("text", "a😀 中文 b");
    node.look = ui::TextLook{.style = {}, .line_starts = {6, 13}};
    Page page;
    page.shows({node});
    BOOST_TEST(page.has("'a😀 中文 b' |4 |7"));
}

BOOST_AUTO_TEST_CASE(other_line_breaks_are_written) {
    Node node = words("text", "one two");
    node.look = ui::TextLook{};
    Page page;
    page.shows({node});
    node.look->line_starts = {4};
    BOOST_TEST(page.shows({node}) == 1);
    BOOST_TEST(page.has("|4"));
}

BOOST_AUTO_TEST_CASE(a_child_is_placed_from_its_parent) {
    Node parent = group("main");
    parent.bounds = {100, 50, 300, 200};
    Node child = words("text", "words", 0);
    child.bounds = {116, 60, 200, 24};
    Page page;
    page.shows({parent, child});
    BOOST_TEST(page.has("[16,10 200×24]"));
}

BOOST_AUTO_TEST_CASE(places_are_written_again_once_when_the_document_has_thrown_them_away) {
    Page page;
    Nodes const nodes = {group("main"), words("first", "One", 0)};
    page.shows(nodes);
    BOOST_TEST(page.shows(nodes) == 0);
    page.loses_places();
    BOOST_TEST(page.shows(nodes) == 2);
    BOOST_TEST(page.shows(nodes) == 0);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::web
