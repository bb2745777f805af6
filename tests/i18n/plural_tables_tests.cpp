#include "tests/i18n/language_support.h"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

/// CLDR's own table of plural rules (UTS 35, part 3), read by itself, against what our messages choose.
namespace huiyin {

namespace {

/// A number as it is written, by the letters of UTS 35: n i v w f t; none is written with an exponent.
using Operands = std::map<char, double>;

struct Written {
    char const* text;
    i18n::Value value;
};

std::vector<Written> const numbers{{"0", 0},   {"1", 1},   {"2", 2},     {"3", 3},    {"5", 5},
                                   {"11", 11}, {"21", 21}, {"100", 100}, {"1.5", 1.5}};

Operands operands_of(std::string const& text) {
    std::size_t const point = std::min(text.find('.'), text.size());
    std::string const fraction = point < text.size() ? text.substr(point + 1) : "";
    double const digits = fraction.empty() ? 0 : std::stod(fraction);
    auto const places = static_cast<double>(fraction.size());
    return {{'n', std::stod(text)},
            {'i', std::floor(std::stod(text))},
            {'v', places},
            {'w', places},
            {'f', digits},
            {'t', digits},
            {'c', 0},
            {'e', 0}};
}

std::vector<std::string> split(std::string const& text, std::string const& separator) {
    std::vector<std::string> parts;
    std::size_t from = 0;
    for (std::size_t at = text.find(separator); at != std::string::npos; at = text.find(separator, from)) {
        parts.push_back(text.substr(from, at - from));
        from = at + separator.size();
    }
    parts.push_back(text.substr(from));
    return parts;
}

/// "2..4": only whole numbers lie in a range.
bool is_in(double value, std::string const& range) {
    auto const ends = split(range, "..");
    return value == std::floor(value) && value >= std::stod(ends.front()) && value <= std::stod(ends.back());
}

/// "n % 100 = 3..10,13", "i != 0".
bool holds(std::string const& relation, Operands const& operands) {
    std::istringstream words(relation);
    std::string name, sign, ranges;
    words >> name >> sign;
    double value = operands.at(name.front());
    if (sign == "%") {
        double divisor = 1;
        words >> divisor >> sign;
        value = std::fmod(value, divisor);
    }
    words >> ranges;
    bool is_found = false;
    for (std::string const& range : split(ranges, ","))
        is_found = is_found || is_in(value, range);
    return is_found == (sign == "=");
}

bool fits(std::string const& rule, Operands const& operands) {
    for (std::string const& condition : split(rule, " or ")) {
        bool is_whole = true;
        for (std::string const& relation : split(condition, " and "))
            is_whole = is_whole && holds(relation, operands);
        if (is_whole) return true;
    }
    return false;
}

/// The category of a number, by a language's rows: {"pluralRule-count-one": "i = 1 and v = 0 @integer 1"}.
std::string category(nlohmann::json const& rows, std::string const& number) {
    for (char const* const name : {"zero", "one", "two", "few", "many"}) {
        auto const row = rows.find("pluralRule-count-" + std::string(name));
        if (row == rows.end()) continue;
        std::string const rule = split(row->get<std::string>(), " @").front();
        if (fits(rule, operands_of(number))) return name;
    }
    return "other";
}

constexpr auto catalogue =
    R"({"is": "{n, plural, zero {zero} one {one} two {two} few {few} many {many} other {other}}"})";

} // namespace

BOOST_AUTO_TEST_SUITE(plural_tables_tests)

BOOST_AUTO_TEST_CASE(every_language_chooses_the_plural_form_of_the_table) {
    auto const table = nlohmann::json::parse(
        tests::read_file(HUIYIN_SOURCE_DIR "/tools/node_modules/cldr-core/supplemental/plurals.json"));
    for (auto const& info : i18n::languages()) {
        std::string const tag = std::string(info.tag).substr(0, info.tag.find('-'));
        auto const& rows = table.at("supplemental").at("plurals-type-cardinal").at(tag);
        auto const language = tests::speaking(info.tag, catalogue);
        for (Written const& number : numbers)
            BOOST_TEST(language->format(i18n::tr("is", {{"n", number.value}})) == category(rows, number.text),
                       info.tag << " " << number.text);
    }
}

BOOST_AUTO_TEST_CASE(the_table_is_read_as_it_is_written) {
    BOOST_TEST(fits("v = 0 and i % 10 = 2..4 and i % 100 != 12..14", operands_of("3")));
    BOOST_TEST(!fits("v = 0 and i % 10 = 2..4 and i % 100 != 12..14", operands_of("1.5")));
    BOOST_TEST(!fits("v = 0 and i % 10 = 2..4 and i % 100 != 12..14", operands_of("12")));
    BOOST_TEST(fits("i = 0 or n = 1", operands_of("1")));
    BOOST_TEST(!fits("n = 1..2", operands_of("1.5")));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin
