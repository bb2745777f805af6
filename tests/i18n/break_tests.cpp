#include "tests/i18n/language_support.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

namespace huiyin {

using tests::speaking;

namespace {

/// The text with "|" where a line may end and "¶" where it must; its end is not shown.
std::string broken(std::string_view tag, std::string_view text) {
    std::string result;
    std::size_t from = 0;
    for (auto const& each : speaking(tag)->line_breaks(text)) {
        result += text.substr(from, each.at - from);
        if (each.must) result += "¶";
        if (!each.must && each.at < text.size()) result += "|";
        from = each.at;
    }
    BOOST_TEST(from == text.size());
    return result;
}

std::string split(std::string_view text) {
    std::string result;
    std::size_t from = 0;
    for (std::size_t const at : speaking("en")->graphemes(text)) {
        if (from > 0) result += "|";
        result += text.substr(from, at - from);
        from = at;
    }
    return result;
}

} // namespace

BOOST_AUTO_TEST_SUITE(break_tests)

BOOST_AUTO_TEST_CASE(lines_end_between_words) {
    BOOST_TEST(broken("en", "What happened, and where?") == "What |happened, |and |where?");
    BOOST_TEST(broken("en", "10 kg of 24-hour noise") == "10 |kg |of |24-|hour |noise");
    BOOST_TEST(broken("en", "no\u00a0break") == "no\u00a0break");
    BOOST_TEST(broken("en", "").empty());
}

BOOST_AUTO_TEST_CASE(chinese_lines_end_between_characters_but_not_before_punctuation) {
    BOOST_TEST(broken("zh-Hans", "您好，回音。") == "您|好，|回|音。");
    BOOST_TEST(broken("zh-Hans", "（见《条例》）") == "（见|《条|例》）");
    BOOST_TEST(broken("zh-Hans", "拨打12345热线") == "拨|打|12345|热|线");
    BOOST_TEST(broken("zh-Hans", "工单HY2026") == "工|单|HY2026");
}

BOOST_AUTO_TEST_CASE(korean_lines_end_between_words) {
    BOOST_TEST(broken("ko", "답변을 2026년까지 받으셨습니다.") == "답변을 |2026년까지 |받으셨습니다.");
    BOOST_TEST(broken("ko", "12345상담 센터") == "12345상담 |센터");
    BOOST_TEST(broken("ko", "您好 여러분") == "您|好 |여러분");
}

BOOST_AUTO_TEST_CASE(arabic_lines_end_between_words) {
    BOOST_TEST(broken("ar", "تم استلام طلبك، وشكرًا.") == "تم |استلام |طلبك، |وشكرًا.");
}

BOOST_AUTO_TEST_CASE(a_long_address_of_the_web_may_end_at_its_slashes) {
    BOOST_TEST(broken("en", "see https://example.com/a/very-long/path?q=1") ==
               "see |https://|example.com/|a/|very-|long/|path?|q=1");
}

BOOST_AUTO_TEST_CASE(line_feeds_end_a_line_always) {
    BOOST_TEST(broken("en", "one\ntwo\n\nthree\n") == "one\n¶two\n¶\n¶three\n¶");
    BOOST_TEST(broken("ar", "one\r\ntwo\u2028three") == "one\r\n¶two\u2028¶three");
}

BOOST_AUTO_TEST_CASE(a_line_never_ends_inside_a_grapheme) {
    std::string_view const texts[] = {
        "👩‍👩‍👧‍👦👩‍👩‍👧‍👦 🇨🇳🇫🇷 👍🏽",
        "e\u0301 \u0301x",
        "नमस्ते दुनिया",
        "ก็ได้ น้ำ",
        "한국어 \u1112\u1161\u11ab",
        "a\u200db \u0600123"};
    for (std::string_view const text : texts) {
        auto const graphemes = speaking("en")->graphemes(text);
        for (auto const& each : speaking("en")->line_breaks(text))
            BOOST_TEST(std::binary_search(graphemes.begin(), graphemes.end(), each.at),
                       text << " at " << each.at);
    }
}

BOOST_AUTO_TEST_CASE(graphemes_are_what_a_reader_calls_a_character) {
    BOOST_TEST(split("ab回") == "a|b|回");
    BOOST_TEST(split("e\u0301x") == "e\u0301|x");
    BOOST_TEST(split("👩‍👩‍👧‍👦🇨🇳🇫🇷") ==
               "👩‍👩‍👧‍👦|🇨🇳|🇫🇷");
    BOOST_TEST(split("a\r\nb") == "a|\r\n|b");
    BOOST_TEST(split("").empty());
}

BOOST_AUTO_TEST_CASE(malformed_text_is_broken_without_harm) {
    std::string_view const malformed = "a\xff\xc3 b\xe4\xbd";
    auto const breaks = speaking("en")->line_breaks(malformed);
    BOOST_TEST(breaks.back().at == malformed.size());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin
