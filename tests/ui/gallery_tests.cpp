#include "core/ui/gallery/gallery.h"
#include "tests/support/auditor.h"
#include "tests/support/fixed_text_engine.h"
#include "tests/support/person.h"
#include "tests/support/pseudo_languages.h"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <set>

using namespace huiyin;
using namespace huiyin::ui;

namespace {

bool is_target(Node const& node) {
    using enum Role;
    return node.role == Link || node.role == Button || node.role == Tab || node.role == Disclosure ||
           node.role == Radio || node.role == Checkbox || node.role == TextField || node.role == Select ||
           node.role == Option || node.role == ComboBox;
}

bool overlap(Rect const& a, Rect const& b) {
    return a.x < b.right() - 0.5F && b.x < a.right() - 0.5F && a.y < b.bottom() - 0.5F &&
           b.y < a.bottom() - 0.5F;
}

/// Pairs of controls that lie over each other; the link over the header is there only with focus.
std::vector<std::string> overlaps_in(Frame const& frame) {
    std::vector<std::string> found;
    for (Node const& one : frame.nodes)
        for (Node const& other : frame.nodes)
            if (&one < &other && is_target(one) && is_target(other) && one.kind != "skip" &&
                overlap(one.bounds, other.bounds))
                found.push_back(one.id + " lies over " + other.id);
    return found;
}

/// Draws examples in one language.
class Easel {
public:
    explicit Easel(std::string const& tag) : Easel(tag, tests::file_text("i18n/locales/" + tag + ".json")) {}

    /// With other words than the language's own.
    Easel(std::string const& tag, std::string const& catalogue) : m_ui(m_engine) {
        auto loaded = i18n::Language::load(tag, catalogue, Duration::hours(8));
        BOOST_REQUIRE(loaded.is_ok());
        m_language = std::move(loaded).value();
    }

    Frame const& draws(Component const& component, Example const& example, tests::Window window,
                       ThemeName theme, float text_scale = 1) {
        Held held;
        begin(window, theme, text_scale);
        example_page(m_ui, component, example, held);
        return m_ui.end();
    }

    Frame const& draws_all(tests::Window window) {
        Held held;
        begin(window, ThemeName::Light);
        gallery_page(m_ui, held);
        return m_ui.end();
    }

    std::vector<std::string> faults(Frame const& frame, tests::Window window) const {
        std::vector<std::string> faults = tests::faults_in(frame, window.width);
        for (std::string& complaint : m_auditor.complaints(frame))
            faults.push_back(std::move(complaint));
        for (std::string& pair : overlaps_in(frame))
            faults.push_back(std::move(pair));
        return faults;
    }

private:
    void begin(tests::Window window, ThemeName theme, float text_scale = 1) {
        m_auditor.begin_frame();
        m_ui.begin({.width = window.width,
                    .height = window.height,
                    .paint_bottom = window.height,
                    .theme = theme,
                    .text_scale = text_scale},
                   *m_language);
    }

    tests::FixedTextEngine m_engine;
    Ui m_ui;
    tests::Auditor m_auditor;
    std::unique_ptr<i18n::Language> m_language;
};

} // namespace

BOOST_AUTO_TEST_SUITE(gallery_tests)

BOOST_AUTO_TEST_CASE(every_example_passes_inspection_and_audit_in_every_language_theme_and_window) {
    for (i18n::LanguageInfo const& language : i18n::languages()) {
        Easel easel{std::string(language.tag)};
        for (Component const& component : components())
            for (Example const& example : component.examples())
                for (ThemeName const theme : own_themes)
                    for (tests::Window const& window : tests::every_window)
                        for (std::string const& fault :
                             easel.faults(easel.draws(component, example, window, theme), window))
                            BOOST_ERROR(component.name << ": " << example.name << " in " << language.tag
                                                       << " at " << window.width << ": " << fault);
    }
}

BOOST_AUTO_TEST_CASE(every_example_passes_inspection_and_audit_with_letters_of_twice_the_size) {
    for (i18n::LanguageInfo const& language : i18n::languages()) {
        Easel easel{std::string(language.tag)};
        for (Component const& component : components())
            for (Example const& example : component.examples())
                for (tests::Window const& window : tests::every_window)
                    for (std::string const& fault :
                         easel.faults(easel.draws(component, example, window, ThemeName::Light, 2), window))
                        BOOST_ERROR(component.name << ": " << example.name << " in " << language.tag << " at "
                                                   << window.width << ": " << fault);
    }
}

BOOST_AUTO_TEST_CASE(the_longest_texts_that_a_translation_may_have_are_not_clipped_in_the_narrowest_window) {
    tests::Window const narrow = {320, 640};
    for (auto const& [tag, catalogue] : tests::pseudo_languages()) {
        Easel easel(tag, catalogue);
        for (Component const& component : components())
            for (Example const& example : component.examples()) {
                Frame const& frame = easel.draws(component, example, narrow, ThemeName::Light);
                std::vector<std::string> faults = easel.faults(frame, narrow);
                for (std::string& fault : tests::clipped_texts(frame))
                    faults.push_back(std::move(fault));
                for (std::string const& fault : faults)
                    BOOST_ERROR(component.name << ": " << example.name << " in " << tag << ": " << fault);
            }
    }
}

BOOST_AUTO_TEST_CASE(the_gallery_shows_every_example_on_one_page) {
    for (i18n::LanguageInfo const& language : i18n::languages()) {
        Easel easel{std::string(language.tag)};
        Frame const& frame = easel.draws_all(tests::desktop);
        BOOST_TEST(easel.faults(frame, tests::desktop) == std::vector<std::string>{},
                   boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(every_component_has_examples_and_each_example_a_name_of_its_own) {
    std::set<std::string> names;
    for (Component const& component : components()) {
        BOOST_TEST(!component.examples().empty(), component.name << " has no examples");
        for (Example const& example : component.examples())
            BOOST_TEST(names.insert(std::string(component.name) + "." + std::string(example.name)).second);
    }
}

BOOST_AUTO_TEST_CASE(every_file_of_components_is_in_the_gallery) {
    // Parts of several components, and the frame around the page of every example.
    std::set<std::string> shown = {"choice.h", "field_frame.h", "page.h"};
    for (Component const& component : components())
        shown.insert(std::string(component.header));
    for (auto const& file : std::filesystem::directory_iterator(HUIYIN_SOURCE_DIR "/core/ui/components"))
        if (file.path().extension() == ".h")
            BOOST_TEST(shown.contains(file.path().filename().string()),
                       file.path().filename() << " has no examples in core/ui/gallery/gallery.cpp");
}

BOOST_AUTO_TEST_SUITE_END()
