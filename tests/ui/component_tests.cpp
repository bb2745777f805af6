#include "core/ui/components/accordion.h"
#include "core/ui/components/button.h"
#include "core/ui/components/clock.h"
#include "core/ui/components/field.h"
#include "core/ui/components/file_list.h"
#include "core/ui/components/notice.h"
#include "core/ui/components/notification.h"
#include "core/ui/components/page.h"
#include "core/ui/components/progress.h"
#include "core/ui/components/rating.h"
#include "core/ui/components/stepper.h"
#include "core/ui/components/table.h"
#include "core/ui/components/text.h"
#include "core/ui/components/timeline.h"
#include "core/ui/icon.h"
#include "tests/ui/stage.h"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <functional>
#include <vector>

using namespace huiyin;
using namespace huiyin::ui;
using i18n::tr;
using tests::node;
using tests::Stage;

namespace {

Radios const yes_or_no{.frame = {.id = "answer", .label = tr("contacted.question")},
                       .options = {{"yes", tr("contacted.yes.label")}, {"no", tr("contacted.no.label")}},
                       .chosen = "no"};

/// Where the paint of an icon alone is heaviest, from its middle; to the right is more than nothing.
float lean_of(Icon icon, std::string const& tag) {
    constexpr Rect box = {100, 600, 40, 40};
    Stage stage(tag);
    Frame const& frame = stage.draws([&](Ui& ui) { ui.icon(icon, box, ColorRole::Danger); });
    Color const color = theme(ThemeName::Light)[ColorRole::Danger];
    std::uint32_t const paint = color.red | color.green << 8U | color.blue << 16U | 0xFF000000U;
    float sum = 0;
    for (PaintList const& list : frame.paint)
        for (PaintVertex const& vertex : list.vertices)
            if (vertex.rgba == paint && vertex.y > box.y - 4) sum += vertex.x - (box.x + box.width / 2);
    return sum;
}

/// What is painted beside words, in a colour that nothing else on the stage has.
struct Painted {
    char const* name;
    ColorRole color;
    std::function<void(Ui&)> draw;
};

std::vector<Painted> painted_beside_words() {
    i18n::Text const words = tr("app.name");
    FieldFrame const frame{.id = "field", .label = words};
    std::vector<RadioOption> const options = {{"a", words}, {"b", words}};
    std::vector<Step> const steps = {{"a", words}, {"b", words}};
    Table const sorted{.id = "table",
                       .caption = words,
                       .columns = {{.name = "a", .label = words, .can_be_sorted = true}},
                       .order = TableOrder{"a"}};
    return {
        {"radio", ColorRole::LineStrong,
         [=](Ui& ui) {
             radios(ui, {frame, {options[0]}});
         }},
        {"checkbox", ColorRole::LineStrong,
         [=](Ui& ui) {
             checkboxes(ui, {frame, {{"a", words}}});
         }},
        {"rating", ColorRole::InkQuiet,
         [=](Ui& ui) {
             rating(ui, {frame, options});
         }},
        {"stepper", ColorRole::LineStrong, [=](Ui& ui) { stepper(ui, "steps", steps, 0); }},
        {"timeline", ColorRole::LineStrong,
         [=](Ui& ui) {
             timeline(ui, "events", {{"a", words, {}}, {"b", words, {}}});
         }},
        {"accordion", ColorRole::Link,
         [=](Ui& ui) {
             accordion(ui, "more", {{"a", words, false, {}}});
         }},
        {"table", ColorRole::Action, [=](Ui& ui) { table(ui, sorted); }},
        {"notification", ColorRole::Ink,
         [=](Ui& ui) {
             notification(ui, {"news", words});
         }},
        {"progress", ColorRole::Action, [=](Ui& ui) { progress_bar(ui, "done", words, 1); }},
        {"clock", ColorRole::Danger, [=](Ui& ui) { clock_sentence(ui, "clock", words, ClockLook::Overdue); }},
    };
}

float height_of(Painted const& painted, float text_scale) {
    Stage stage;
    stage.sets_text(text_scale);
    Frame const& frame = stage.draws(painted.draw, {}, 1400);
    Color const color = theme(ThemeName::Light)[painted.color];
    std::uint32_t const paint = color.red | color.green << 8U | color.blue << 16U | 0xFF000000U;
    Rect const main = node(frame, "main").bounds;
    std::vector<float> heights;
    for (PaintList const& list : frame.paint)
        for (PaintVertex const& vertex : list.vertices)
            if (vertex.rgba == paint && vertex.y < main.bottom()) heights.push_back(vertex.y);
    BOOST_REQUIRE_MESSAGE(!heights.empty(), painted.name << " was not painted");
    auto const [top, bottom] = std::ranges::minmax(heights);
    return bottom - top;
}

} // namespace

BOOST_AUTO_TEST_SUITE(component_tests)

BOOST_AUTO_TEST_CASE(what_is_painted_beside_words_grows_with_them) {
    for (Painted const& painted : painted_beside_words()) {
        float const growth = height_of(painted, 2) / height_of(painted, 1);
        BOOST_TEST((growth > 1.8F && growth < 2.2F), painted.name << " grows " << growth << " times");
    }
}

BOOST_AUTO_TEST_CASE(a_field_for_files_grows_with_the_letters_of_its_button) {
    auto const height_with = [](float text_scale) {
        Stage stage;
        stage.sets_text(text_scale);
        FileList const spec{.frame = {.id = "files", .label = tr("app.name")}};
        return node(stage.draws([&](Ui& ui) { file_list(ui, spec); }), "files").bounds.height;
    };
    BOOST_TEST(height_with(2) == 2 * height_with(1));
}

BOOST_AUTO_TEST_CASE(a_button_tells_of_its_press_once) {
    Stage stage;
    int presses = 0;
    auto const main = [&](Ui& ui) {
        if (button(ui, {.id = "send", .label = tr("home.submit.start")})) ++presses;
    };
    stage.draws(main, {{"send", EventKind::Click}});
    stage.draws(main);
    BOOST_TEST(presses == 1);
}

BOOST_AUTO_TEST_CASE(a_busy_button_takes_no_press) {
    Stage stage;
    int presses = 0;
    stage.draws(
        [&](Ui& ui) {
            if (button(ui, {.id = "send", .label = tr("home.submit.start"), .is_busy = true})) ++presses;
        },
        {{"send", EventKind::Click}});
    BOOST_TEST(presses == 0);
}

BOOST_AUTO_TEST_CASE(the_newest_value_of_a_field_counts) {
    Stage stage;
    std::optional<std::string> value;
    stage.draws(
        [&](Ui& ui) {
            value = text_field(ui, {.frame = {.id = "name", .label = tr("app.name")}, .value = {}});
        },
        {{"name", EventKind::Input, "L"}, {"name", EventKind::Input, "Li"}});
    BOOST_TEST(value.value_or("") == "Li");
}

BOOST_AUTO_TEST_CASE(the_frame_that_brings_an_edit_does_not_take_it_back) {
    Stage stage;
    Frame const& frame = stage.draws(
        [](Ui& ui) {
            text_field(ui, {.frame = {.id = "name", .label = tr("app.name")}, .value = {}});
            text_area(ui, {.frame = {.id = "text", .label = tr("home.title")}, .value = "old"});
            select(ui, {.frame = {.id = "list", .label = tr("home.lead")},
                        .options = {{"a", "A"}, {"b", "B"}},
                        .chosen = "a"});
        },
        {{"name", EventKind::Input, "L"},
         {"text", EventKind::Input, "older"},
         {"list", EventKind::Change, "b"}});
    BOOST_TEST(node(frame, "name").value == "L");
    BOOST_TEST(node(frame, "text").value == "older");
    BOOST_TEST(node(frame, "list").value == "b");
}

BOOST_AUTO_TEST_CASE(a_field_with_an_error_is_invalid_and_described_by_hint_and_error) {
    Stage stage;
    Frame const& frame = stage.draws([&](Ui& ui) {
        text_field(ui, {.frame = {.id = "name",
                                  .label = tr("app.name"),
                                  .hint = tr("home.track.text"),
                                  .error = tr("problem.required")},
                        .value = {}});
    });
    Node const& field = node(frame, "name");
    BOOST_TEST(field.state.invalid);
    std::vector<std::string> const expected = {"name.hint", "name.error"};
    BOOST_TEST(field.described_by == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(radios_tell_which_was_chosen_and_mark_it_at_once) {
    Stage stage;
    std::optional<std::string> chosen;
    Frame const& frame = stage.draws(
        [&](Ui& ui) {
            heading(ui, "title", 1, tr("home.title"));
            chosen = radios(ui, yes_or_no);
        },
        {{"answer.yes", EventKind::Change, "yes"}});
    BOOST_TEST(chosen.value_or("") == "yes");
    BOOST_TEST(node(frame, "answer.yes").state.checked);
    BOOST_TEST(!node(frame, "answer.no").state.checked);
    BOOST_TEST(node(frame, "answer.no").group == "answer");
}

BOOST_AUTO_TEST_CASE(right_to_left_is_the_mirror_image) {
    Stage english("en");
    Stage arabic("ar");
    auto const main = [](Ui& ui) {
        heading(ui, "title", 1, tr("home.title"));
        radios(ui, yes_or_no);
    };
    Rect const left = node(english.draws(main), "language").bounds;
    Rect const right = node(arabic.draws(main), "language").bounds;
    BOOST_TEST(left.right() == 360 - right.x);
}

BOOST_AUTO_TEST_CASE(every_item_that_dear_imgui_knows_has_a_node_with_its_bounds) {
    Stage stage;
    Frame const& frame = stage.draws([&](Ui& ui) {
        heading(ui, "title", 1, tr("home.title"));
        radios(ui, yes_or_no);
        button(ui, {.id = "send", .label = tr("home.submit.start")});
    });
    BOOST_TEST(stage.auditor().items() >= 5U);
    BOOST_TEST(stage.auditor().complaints(frame) == std::vector<std::string>{},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_auditor_notices_an_item_without_a_node_and_one_that_lies_elsewhere) {
    Stage stage;
    Frame frame = stage.draws([&](Ui& ui) { button(ui, {.id = "send", .label = tr("home.submit.start")}); });
    std::erase_if(frame.nodes, [](Node const& candidate) { return candidate.id == "language"; });
    for (Node& candidate : frame.nodes)
        if (candidate.id == "send") candidate.bounds.x += 3;
    BOOST_TEST(stage.auditor().complaints(frame).size() == 2U);
}

BOOST_AUTO_TEST_CASE(the_inspection_notices_what_it_is_there_for) {
    Frame frame;
    frame.nodes = {{.id = "main", .role = Role::Main, .bounds = {0, 0, 360, 100}},
                   {.id = "title", .parent = 0, .role = Role::Heading, .level = 1, .label = "x"}};
    BOOST_TEST(tests::faults_in(frame, 360).empty());
    Node const good{.id = "b", .parent = 0, .role = Role::Button, .label = "Send", .bounds = {0, 0, 100, 44}};
    auto const faults_with = [&](auto const& change) {
        Frame changed = frame;
        Node node = good;
        change(node);
        changed.nodes.push_back(node);
        return tests::faults_in(changed, 360).size();
    };
    BOOST_TEST(faults_with([](Node&) {}) == 0U);
    BOOST_TEST(faults_with([](Node& node) { node.id = "title"; }) == 1U);
    BOOST_TEST(faults_with([](Node& node) { node.label.clear(); }) == 1U);
    BOOST_TEST(faults_with([](Node& node) { node.bounds.height = 20; }) == 1U);
    BOOST_TEST(faults_with([](Node& node) { node.bounds.x = 300; }) == 1U);
    BOOST_TEST(faults_with([](Node& node) { node.parent = 2; }) == 1U);
    BOOST_TEST(faults_with([](Node& node) { node.described_by = {"nothing"}; }) == 1U);
    BOOST_TEST(faults_with([](Node& node) { node.role = Role::Link; }) == 1U);
}

BOOST_AUTO_TEST_CASE(nothing_is_painted_below_the_painted_part_but_all_of_it_is_recorded) {
    Stage stage;
    Frame const& frame = stage.draws([](Ui& ui) {
        heading(ui, "title", 1, tr("home.title"));
        ui.gap(5000);
        paragraph(ui, "far", tr("home.lead"));
    });
    BOOST_TEST(node(frame, "far").bounds.y > 5000);
    for (PaintList const& list : frame.paint)
        for (PaintVertex const& vertex : list.vertices)
            BOOST_TEST(vertex.y < 2000);
}

BOOST_AUTO_TEST_CASE(what_people_wrote_in_another_direction_stands_at_the_start_of_the_page) {
    auto const main = [](Ui& ui) {
        paragraph(ui, "unit", i18n::verbatim("\u5E02\u6C34\u52A1\u5C40"));
        paragraph(ui, "street", i18n::verbatim("\u0634\u0627\u0631\u0639"));
    };
    Stage arabic_page("ar");
    Frame const& arabic = arabic_page.draws(main);
    BOOST_TEST((node(arabic, "unit").direction == i18n::Direction::LeftToRight));
    BOOST_TEST((node(arabic, "unit").look->align == Align::End));
    BOOST_TEST((node(arabic, "street").look->align == Align::Start));
    Stage english_page("en");
    Frame const& english = english_page.draws(main);
    BOOST_TEST((node(english, "unit").look->align == Align::Start));
    BOOST_TEST((node(english, "street").look->align == Align::End));
}

BOOST_AUTO_TEST_CASE(icons_with_a_direction_are_mirrored_where_reading_is_and_others_are_not) {
    for (Icon const icon : {Icon::Back, Icon::Forward}) {
        BOOST_TEST(std::abs(lean_of(icon, "en")) > 1);
        BOOST_TEST(lean_of(icon, "ar") == -lean_of(icon, "en"), boost::test_tools::tolerance(0.01F));
    }
    BOOST_TEST(lean_of(Icon::Search, "ar") == lean_of(Icon::Search, "en"));
}

BOOST_AUTO_TEST_SUITE_END()
