#include "tests/journeys/citizen.h"
#include "web/mirror.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <ctime>
#include <iostream>
#include <vector>

using namespace huiyin;
using namespace huiyin::tests;

namespace {

constexpr int rounds = 40;

/// CPU time: what else the machine does shows less in it than in the time of day.
struct Measured {
    double ms;
    int frames;
};

/// Submit, track, feedback, through the real views to the real backend in memory.
Measured journey(std::string const& language) {
    Joined joined;
    Citizen citizen(joined, language);
    citizen.person().stops_auditing();
    int const frames_before = citizen.person().frames();
    std::clock_t const start = std::clock();
    citizen.fills_in().sends().opens_the_case();
    BOOST_REQUIRE(joined.staff(R"({"step":"dispatch","unit":"城管委"})") == 200);
    BOOST_REQUIRE(joined.staff(R"({"step":"reply","reply":{"outcome":"partial","text":"已处理。"}})") == 200);
    citizen.clicks("case.refresh.press").gives_feedback();
    double const taken_ms = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    return {taken_ms, citizen.person().frames() - frames_before};
}

double cpu_ms() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// What part of the core's work goes into telling the mirror what has changed, in percent, while somebody
/// types.
double share_of_mirror() {
    Joined joined;
    Citizen citizen(joined, "en");
    Person& person = citizen.person();
    person.stops_auditing();
    citizen.clicks("home.track.action");
    web::Mirror mirror;
    web::WireWriter out;
    double in_mirror_ms = 0;
    double const start_ms = cpu_ms();
    for (int typed = 0; typed < 1000; ++typed) {
        citizen.types("track.number.label", std::to_string(typed));
        out.clear();
        double const before_ms = cpu_ms();
        mirror.update(person.frame().nodes, person.frame().direction, person.focus(), out);
        in_mirror_ms += cpu_ms() - before_ms;
    }
    return 100 * in_mirror_ms / (cpu_ms() - start_ms);
}

/// Milliseconds that a letter costs in the search over all topics, from the second one on.
double ms_of_a_letter_sought() {
    Joined joined;
    Citizen citizen(joined, "en");
    citizen.person().stops_auditing();
    citizen.clicks("home.submit.start").clicks("nature.complaint.label").clicks("submit.continue");
    citizen.types("submit.category.search", "n");
    constexpr std::string_view wanted = "noise at night";
    constexpr int times = 20;
    double const start_ms = cpu_ms();
    for (int time = 0; time < times; ++time)
        for (std::size_t letters = 1; letters <= wanted.size(); ++letters)
            citizen.types("submit.category.search", wanted.substr(0, letters));
    return (cpu_ms() - start_ms) / (times * static_cast<double>(wanted.size()));
}

} // namespace

BOOST_AUTO_TEST_CASE(a_full_native_journey) {
    std::cout << R"({"rows": [)";
    char const* separator = "";
    for (i18n::LanguageInfo const& language : i18n::languages()) {
        std::vector<double> times;
        int frames = 0;
        for (int round = 0; round < rounds; ++round) {
            Measured const measured = journey(std::string(language.tag));
            times.push_back(measured.ms);
            frames = measured.frames;
        }
        std::ranges::sort(times);
        std::cout << separator << R"({"name": "native journey, )" << language.tag << ", " << frames
                  << R"( frames", "value": )" << times[times.size() / 2]
                  << R"(, "unit": "ms", "at_most": 5})";
        separator = ", ";
    }
    std::cout << R"(, {"name": "the mirror's share of the core's CPU", "value": )" << share_of_mirror()
              << R"(, "unit": "%", "at_most": 10})";
    std::cout << R"(, {"name": "a letter in the search over all topics", "value": )"
              << ms_of_a_letter_sought() << R"(, "unit": "ms", "at_most": 4})";
    std::cout << "]}" << std::endl;
}
