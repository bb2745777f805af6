#include "server/api/phone_book.h"

#include <boost/test/unit_test.hpp>

#include <string_view>

namespace huiyin::server::tests {

namespace {

struct Example {
    std::string_view typed;
    std::string_view international;
};

/// From the library that the plans come from.
#include "phone_examples.inc"

struct Fixture {
    PhoneBook book = std::move(PhoneBook::make({})).value();

    std::string read(std::string_view typed) const {
        auto const phone = typed_phone(typed);
        return phone ? book.international(*phone).value_or("impossible") : "no number";
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(phone_book_tests, Fixture)

BOOST_AUTO_TEST_CASE(numbers_of_every_country_are_read_as_the_library_reads_them) {
    BOOST_TEST(std::size(examples) > 900U);
    for (Example const& example : examples)
        BOOST_TEST(read(example.typed) == example.international, example.typed);
}

BOOST_AUTO_TEST_CASE(a_number_is_the_same_however_it_is_typed) {
    for (std::string_view typed :
         {"+86 138 0013 8000", "138 0013 8000", "13800138000", "138-0013-8000", "0086 138 0013 8000",
          "(+86) 138.0013.8000", "86 13800138000", "＋８６　１３８　００１３　８０００",
          "１３８００１３８０００", "٠٠٨٦١٣٨٠٠١٣٨٠٠٠", "\u202A+86 138\u00A00013\u20118000\u202C",
          "tel:+86-138-0013-8000", "+86 (0) 138 0013 8000", "0 138 0013 8000"})
        BOOST_TEST(read(typed) == "+8613800138000", typed);
}

BOOST_AUTO_TEST_CASE(land_lines_without_an_area_code_are_the_citys) {
    for (std::string_view typed :
         {"6512 3456", "010-6512 3456", "(010) 65123456", "10 6512 3456", "+86 10 6512 3456",
          "+86 (010) 6512-3456", "86 10 6512 3456", "００８６ １０ ６５１２３４５６"})
        BOOST_TEST(read(typed) == "+861065123456", typed);
    BOOST_TEST(read("021 5012 3456") == "+862150123456");
    BOOST_TEST(read("400 810 1234") == "+864008101234");
}

BOOST_AUTO_TEST_CASE(an_extension_stands_behind_the_number) {
    for (std::string_view typed : {"010-65123456 ext. 801", "010-65123456转801", "6512 3456 分机 801",
                                   "65123456#801", "+86 10 65123456 x801", "tel:+86-10-65123456;ext=801"})
        BOOST_TEST(read(typed) == "+861065123456;ext=801", typed);
}

BOOST_AUTO_TEST_CASE(what_can_be_no_number_is_refused) {
    for (std::string_view typed : {"12345", "110", "+86 123", "+999 123 456 789", "+1 212 555",
                                   "138 0013 80001 23", "+0 123 456 78", "00", "+", "+86"})
        BOOST_TEST(read(typed) == "impossible", typed);
    for (std::string_view typed : {"by post", "a@example.org", "1+2", "12 345 x", "x 801", "65123456 x 1 x 2",
                                   "123456789012345678901", "65123456 x 123456789", "65123456 / Mrs Li"})
        BOOST_TEST(read(typed) == "no number", typed);
}

BOOST_AUTO_TEST_CASE(another_city_dials_otherwise) {
    PhoneBook const berlin = std::move(PhoneBook::make({"49", "30", 7})).value();
    BOOST_TEST(berlin.international(*typed_phone("555 0123")).value() == "+49305550123");
    BOOST_TEST(berlin.international(*typed_phone("0160 1234567")).value() == "+491601234567");
    BOOST_TEST(berlin.international(*typed_phone("+86 138 0013 8000")).value() == "+8613800138000");
    BOOST_TEST(PhoneBook::make({"999", "1", 8}).error().code == "unknown_country_code");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
