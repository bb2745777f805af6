#include "core/ui/components/accordion.h"
#include "core/ui/components/chart.h"
#include "core/ui/components/field.h"
#include "core/ui/components/file_list.h"
#include "core/ui/components/notification.h"
#include "core/ui/components/pagination.h"
#include "core/ui/components/progress.h"
#include "core/ui/components/rating.h"
#include "core/ui/components/search_select.h"
#include "core/ui/components/stepper.h"
#include "core/ui/components/table.h"
#include "core/ui/components/tabs.h"
#include "core/ui/components/text.h"
#include "tests/ui/stage.h"

using namespace huiyin;
using namespace huiyin::ui;
using i18n::tr;
using tests::node;
using tests::Stage;

namespace {

constexpr float phone_width = 360;
constexpr float desktop_width = 1280;

bool has(Frame const& frame, std::string_view id) {
    return std::ranges::find(frame.nodes, id, &Node::id) != frame.nodes.end();
}

Checkboxes const natures{.frame = {.id = "nature", .label = tr("submit.nature.title")},
                         .options = {{.name = "help", .label = tr("nature.help.label"), .is_checked = true},
                                     {.name = "praise", .label = tr("nature.praise.label")}}};

Tabs const stages{
    .id = "stages",
    .label = tr("case.stage"),
    .tabs = {{"received", tr("stage.received.label")}, {"handling", tr("stage.handling.label")}},
    .chosen = "received"};

Table const measured{.id = "table",
                     .caption = tr("case.stage"),
                     .columns = {{"stage", tr("case.stage")},
                                 {.name = "cases", .label = tr("home.title"), .can_be_sorted = true}},
                     .rows = {{"a", {i18n::verbatim("A"), i18n::verbatim("1")}},
                              {"b", {i18n::verbatim("B"), i18n::verbatim("2")}}},
                     .order = TableOrder{"cases", Sort::Ascending}};

SearchSelect countries() {
    return {.frame = {.id = "country", .label = tr("app.name")},
            .options =
                [] {
                    return std::vector<SearchOption>{{"ci", "Côte d’Ivoire"}, {"cn", "China"}, {"eg", "مِصر"}};
                },
            .is_open = true};
}

std::vector<std::string> found_by(std::string const& typed) {
    Stage stage;
    SearchSelect spec = countries();
    spec.typed = typed;
    std::vector<std::string> labels;
    for (Node const& each : stage.draws([&](Ui& ui) { search_select(ui, spec); }).nodes)
        if (each.role == Role::Option) labels.push_back(each.label);
    return labels;
}

std::vector<std::string> pages_of(int page, int pages) {
    Stage stage;
    auto const href = [](int to) { return "/?page=" + std::to_string(to); };
    Frame const& frame = stage.draws(
        [&](Ui& ui) { pagination(ui, {.id = "pages", .page = page, .pages = pages, .href = href}); }, {},
        desktop_width);
    std::vector<std::string> labels;
    for (Node const& each : frame.nodes)
        if (each.id.starts_with("pages.") && !each.label.empty()) labels.push_back(each.label);
    return labels;
}

} // namespace

BOOST_AUTO_TEST_SUITE(composite_tests)

BOOST_AUTO_TEST_CASE(checkboxes_tell_what_was_checked_and_show_it_at_once) {
    Stage stage;
    std::optional<CheckboxEdit> edit;
    Frame const& frame = stage.draws([&](Ui& ui) { edit = checkboxes(ui, natures); },
                                     {{"nature.praise", EventKind::Change, "true"}});
    BOOST_REQUIRE(edit.has_value());
    BOOST_TEST(edit->name == "praise");
    BOOST_TEST(edit->is_checked);
    BOOST_TEST(node(frame, "nature.help").state.checked);
    BOOST_TEST(node(frame, "nature.praise").state.checked);
}

BOOST_AUTO_TEST_CASE(a_tab_is_chosen_and_its_panel_has_its_name) {
    Stage stage;
    std::optional<std::string> chosen;
    Frame const& frame = stage.draws(
        [&](Ui& ui) {
            chosen = tabs(ui, stages, [&] { paragraph(ui, "inside", tr("stage.received.meaning")); });
        },
        {{"stages.handling", EventKind::Click}});
    BOOST_TEST(chosen.value_or("") == "handling");
    BOOST_TEST(node(frame, "stages.received").state.selected);
    BOOST_TEST(!node(frame, "stages.handling").state.selected);
    BOOST_TEST(node(frame, "stages.received").controls == "stages.panel");
    BOOST_TEST(node(frame, "stages.panel").label == node(frame, "stages.received").label);
}

BOOST_AUTO_TEST_CASE(an_accordion_draws_only_what_is_open_and_tells_whose_title_was_pressed) {
    Stage stage;
    std::optional<std::string> pressed;
    auto const section = [&](Ui& ui, std::string const& name, bool is_open) {
        return AccordionSection{name, tr("stage." + name + ".label"), is_open,
                                [&ui, name] { paragraph(ui, name + ".text", tr("home.lead")); }};
    };
    Frame const& frame = stage.draws(
        [&](Ui& ui) {
            pressed = accordion(ui, "more", {section(ui, "received", true), section(ui, "handling", false)});
        },
        {{"more.handling.title", EventKind::Click}});
    BOOST_TEST(pressed.value_or("") == "handling");
    BOOST_TEST(has(frame, "received.text"));
    BOOST_TEST(!has(frame, "handling.text"));
    BOOST_TEST(node(frame, "more.received.title").state.expanded.value_or(false));
}

BOOST_AUTO_TEST_CASE(a_table_says_by_what_it_is_sorted_and_turns_the_order_around) {
    Stage stage;
    std::optional<TableOrder> order;
    Frame const& frame = stage.draws([&](Ui& ui) { order = table(ui, measured); },
                                     {{"table.cases.sort", EventKind::Click}}, desktop_width);
    BOOST_REQUIRE(order.has_value());
    BOOST_CHECK(*order == (TableOrder{"cases", Sort::Descending}));
    BOOST_CHECK(node(frame, "table.cases").sort == Sort::Ascending);
    BOOST_CHECK(!node(frame, "table.stage").sort);
    BOOST_CHECK(node(frame, "table.a.stage").role == Role::RowHead);
}

BOOST_AUTO_TEST_CASE(a_table_is_cards_on_a_phone_and_can_still_be_sorted) {
    Stage stage;
    std::optional<TableOrder> order;
    Frame const& frame = stage.draws([&](Ui& ui) { order = table(ui, measured); },
                                     {{"table.sort", EventKind::Change, "cases-"}}, phone_width);
    BOOST_REQUIRE(order.has_value());
    BOOST_CHECK(*order == (TableOrder{"cases", Sort::Descending}));
    BOOST_CHECK(node(frame, "table.a.card").role == Role::ListItem);
    BOOST_CHECK(std::ranges::none_of(frame.nodes, [](Node const& each) { return each.role == Role::Table; }));
}

BOOST_AUTO_TEST_CASE(pagination_leaves_out_what_is_far_away) {
    std::vector<std::string> const first = {"1", "2", "3", "Next page"};
    BOOST_TEST(pages_of(1, 3) == first, boost::test_tools::per_element());
    std::vector<std::string> const middle = {"Previous page", "1", "…", "5", "6", "7", "…", "12",
                                             "Next page"};
    BOOST_TEST(pages_of(6, 12) == middle, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_search_finds_without_accents_capitals_and_vowel_marks) {
    BOOST_TEST(found_by("cote") == std::vector<std::string>{"Côte d’Ivoire"},
               boost::test_tools::per_element());
    BOOST_TEST(found_by("CHI") == std::vector<std::string>{"China"}, boost::test_tools::per_element());
    BOOST_TEST(found_by("مصر") == std::vector<std::string>{"مِصر"}, boost::test_tools::per_element());
    BOOST_TEST(found_by("").size() == 3U);
    BOOST_TEST(found_by("zz").empty());
}

BOOST_AUTO_TEST_CASE(what_is_searched_is_made_and_folded_once_for_a_language) {
    Stage stage;
    SearchSelect spec = countries();
    int times_made = 0;
    spec.options = [&] {
        ++times_made;
        return countries().options();
    };
    auto const draw = [&](bool is_open, std::string const& typed) {
        spec.is_open = is_open;
        spec.typed = typed;
        stage.draws([&](Ui& ui) { search_select(ui, spec); });
    };
    draw(false, "");
    BOOST_TEST(times_made == 0);
    for (std::string const typed : {"", "c", "ch", "chi"})
        draw(true, typed);
    BOOST_TEST(times_made == 1);
    stage.reads("ar");
    draw(true, "chi");
    BOOST_TEST(times_made == 2);
}

BOOST_AUTO_TEST_CASE(a_search_tells_what_was_typed_chosen_and_left) {
    auto const told = [](UiEvent const& event) {
        Stage stage;
        std::optional<SearchEvent> news;
        stage.draws([&](Ui& ui) { news = search_select(ui, countries()); }, {event});
        return news;
    };
    using enum SearchEvent::Kind;
    BOOST_CHECK(told({"country", EventKind::Input, "ch"}) == (SearchEvent{Typed, "ch"}));
    BOOST_CHECK(told({"country.cn", EventKind::Click}) == (SearchEvent{Chosen, "cn"}));
    BOOST_CHECK(told({"country", EventKind::Dismiss}) == (SearchEvent{Closed, ""}));
    BOOST_CHECK(told({"country", EventKind::Click}) == (SearchEvent{Opened, ""}));
}

BOOST_AUTO_TEST_CASE(files_are_told_with_their_sizes_and_can_be_removed) {
    auto const told = [](UiEvent const& event) {
        Stage stage;
        std::optional<FileEvent> news;
        FileList const spec{.frame = {.id = "files", .label = tr("app.name")},
                            .files = {{.name = "a", .title = "a.jpg", .bytes = 10}}};
        stage.draws([&](Ui& ui) { news = file_list(ui, spec); }, {event});
        BOOST_REQUIRE(news.has_value());
        return *news;
    };
    auto const chosen = std::get<FilesChosen>(told({"files", EventKind::Change,
                                                    "a1 image/jpeg 1200 at night.jpg\nb2 ? 7 工地.png\n"}))
                            .files;
    BOOST_REQUIRE(chosen.size() == 2U);
    BOOST_TEST(chosen[0].title == "at night.jpg");
    BOOST_TEST(chosen[0].bytes == 1200);
    BOOST_TEST(chosen[0].id == "a1");
    BOOST_TEST(chosen[0].type == "image/jpeg");
    BOOST_TEST(chosen[1].type == "?");
    BOOST_TEST(chosen[1].title == "工地.png");
    BOOST_TEST(std::get<FileRemoved>(told({"files.a.remove", EventKind::Click})).name == "a");
}

BOOST_AUTO_TEST_CASE(a_progress_bar_says_how_much_is_done) {
    Stage stage;
    Frame const& frame = stage.draws([](Ui& ui) { progress_bar(ui, "sending", tr("files.sending"), 0.6F); });
    BOOST_TEST(node(frame, "sending").amount.value_or(0) == 0.6F);
    BOOST_TEST(node(frame, "sending.percent").label == "60%");
}

BOOST_AUTO_TEST_CASE(a_notification_goes_when_it_is_closed) {
    Stage stage;
    bool is_closed = false;
    stage.draws([&](Ui& ui) { is_closed = notification(ui, {.id = "n", .words = tr("case.message.done")}); },
                {{"n.close", EventKind::Click}});
    BOOST_TEST(is_closed);
}

BOOST_AUTO_TEST_CASE(a_level_of_a_rating_is_chosen_on_wide_and_narrow_windows) {
    Rating const spec{.frame = {.id = "rating", .label = tr("satisfaction.question")},
                      .levels = {{"satisfied", tr("satisfaction.satisfied.label")},
                                 {"neutral", tr("satisfaction.neutral.label")}}};
    for (float const width : {phone_width, desktop_width}) {
        Stage stage;
        std::optional<std::string> chosen;
        Frame const& frame = stage.draws([&](Ui& ui) { chosen = rating(ui, spec); },
                                         {{"rating.neutral", EventKind::Change, "neutral"}}, width);
        BOOST_TEST(chosen.value_or("") == "neutral");
        BOOST_TEST(node(frame, "rating.neutral").state.checked);
    }
}

BOOST_AUTO_TEST_CASE(only_answered_steps_of_a_form_can_be_gone_back_to) {
    Stage stage;
    std::optional<std::string> followed;
    std::vector<Step> const steps = {{"a", tr("submit.check.nature"), "/submit/nature"},
                                     {"b", tr("submit.check.category"), "/submit/category"},
                                     {"c", tr("submit.check.district")}};
    Frame const& frame = stage.draws([&](Ui& ui) { followed = stepper(ui, "steps", steps, 1); },
                                     {{"steps.a.label", EventKind::Click}}, desktop_width);
    BOOST_TEST(followed.value_or("") == "a");
    BOOST_CHECK(node(frame, "steps.a.label").role == Role::Link);
    BOOST_CHECK(node(frame, "steps.b.label").role == Role::Span);
    BOOST_CHECK(node(frame, "steps.c.label").role == Role::Span);
    BOOST_TEST(node(frame, "steps.b").state.current);
}

BOOST_AUTO_TEST_CASE(the_numbers_of_a_chart_are_in_its_table) {
    Stage stage;
    Chart const spec{.id = "chart",
                     .title = tr("case.stage"),
                     .category_label = tr("case.stage"),
                     .categories = {i18n::verbatim("A"), i18n::verbatim("B")},
                     .series = {{"y", i18n::verbatim("2026"), {1200, 7}}},
                     .is_table_open = true};
    Frame const& frame = stage.draws([&](Ui& ui) { chart(ui, spec); }, {}, desktop_width);
    BOOST_TEST(node(frame, "chart.table.row0.y").label == "1,200");
    BOOST_TEST(node(frame, "chart.table.row1.y").label == "7");
}

BOOST_AUTO_TEST_SUITE_END()
