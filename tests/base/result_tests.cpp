#include "core/base/match.h"
#include "core/base/names.h"
#include "core/base/result.h"

#include <boost/test/unit_test.hpp>

#include <memory>

using namespace huiyin;

namespace {

enum class Light { Red, Green };

} // namespace

template <>
struct huiyin::Names<Light> {
    static constexpr auto all = named_values<Light>({{Light::Red, "red"}, {Light::Green, "green"}});
};

namespace {

Result<int> half_of(int value) {
    if (value % 2 != 0) return Error{"odd", std::to_string(value)};
    return value / 2;
}

Result<int> quarter_of(int value) {
    int const half = TRY(half_of(value));
    return TRY(half_of(half));
}

} // namespace

BOOST_AUTO_TEST_SUITE(result_tests)

BOOST_AUTO_TEST_CASE(a_value_passes_through_try) { BOOST_TEST(quarter_of(12).value() == 3); }

BOOST_AUTO_TEST_CASE(the_first_error_comes_back_unchanged) {
    BOOST_TEST((quarter_of(7).error() == Error{"odd", "7"}));
    BOOST_TEST((quarter_of(6).error() == Error{"odd", "3"}));
}

BOOST_AUTO_TEST_CASE(a_result_gives_away_what_cannot_be_copied) {
    Result<std::unique_ptr<int>> result = std::make_unique<int>(5);
    auto const owned = std::move(result).value();
    BOOST_TEST(*owned == 5);
}

BOOST_AUTO_TEST_CASE(a_name_and_its_value_are_inverse) {
    BOOST_TEST(name_of(Light::Green) == "green");
    BOOST_TEST((named<Light>("red") == Light::Red));
    BOOST_TEST((named<Light>("Red") == std::nullopt));
    BOOST_TEST((named<Light>("") == std::nullopt));
}

BOOST_AUTO_TEST_CASE(match_calls_the_arm_of_what_is_held) {
    std::variant<int, std::string> const held = std::string("text");
    auto const said = match(
        held, [](int) { return "a number"; }, [](std::string const&) { return "a text"; });
    BOOST_TEST(said == "a text");
}

BOOST_AUTO_TEST_SUITE_END()
