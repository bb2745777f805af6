#include "core/ui/text_layout.h"
#include "tests/support/fixed_text_engine.h"
#include "tests/support/person.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;
using namespace huiyin::ui;

namespace {

i18n::Language const& language(std::string const& tag) {
    static std::map<std::string, std::unique_ptr<i18n::Language>> known;
    auto& place = known[tag];
    if (!place) {
        auto loaded =
            i18n::Language::load(tag, tests::file_text("i18n/locales/" + tag + ".json"), Duration::hours(8));
        BOOST_REQUIRE(loaded.is_ok());
        place = std::move(loaded).value();
    }
    return *place;
}

/// Ten pixels a character, twenty a Han character; lines joined by '|'.
std::string laid_out(std::string_view text, float width, std::string const& tag = "en") {
    tests::FixedTextEngine engine;
    TextLayout layout(engine);
    std::string lines;
    for (Line const& line : layout.lay_out(text, {.size = 20, .lang = tag}, width, language(tag)).lines)
        lines.append(lines.empty() ? "" : "|").append(text.substr(line.begin, line.end - line.begin));
    return lines;
}

} // namespace

BOOST_AUTO_TEST_SUITE(text_layout_tests)

BOOST_AUTO_TEST_CASE(words_are_filled_greedily_and_the_space_at_a_line_end_is_dropped) {
    BOOST_TEST(laid_out("one two three", 75) == "one two|three");
    BOOST_TEST(laid_out("one two three", 70) == "one two|three");
    BOOST_TEST(laid_out("one two three", 69) == "one|two|three");
    BOOST_TEST(laid_out("one two three", 500) == "one two three");
}

BOOST_AUTO_TEST_CASE(a_line_feed_ends_a_line_and_an_empty_line_stays) {
    BOOST_TEST(laid_out("one\ntwo", 500) == "one|two");
    BOOST_TEST(laid_out("one\n\ntwo", 500) == "one||two");
}

BOOST_AUTO_TEST_CASE(a_long_word_breaks_anywhere_rather_than_overflow) {
    BOOST_TEST(laid_out("aaaaaaaaaa", 40) == "aaaa|aaaa|aa");
    BOOST_TEST(laid_out("x aaaaaaaaaa y", 40) == "x|aaaa|aaaa|aa y");
}

BOOST_AUTO_TEST_CASE(a_grapheme_is_never_torn) {
    std::string const e_acute = "e\xCC\x81";
    BOOST_TEST(laid_out(e_acute + e_acute + e_acute, 20) == e_acute + e_acute + "|" + e_acute);
}

BOOST_AUTO_TEST_CASE(chinese_breaks_between_characters_but_not_before_a_full_stop) {
    BOOST_TEST(laid_out("噪声扰民。", 80, "zh-Hans") == "噪声扰|民。");
}

BOOST_AUTO_TEST_CASE(an_empty_text_has_one_empty_line) { BOOST_TEST(laid_out("", 100) == ""); }

BOOST_AUTO_TEST_CASE(between_the_lines_only_white_space_is_missing) {
    tests::FixedTextEngine engine;
    TextLayout layout(engine);
    std::string_view const text =
        "The  lamp in front of no. 14 has been broken,\n since Tuesday… 路灯坏了 ok";
    for (float width = 15; width < 400; width += 7) {
        std::size_t at = 0;
        for (Line const& line :
             layout.lay_out(text, {.size = 20, .lang = "en"}, width, language("en")).lines) {
            for (; at < line.begin; ++at)
                BOOST_TEST((text[at] == ' ' || text[at] == '\n'));
            at = line.end;
        }
        BOOST_TEST(at == text.size());
    }
}

BOOST_AUTO_TEST_SUITE_END()
