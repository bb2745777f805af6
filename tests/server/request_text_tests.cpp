#include "server/api/choices.h"
#include "server/api/target.h"
#include "server/http/response_head.h"

#include <boost/test/unit_test.hpp>

namespace huiyin::server::tests {

BOOST_AUTO_TEST_SUITE(request_text_tests)

BOOST_AUTO_TEST_CASE(wished_languages_come_best_first) {
    auto const tags = wished_languages("fr;q=0.3, zh-CN, *;q=0.1, en;q=0, ar ; q=0.9, de;q=x");
    BOOST_TEST(tags == (std::vector<std::string>{"zh-CN", "ar", "fr"}), boost::test_tools::per_element());
    BOOST_TEST(wished_languages("").empty());
    BOOST_TEST(wished_languages(",,;;,").empty());
    BOOST_TEST(wished_languages("\xff\xfe <x>, e, *, overlongsubtag, a b, en\"").empty());
}

BOOST_AUTO_TEST_CASE(a_weight_is_at_most_one_and_has_three_digits) {
    auto const weight = [](std::string const& text) { return choices_in("x;q=" + text).front().weight; };
    BOOST_TEST(weight("0.5") == 0.5);
    BOOST_TEST(weight("1.000") == 1.0);
    BOOST_TEST(weight("1.5") == 1.0);
    for (std::string const text : {"", "2", "-1", "0.1234", "0,5", ".5"})
        BOOST_TEST(weight(text) == 0.0, text);
}

BOOST_AUTO_TEST_CASE(percent_signs_are_decoded_where_they_mean_something) {
    BOOST_TEST(percent_decoded("HY%2020%2d1") == "HY 20-1");
    BOOST_TEST(percent_decoded("100%") == "100%");
    BOOST_TEST(percent_decoded("%zz%4") == "%zz%4");
    BOOST_TEST(percent_decoded("%E4%B8%AD") == "中");
}

BOOST_AUTO_TEST_CASE(a_query_gives_the_first_value_of_a_name) {
    BOOST_TEST(query_value("a=1&b=2&a=3", "a").value() == "1");
    BOOST_TEST(query_value("a=1&b", "b").value() == "");
    BOOST_TEST(query_value("lang=zh%2DHans", "lang").value() == "zh-Hans");
    BOOST_TEST(!query_value("ab=1", "a").has_value());
    BOOST_TEST(!query_value("", "a").has_value());
}

BOOST_AUTO_TEST_CASE(a_date_is_written_as_http_wants_it) {
    BOOST_TEST(http_date(784'111'777) == "Sun, 06 Nov 1994 08:49:37 GMT");
    BOOST_TEST(http_date(0) == "Thu, 01 Jan 1970 00:00:00 GMT");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
