#include "core/domain/case_number.h"

#include <boost/test/unit_test.hpp>

#include <vector>

using namespace huiyin;

namespace {

std::vector<CaseNumber> sample_numbers() {
    std::vector<CaseNumber> numbers;
    for (int sequence : {1, 7, 10, 123, 4'567, 89'012, 103'000, 999'999, 1'000'000, 987'654'321})
        for (Date day : {Date{2026, 11, 20}, Date{2026, 1, 1}, Date{2027, 12, 31}, Date{2028, 2, 29}})
            numbers.push_back(CaseNumber::make(day, sequence));
    for (int sequence = 1; sequence < 1000; ++sequence)
        numbers.push_back(CaseNumber::make({2026, 11, 22}, sequence));
    return numbers;
}

std::string without_dashes(std::string text) {
    std::erase(text, '-');
    return text;
}

/// Capitals that are misread are forgiven, so that they are no other character.
char as_read(char character) {
    if (character == 'O') return '0';
    return character == 'I' || character == 'L' ? '1' : character;
}

bool is_read_as(std::string const& typed, CaseNumber const& number) {
    auto const read = CaseNumber::read(typed);
    return read && *read == number;
}

} // namespace

BOOST_AUTO_TEST_SUITE(case_number_tests)

BOOST_AUTO_TEST_CASE(a_number_has_the_day_the_sequence_and_a_check_character) {
    auto const text = CaseNumber::make({2026, 11, 20}, 123).text();
    BOOST_TEST(text.size() == 19U);
    BOOST_TEST(text.substr(0, 18) == "HY20261120-000123-");
}

BOOST_AUTO_TEST_CASE(a_day_can_have_more_than_a_million_cases) {
    auto const number = CaseNumber::make({2026, 11, 20}, 1'234'567);
    BOOST_TEST(number.text().substr(0, 19) == "HY20261120-1234567-");
    BOOST_TEST(is_read_as(number.text(), number));
}

BOOST_AUTO_TEST_CASE(every_number_is_read_as_it_is_shown) {
    for (auto const& number : sample_numbers())
        BOOST_TEST_REQUIRE(is_read_as(number.text(), number), number);
}

BOOST_AUTO_TEST_CASE(numbers_of_one_day_sort_by_their_sequence) {
    BOOST_TEST((CaseNumber::make({2026, 11, 20}, 2) < CaseNumber::make({2026, 11, 20}, 10)));
    BOOST_TEST((CaseNumber::make({2026, 11, 20}, 999) < CaseNumber::make({2026, 11, 21}, 1)));
}

BOOST_AUTO_TEST_CASE(careless_typing_is_forgiven) {
    auto const number = CaseNumber::make({2026, 11, 20}, 101);
    auto const check = number.text().substr(18);
    std::vector<std::string> const ways = {
        "hy20261120000101" + check,
        " HY 2026 1120 000101 " + check + "\n",
        "hy2o26112o-oooiol-" + check,
        "HY20261120—000101–" + check,
        "ＨＹ２０２６１１２０－０００１０１－" + check,
        "HY٢٠٢٦١١٢٠-٠٠٠١٠١-" + check,
        "HY۲۰۲۶۱۱۲۰-۰۰۰۱۰۱-" + check,
        "\u2068HY20261120-000101-" + check + "\u2069",
        "\u200F" + number.text(),
    };
    for (auto const& way : ways)
        BOOST_TEST(is_read_as(way, number), way);
}

BOOST_AUTO_TEST_CASE(every_single_wrong_character_is_noticed) {
    constexpr std::string_view characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (auto const& number : sample_numbers()) {
        auto const right = without_dashes(number.text());
        for (std::size_t at = 0; at < right.size(); ++at)
            for (char character : characters) {
                if (as_read(character) == right[at]) continue;
                auto wrong = right;
                wrong[at] = character;
                if (CaseNumber::read(wrong)) BOOST_FAIL(wrong);
            }
    }
}

BOOST_AUTO_TEST_CASE(every_swap_of_neighbours_is_noticed) {
    for (auto const& number : sample_numbers()) {
        auto const right = without_dashes(number.text());
        for (std::size_t at = 0; at + 1 < right.size(); ++at) {
            if (right[at] == right[at + 1]) continue;
            auto wrong = right;
            std::swap(wrong[at], wrong[at + 1]);
            BOOST_TEST_REQUIRE(!CaseNumber::read(wrong), wrong);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_number_is_refused) {
    std::vector<std::string> const texts = {"",
                                            "HY",
                                            "HY20261120-000123",
                                            "20261120-000123-K",
                                            "HY20261120-00O123-",
                                            "HY20261120-000123-\u00C9",
                                            std::string("HY20261120-000123-\0", 19),
                                            std::string("\xFF\xFE"),
                                            std::string(100'000, '1')};
    for (auto const& text : texts)
        BOOST_TEST(!CaseNumber::read(text), text.substr(0, 30));
}

BOOST_AUTO_TEST_CASE(a_day_that_does_not_exist_and_the_sequence_zero_are_refused) {
    constexpr std::string_view characters = "0123456789ABCDEFGHJKMNPQRTVWXYZ";
    for (std::string const digits : {"20261332000001", "20260230000001", "20261120000000", "202611200000001"})
        for (char check : characters)
            BOOST_TEST(!CaseNumber::read("HY" + digits + check), digits << check);
}

BOOST_AUTO_TEST_SUITE_END()
