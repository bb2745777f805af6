#include "tests/app/samples.h"
#include "tests/support/person.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;
using namespace huiyin::tests;

namespace {

protocol::Response nobody(protocol::Request const&) { return {.status = 500}; }

Person visitor(Browser browser = {}) { return Person(nobody, sample_now, std::move(browser)); }

ui::Theme theme_of(Person const& person) { return person.frame().theme; }

} // namespace

BOOST_AUTO_TEST_SUITE(settings_tests)

BOOST_AUTO_TEST_CASE(a_theme_chosen_is_shown_at_once_and_at_the_next_visit) {
    Person person = visitor();
    BOOST_TEST((theme_of(person) == ui::theme(ui::ThemeName::Light)));
    person.clicks(person.words("settings.open")).clicks(person.words("settings.theme.dark"));
    BOOST_TEST((theme_of(person) == ui::theme(ui::ThemeName::Dark)));
    BOOST_TEST((theme_of(visitor(person.browser())) == ui::theme(ui::ThemeName::Dark)));
}

BOOST_AUTO_TEST_CASE(text_of_twice_the_size_is_set_twice_as_large) {
    Person person = visitor();
    auto const size_of_title = [&] {
        for (ui::Node const& node : person.frame().nodes)
            if (node.role == ui::Role::Heading && node.level == 1) return node.look->style.size;
        return 0.0F;
    };
    float const usual = size_of_title();
    person.clicks(person.words("settings.open"));
    person.chooses(person.words("settings.text.label"), "200 %").presses_escape();
    BOOST_TEST(size_of_title() == 2 * usual);
}

BOOST_AUTO_TEST_CASE(the_plain_page_is_kept_for_the_next_visit_and_can_be_left_again) {
    Person person = visitor();
    person.clicks(person.words("settings.open")).clicks(person.words("settings.page.plain"));
    BOOST_TEST(person.is_plain());
    Person again = visitor(person.browser());
    BOOST_TEST(again.is_plain());
    again.clicks(again.words("settings.open")).clicks(again.words("settings.page.full"));
    BOOST_TEST(!again.is_plain());
    BOOST_TEST(!visitor(again.browser()).is_plain());
}

BOOST_AUTO_TEST_CASE(escape_and_the_button_both_leave_the_dialog_and_give_the_focus_back) {
    Person person = visitor();
    person.clicks(person.words("settings.open")).presses_escape();
    BOOST_TEST(!person.sees(person.words("settings.theme.label")));
    BOOST_TEST(person.focus() == "settings.open");
    person.clicks(person.words("settings.open")).clicks(person.words("settings.close"));
    BOOST_TEST(!person.sees(person.words("settings.theme.label")));
    BOOST_TEST(person.focus() == "settings.open");
}

BOOST_AUTO_TEST_SUITE_END()
