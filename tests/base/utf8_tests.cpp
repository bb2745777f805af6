#include "core/base/utf8.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using namespace huiyin;

namespace {

std::string utf8(char32_t code_point) {
    std::string text;
    append_utf8(text, code_point);
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(utf8_tests)

BOOST_AUTO_TEST_CASE(every_scalar_value_is_written_and_read_again) {
    for (char32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
        if (code_point == 0xD800) code_point = 0xE000;
        auto const text = utf8(code_point);
        std::size_t at = 0;
        bool const is_the_same =
            is_utf8(text) && next_code_point(text, at) == code_point && at == text.size();
        // A million assertions would take longer than what they assert.
        if (!is_the_same) BOOST_FAIL(static_cast<std::uint32_t>(code_point));
    }
}

BOOST_AUTO_TEST_CASE(malformed_bytes_are_no_utf8) {
    std::vector<std::string> const malformed = {
        "\x80",         "\xC0\x80",     "\xC1\xBF",         "\xE0\x80\x80",
        "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80",
        "\xF5",         "\xFF",         "\xE4\xB8",         "\xE4\xB8 ",
        "a\xC3",        "\xF0\x9F\x98"};
    for (auto const& text : malformed)
        BOOST_TEST(!is_utf8(text));
}

BOOST_AUTO_TEST_CASE(stepping_over_any_two_bytes_ends) {
    for (int first = 0; first < 256; ++first)
        for (int second = 0; second < 256; ++second) {
            std::string const text = {static_cast<char>(first), static_cast<char>(second)};
            for (std::size_t at = 0; at < text.size();) {
                auto const before = at;
                next_code_point(text, at);
                BOOST_TEST_REQUIRE((at > before && at <= text.size()));
            }
        }
}

BOOST_AUTO_TEST_CASE(code_points_are_counted_and_not_bytes) {
    BOOST_TEST(count_code_points("") == 0U);
    BOOST_TEST(count_code_points("abc") == 3U);
    BOOST_TEST(count_code_points("回音") == 2U);
    BOOST_TEST(count_code_points("😀") == 1U);
}

BOOST_AUTO_TEST_CASE(white_space_of_any_script_is_trimmed) {
    BOOST_TEST(trimmed("  a b\t\r\n") == "a b");
    BOOST_TEST(trimmed("\u3000\u00A0回 音\u2003\uFEFF") == "回 音");
    BOOST_TEST(trimmed(" \u3000 ") == "");
    BOOST_TEST(trimmed("") == "");
}

BOOST_AUTO_TEST_CASE(control_characters_are_found) {
    std::string const with_nul("a\0b", 3);
    BOOST_TEST(has_control_characters(with_nul));
    BOOST_TEST(has_control_characters("\x1B[31m"));
    BOOST_TEST(has_control_characters("\x7F"));
    BOOST_TEST(has_control_characters("\u0085"));
    BOOST_TEST(!has_control_characters("two\nlines\tand 回音 \u200F"));
}

BOOST_AUTO_TEST_SUITE_END()
