#include "core/app/screen_view.h"
#include "core/base/utf8.h"
#include "core/protocol/messages.h"
#include "tests/app/samples.h"
#include "tests/support/auditor.h"
#include "tests/support/fixed_text_engine.h"
#include "tests/support/person.h"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

using namespace huiyin;
using namespace huiyin::tests;

namespace {

/// Draws samples in one language.
class Easel {
public:
    explicit Easel(std::string const& tag) : m_ui(m_engine) {
        auto loaded =
            i18n::Language::load(tag, file_text("i18n/locales/" + tag + ".json"), Duration::hours(8));
        BOOST_REQUIRE(loaded.is_ok());
        m_language = std::move(loaded).value();
        auto city = protocol::read_city(file_text("assets/city.json"));
        BOOST_REQUIRE(city.is_ok());
        m_city = std::move(city).value();
    }

    ui::Frame const& draws(app::Model const& model, Window window) {
        m_auditor.begin_frame();
        m_ui.begin({.width = window.width, .height = window.height, .paint_bottom = window.height},
                   *m_language);
        app::screen_view(m_ui, model, m_city, [](app::Intent const&) {});
        return m_ui.end();
    }

    std::vector<std::string> faults(ui::Frame const& frame, Window window) const {
        std::vector<std::string> faults = faults_in(frame, window.width);
        for (std::string& complaint : m_auditor.complaints(frame))
            faults.push_back(std::move(complaint));
        return faults;
    }

private:
    FixedTextEngine m_engine;
    ui::Ui m_ui;
    Auditor m_auditor;
    std::unique_ptr<i18n::Language> m_language;
    City m_city;
};

/// Half widths of Han letters, which are as wide as two others.
int widths_in(std::string_view line) {
    int widths = 0;
    for (std::size_t at = 0; at < line.size();)
        widths += next_code_point(line, at) >= 0x2E80 ? 2 : 1;
    return widths;
}

void matches_golden(std::string const& path_from_root, std::string const& text) {
    std::filesystem::path const path = std::string(HUIYIN_SOURCE_DIR) + "/" + path_from_root;
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
        return;
    }
    BOOST_REQUIRE_MESSAGE(std::filesystem::exists(path),
                          path_from_root << " is missing: UPDATE_GOLDEN=1 writes it");
    BOOST_CHECK_MESSAGE(file_text(path_from_root) == text,
                        path_from_root << " differs; UPDATE_GOLDEN=1 rewrites it. Now:\n"
                                       << text);
}

/// Lines of more than 75 letters, white space at their ends left out, or of more than 38 Han letters.
std::vector<std::string> long_lines(ui::Node const& node) {
    std::vector<std::string> found;
    if (!node.look) return found;
    std::vector<std::uint32_t> starts = node.look->line_starts;
    starts.insert(starts.begin(), 0);
    starts.push_back(static_cast<std::uint32_t>(node.label.size()));
    for (std::size_t at = 0; at + 1 < starts.size(); ++at) {
        std::string const line = node.label.substr(starts[at], starts[at + 1] - starts[at]);
        if (widths_in(line) > 2 * 38) found.push_back(line);
    }
    return found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(golden_tests)

BOOST_AUTO_TEST_CASE(every_screen_says_in_every_language_what_its_golden_text_says) {
    for (i18n::LanguageInfo const& language : i18n::languages()) {
        Easel easel{std::string(language.tag)};
        for (Sample const& sample : samples())
            matches_golden("tests/golden/" + std::string(language.tag) + "/" + sample.name + ".txt",
                           golden_text(easel.draws(sample.model, phone)));
    }
}

BOOST_AUTO_TEST_CASE(every_screen_passes_inspection_and_audit_in_every_language_and_window) {
    for (i18n::LanguageInfo const& language : i18n::languages()) {
        Easel easel{std::string(language.tag)};
        for (Window const& window : {Window{320, 640}, phone, Window{768, 1024}, desktop})
            for (Sample const& sample : samples())
                for (std::string const& fault : easel.faults(easel.draws(sample.model, window), window))
                    BOOST_ERROR(language.tag << " " << sample.name << " at " << window.width << ": "
                                             << fault);
    }
}

BOOST_AUTO_TEST_CASE(no_line_is_longer_than_is_read_with_ease) {
    for (i18n::LanguageInfo const& language : i18n::languages()) {
        Easel easel{std::string(language.tag)};
        for (Window const& window : {phone, Window{768, 1024}, Window{1440, 900}})
            for (Sample const& sample : samples())
                for (ui::Node const& node : easel.draws(sample.model, window).nodes)
                    for (std::string const& fault : long_lines(node))
                        BOOST_ERROR(language.tag << " " << sample.name << " at " << window.width << ": "
                                                 << fault);
    }
}

BOOST_AUTO_TEST_CASE(every_screen_has_a_title_of_its_own) {
    Easel easel("en");
    std::map<std::string, std::string> route_of_title;
    for (Sample const& sample : samples()) {
        std::string const url = screens::url_of(sample.model.route);
        std::string const title = easel.draws(sample.model, phone).title;
        BOOST_TEST(!title.empty(), sample.name);
        auto const [known, is_new] = route_of_title.emplace(title, url);
        BOOST_TEST(known->second == url, sample.name << " has the title of " << known->second);
    }
}

BOOST_AUTO_TEST_CASE(every_route_has_a_sample) {
    std::set<std::string> shown;
    for (Sample const& sample : samples())
        shown.insert(screens::url_of(sample.model.route));
    for (std::string_view path : screens::all_paths())
        BOOST_TEST(shown.contains(std::string(path)), path << " has no sample");
}

BOOST_AUTO_TEST_SUITE_END()
