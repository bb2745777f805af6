#include "core/base/utf8.h"
#include "tests/app/samples.h"
#include "tests/support/easel.h"
#include "tests/support/pseudo_languages.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

using namespace huiyin;
using namespace huiyin::tests;

namespace {

/// Half widths of Han letters, which are as wide as two others.
int widths_in(std::string_view line) {
    int widths = 0;
    for (std::size_t at = 0; at < line.size();)
        widths += next_code_point(line, at) >= 0x2E80 ? 2 : 1;
    return widths;
}

/// Words differ in width, so that a thing keeps its distance only from the side that it stands at, or is
/// centred.
bool is_mirrored(ui::Rect const& left, ui::Rect const& right, float window_width) {
    float const at_start = left.x - (window_width - right.right());
    float const at_end = (window_width - left.right()) - right.x;
    return std::abs(at_start) < 1 || std::abs(at_end) < 1 || std::abs(at_start - at_end) < 1;
}

/// A telephone number, a case number, an access code, an address of mail.
bool is_exact(std::string_view words) {
    bool const has_digit = words.find_first_of("0123456789") != std::string_view::npos;
    bool const is_plain =
        std::ranges::all_of(words, [](char letter) { return letter > ' ' || letter == ' '; });
    // UAX #9, W5: a percent sign runs with its number in either direction.
    bool const is_percentage = words.ends_with('%');
    return is_plain && !is_percentage && (has_digit || words.find('@') != std::string_view::npos);
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

BOOST_AUTO_TEST_CASE(the_privacy_page_says_how_long_cases_are_kept_where_the_city_says_so) {
    app::Model model;
    model.route = screens::PrivacyRoute{};
    for (i18n::LanguageInfo const& language : i18n::languages()) {
        Easel easel{std::string(language.tag)};
        easel.city().kept_for = KeptFor{.contact_days = 90, .case_days = 1095};
        matches_golden("tests/golden/" + std::string(language.tag) + "/privacy_kept_for.txt",
                       golden_text(easel.draws(model, phone)));
    }
}

BOOST_AUTO_TEST_CASE(every_screen_passes_inspection_and_audit_in_every_language_and_window) {
    for (i18n::LanguageInfo const& language : i18n::languages()) {
        Easel easel{std::string(language.tag)};
        for (Window const& window : every_window)
            for (Sample const& sample : samples())
                for (std::string const& fault : easel.faults(easel.draws(sample.model, window), window))
                    BOOST_ERROR(language.tag << " " << sample.name << " at " << window.width << ": "
                                             << fault);
    }
}

BOOST_AUTO_TEST_CASE(no_line_is_longer_than_is_read_with_ease) {
    for (i18n::LanguageInfo const& language : i18n::languages()) {
        Easel easel{std::string(language.tag)};
        for (Window const& window : {phone, tablet, Window{1440, 900}})
            for (Sample const& sample : samples())
                for (ui::Node const& node : easel.draws(sample.model, window).nodes)
                    for (std::string const& fault : long_lines(node))
                        BOOST_ERROR(language.tag << " " << sample.name << " at " << window.width << ": "
                                                 << fault);
    }
}

BOOST_AUTO_TEST_CASE(every_screen_fits_the_narrowest_window_with_large_and_with_spaced_text) {
    Window const narrow = {320, 256};
    // WCAG 1.4.4; WCAG 1.4.12, by which lines are 1.5 times as high as letters, as ours are already.
    Reader const large = {.text_scale = 2};
    Reader const spaced = {.spacing = {.line_height = 1.5F, .letter = 0.12F, .word = 0.16F}};
    Reader const both = {.text_scale = 2, .spacing = spaced.spacing};
    for (i18n::LanguageInfo const& language : i18n::languages()) {
        Easel easel{std::string(language.tag)};
        for (Reader const& reader : {large, spaced, both})
            for (Sample const& sample : samples())
                for (std::string const& fault :
                     easel.faults(easel.draws(sample.model, narrow, reader), narrow))
                    BOOST_ERROR(language.tag << " " << sample.name << " at " << reader.text_scale << ": "
                                             << fault);
    }
}

BOOST_AUTO_TEST_CASE(the_longest_texts_that_a_translation_may_have_are_not_clipped_in_the_narrowest_window) {
    Window const narrow = {320, 640};
    for (auto const& [tag, catalogue] : pseudo_languages()) {
        Easel easel(tag, catalogue);
        for (Sample const& sample : samples()) {
            ui::Frame const& frame = easel.draws(sample.model, narrow);
            for (std::string const& fault : easel.faults(frame, narrow))
                BOOST_ERROR(tag << " " << sample.name << ": " << fault);
            for (std::string const& fault : clipped_texts(frame))
                BOOST_ERROR(tag << " " << sample.name << ": " << fault);
        }
    }
}

BOOST_AUTO_TEST_CASE(pages_in_arabic_are_mirrored) {
    Easel english("en");
    Easel arabic("ar");
    for (Window const& window : {phone, desktop})
        for (Sample const& sample : samples()) {
            ui::Nodes const left = english.draws(sample.model, window).nodes;
            ui::Nodes const right = arabic.draws(sample.model, window).nodes;
            BOOST_REQUIRE(left.size() == right.size());
            for (std::size_t at = 0; at < left.size(); ++at)
                BOOST_TEST(is_mirrored(left[at].bounds, right[at].bounds, window.width),
                           sample.name << " at " << window.width << ": " << left[at].id << " "
                                       << left[at].bounds << " and " << right[at].bounds);
        }
}

BOOST_AUTO_TEST_CASE(numbers_and_codes_run_left_to_right_on_pages_in_arabic) {
    Easel easel("ar");
    int seen = 0;
    for (Sample const& sample : samples())
        for (ui::Node const& node : easel.draws(sample.model, phone).nodes) {
            bool const is_field = node.role == ui::Role::TextField || node.role == ui::Role::TextArea;
            std::string const& words = is_field ? node.value : node.label;
            if (!node.look || !is_exact(words)) continue;
            ++seen;
            BOOST_TEST((node.direction == i18n::Direction::LeftToRight), sample.name << ": " << words);
        }
    BOOST_TEST(seen > 10);
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

BOOST_AUTO_TEST_CASE(a_new_version_is_offered_where_it_takes_nothing_away) {
    Easel easel("en");
    for (Sample const& sample : samples())
        for (auto const keeping : {screens::Keeping::Kept, screens::Keeping::Shared}) {
            app::Model model = sample.model;
            model.has_new_version = true;
            model.keeping = keeping;
            std::string const url = screens::url_of(model.route);
            bool const is_kept = url != "/receipt" && url != "/case" && url != "/feedback";
            ui::Nodes const& nodes = easel.draws(model, phone).nodes;
            bool const is_offered = std::ranges::find(nodes, "version.load", &ui::Node::id) != nodes.end();
            BOOST_TEST(is_offered == (is_kept && keeping == screens::Keeping::Kept), sample.name);
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
