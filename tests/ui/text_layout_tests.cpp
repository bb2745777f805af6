#include "core/base/utf8.h"
#include "core/ui/text_layout.h"
#include "tests/support/declaration.h"
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

/// A text in a language that the portal does not speak stands on somebody's page in English.
i18n::Language const& page_for(std::string_view tag) {
    return language(i18n::find_language(tag) ? std::string(tag) : "en");
}

/// What is wrong with a text in lines: a line too wide, a character lost that is no white space.
std::vector<std::string> faults_in(TextBlock const& block, std::string_view text, TextStyle const& style,
                                   float width) {
    tests::FixedTextEngine engine;
    std::vector<std::string> faults;
    std::size_t at = 0;
    for (Line const& line : block.lines) {
        std::string_view const run = text.substr(line.begin, line.end - line.begin);
        if (engine.width(run, style) > width + 0.01F) faults.push_back("too wide: " + std::string(run));
        if (!trimmed(text.substr(at, line.begin - at)).empty())
            faults.push_back("lost before: " + std::string(run));
        at = line.end;
    }
    if (!trimmed(text.substr(at)).empty()) faults.push_back("lost at the end");
    return faults;
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

BOOST_AUTO_TEST_CASE(in_46_languages_no_line_is_too_wide_and_no_character_is_lost) {
    tests::FixedTextEngine engine;
    TextLayout layout(engine);
    for (tests::Declaration const& declaration : tests::declarations) {
        std::string const text = tests::text_of(declaration);
        TextStyle const style{.size = 18, .lang = std::string(declaration.language)};
        for (float const width : {120.0F, 288.0F, 640.0F}) {
            TextBlock const& block = layout.lay_out(text, style, width, page_for(declaration.language));
            BOOST_TEST(block.lines.size() > text.size() / 400);
            for (std::string const& fault : faults_in(block, text, style, width))
                BOOST_ERROR(declaration.language << " at " << width << ": " << fault);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
