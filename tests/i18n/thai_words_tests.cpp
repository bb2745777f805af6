#include "tests/i18n/language_support.h"

#include <boost/test/unit_test.hpp>

namespace huiyin {

namespace {

/// The text with a bar wherever a line may end.
std::string divided(std::string_view text) {
    std::string result(text);
    auto const breaks = tests::speaking_as_published("th")->line_breaks(text);
    for (auto each = breaks.rbegin(); each != breaks.rend(); ++each)
        if (each->at < text.size()) result.insert(each->at, "|");
    return result;
}

} // namespace

BOOST_AUTO_TEST_SUITE(thai_words_tests)

BOOST_AUTO_TEST_CASE(lines_end_between_words_where_no_space_stands) {
    BOOST_TEST(divided("ภาษาไทย") == "ภาษา|ไทย");
    BOOST_TEST(divided("ฉันรักแมว") == "ฉัน|รัก|แมว");
    BOOST_TEST(divided("น้ำประปาไม่ไหล") == "น้ำ|ประปา|ไม่|ไหล");
}

BOOST_AUTO_TEST_CASE(letters_that_are_no_word_stay_together) { BOOST_TEST(divided("ฅฅฅฅ") == "ฅฅฅฅ"); }

BOOST_AUTO_TEST_CASE(no_word_begins_with_a_mark_or_ends_with_a_vowel_that_waits_for_its_letter) {
    for (std::string_view const text : {"่่่", "กกะ", "เเเเ", "ก่ก้ก๊ก๋", "ไไทยย"}) {
        for (auto const& [at, must] : tests::speaking_as_published("th")->line_breaks(text)) {
            std::string_view const rest = text.substr(at);
            std::string_view const before = text.substr(0, at);
            BOOST_TEST(!rest.starts_with("่"));
            BOOST_TEST(!rest.starts_with("ะ"));
            BOOST_TEST((rest.empty() || !before.ends_with("เ")));
            BOOST_TEST((rest.empty() || !before.ends_with("ไ")));
        }
    }
}

BOOST_AUTO_TEST_CASE(an_empty_text_and_a_single_letter_are_not_divided) {
    BOOST_TEST(divided("") == "");
    BOOST_TEST(divided("ก") == "ก");
}

BOOST_AUTO_TEST_CASE(other_scripts_keep_their_own_ends) {
    BOOST_TEST(divided("โทร 12345 ภาษาไทย ok no") == "โทร |12345 |ภาษา|ไทย |ok |no");
    BOOST_TEST(divided("北京ภาษาไทย") == "北|京|ภาษา|ไทย");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin
