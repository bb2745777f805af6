#include "tests/journeys/citizen.h"

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
    std::cout << "]}" << std::endl;
}
