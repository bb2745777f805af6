#include "core/base/utf8.h"
#include "core/ui/text_layout.h"
#include "i18n/catalogue.h"
#include "tests/support/declaration.h"
#include "tests/support/fixed_text_engine.h"
#include "tests/support/person.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <ctime>
#include <iostream>
#include <vector>

using namespace huiyin;
using namespace huiyin::tests;

namespace {

constexpr int rounds = 15;
constexpr std::size_t characters = 4000;

/// One language for each script.
constexpr std::string_view scripts[] = {"en", "ru", "ar", "hi", "th", "ko", "ja", "zh-Hans"};

double cpu_us() { return 1e6 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

std::unique_ptr<i18n::Language> language(std::string const& tag) {
    return i18n::Language::load(tag, file_text("i18n/locales/" + tag + ".json"), Duration::hours(8)).value();
}

std::string text_in(std::string_view tag) {
    auto const found = std::ranges::find(declarations, tag, &Declaration::language);
    std::string const text = text_of(*found);
    std::size_t end = 0;
    for (std::size_t count = 0; count < characters && end < text.size(); ++count)
        next_code_point(text, end);
    return text.substr(0, end);
}

void print_row(std::string const& name, double value, char const* unit) {
    static char const* separator = "";
    std::cout << separator << R"({"name": ")" << name << R"(", "value": )" << value << R"(, "unit": ")"
              << unit << R"("})";
    separator = ", ";
}

/// Without fonts: where lines may end, and how they are filled.
void measure_layout(std::string_view tag) {
    auto const speaking = language(std::string(tag));
    std::string const text = text_in(tag);
    ui::TextStyle const style{.size = 18, .lang = std::string(tag)};
    FixedTextEngine engine;
    std::vector<double> cold;
    std::vector<double> warm;
    for (int round = 0; round < rounds; ++round) {
        ui::TextLayout layout(engine);
        for (auto* const times : {&cold, &warm}) {
            double const start = cpu_us();
            BOOST_REQUIRE(!layout.lay_out(text, style, 328, *speaking).lines.empty());
            times->push_back(cpu_us() - start);
        }
    }
    std::string const name = "layout of 4,000 characters without fonts, " + std::string(tag);
    print_row(name + ", cold", median(cold), "µs");
    print_row(name + ", warm", median(warm), "µs");
}

/// Every label of the portal that stands as it is, many times.
void measure_lookup(std::string const& tag) {
    auto const catalogue = i18n::read_catalogue(file_text("i18n/locales/" + tag + ".json")).value();
    auto const speaking = language(tag);
    std::vector<i18n::Text> labels;
    for (auto const& [key, message] : catalogue)
        if (message.find('{') == std::string::npos) labels.push_back(i18n::tr(key));
    std::size_t bytes = 0;
    constexpr int times = 200;
    double const start = cpu_us();
    for (int round = 0; round < times; ++round)
        for (i18n::Text const& label : labels)
            bytes += speaking->format(label).size();
    double const taken_us = cpu_us() - start;
    BOOST_REQUIRE(bytes > 0);
    print_row("catalogue lookup of a label, " + tag,
              1000 * taken_us / times / static_cast<double>(labels.size()), "ns");
}

} // namespace

BOOST_AUTO_TEST_CASE(texts_and_labels) {
    std::cout << R"({"rows": [)";
    for (std::string_view const tag : scripts)
        measure_layout(tag);
    for (char const* const tag : {"en", "ar", "zh-Hans"})
        measure_lookup(tag);
    std::cout << "]}" << std::endl;
}
