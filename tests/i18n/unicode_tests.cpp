#include "core/base/utf8.h"
#include "tests/i18n/language_support.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <charconv>
#include <map>
#include <sstream>

/// Unicode's own tests of line and grapheme breaks (UAX 14, UAX 29), which Debian packages as unicode-data.
namespace huiyin {

namespace {

/// A place between two characters of a sample, the rule that decides it, and what it decides.
struct Place {
    std::size_t at;
    bool is_break;
    std::string rule;
};

struct Sample {
    std::string text;
    std::vector<Place> places;
};

/// The rules stand in brackets behind the sample: "× [9.0] COMBINING DIAERESIS (CM1_CM) ÷ [999.0] …".
std::vector<std::string> rules_in(std::string const& comment) {
    std::vector<std::string> rules;
    for (std::size_t at = comment.find('['); at != std::string::npos; at = comment.find('[', at + 1))
        rules.push_back(comment.substr(at + 1, comment.find(']', at) - at - 1));
    return rules;
}

/// "× 0023 × 0308 ÷ 2014 ÷", without the place before the text.
Sample sample_of(std::string const& line) {
    std::size_t const hash = line.find('#');
    std::vector<std::string> const rules = rules_in(line.substr(hash));
    std::istringstream words(line.substr(0, hash));
    Sample sample;
    std::size_t place = 0;
    for (std::string word; words >> word;) {
        bool const is_break = word == "÷";
        if (is_break || word == "×") {
            if (place > 0) sample.places.push_back({sample.text.size(), is_break, rules.at(place)});
            ++place;
        } else {
            unsigned code_point = 0;
            std::from_chars(word.data(), word.data() + word.size(), code_point, 16);
            append_utf8(sample.text, code_point);
        }
    }
    return sample;
}

std::vector<Sample> samples_in(std::string const& name) {
    std::istringstream lines(tests::read_file("/usr/share/unicode/auxiliary/" + name));
    std::vector<Sample> samples;
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with("×") || line.starts_with("÷")) samples.push_back(sample_of(line));
    return samples;
}

std::vector<std::size_t> line_ends(std::string_view text) {
    static auto const english = tests::speaking("en");
    std::vector<std::size_t> ends;
    for (auto const& each : english->line_breaks(text))
        ends.push_back(each.at);
    return ends;
}

std::vector<std::size_t> grapheme_ends(std::string_view text) {
    static auto const english = tests::speaking("en");
    return english->graphemes(text);
}

bool is_among(std::vector<std::size_t> const& ends, std::size_t at) {
    return std::binary_search(ends.begin(), ends.end(), at);
}

bool is_digit(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// Why we differ: the grapheme is ours, the others are tailorings of ICU's line.txt (LB 15.1, 20.09, 25).
std::string reason(std::string_view text, std::size_t at) {
    if (!is_among(grapheme_ends(text), at)) return "inside a grapheme";
    if (text[at] == '.' && is_digit(text, at + 1)) return "before a number that begins with its point";
    if (is_digit(text, at)) return "between a point or comma and its number";
    if (text.starts_with('-')) return "behind a hyphen at the beginning";
    return "?";
}

/// How often we break where a rule does not, or the other way, by rule and reason.
using Differences = std::map<std::string, int>;
using Ends = std::vector<std::size_t> (*)(std::string_view);

Differences differences(std::vector<Sample> const& samples, Ends ends_of) {
    Differences found;
    for (auto const& [text, places] : samples) {
        auto const ends = ends_of(text);
        for (Place const& place : places) {
            bool const is_ours = is_among(ends, place.at);
            if (is_ours == place.is_break) continue;
            std::string const what = is_ours ? ", but we break " : ", but we do not break ";
            ++found[place.rule + what + reason(text, place.at)];
        }
    }
    return found;
}

std::string shown(Differences const& differences) {
    std::string result;
    for (auto const& [rule, count] : differences)
        result += rule + ": " + std::to_string(count) + "\n";
    return result;
}

} // namespace

BOOST_AUTO_TEST_SUITE(unicode_tests)

BOOST_AUTO_TEST_CASE(graphemes_end_where_unicode_says) {
    auto const samples = samples_in("GraphemeBreakTest.txt");
    BOOST_TEST(samples.size() == 602U);
    BOOST_TEST(shown(differences(samples, grapheme_ends)) == "");
}

BOOST_AUTO_TEST_CASE(lines_end_where_unicode_says_but_for_known_tailorings) {
    auto const samples = samples_in("LineBreakTest.txt");
    BOOST_TEST(samples.size() == 7654U);
    BOOST_TEST(shown(differences(samples, line_ends)) ==
               "13.02, but we break before a number that begins with its point: 1\n"
               "18.0, but we do not break inside a grapheme: 254\n"
               "20.02, but we do not break inside a grapheme: 2\n"
               "8.0, but we do not break inside a grapheme: 2\n"
               "999.0, but we do not break behind a hyphen at the beginning: 8\n"
               "999.0, but we do not break between a point or comma and its number: 14\n"
               "999.0, but we do not break inside a grapheme: 60\n");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin
