#include "core/base/sha256.h"
#include "core/domain/work.h"

#include <boost/test/unit_test.hpp>

namespace huiyin::tests {

namespace {

std::string hexadecimal(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string shown;
    for (std::uint8_t const byte : sha256(text))
        shown.append({digits[byte >> 4], digits[byte & 15]});
    return shown;
}

} // namespace

BOOST_AUTO_TEST_SUITE(work_tests)

BOOST_AUTO_TEST_CASE(hashes_are_those_of_the_standards_examples) {
    BOOST_TEST(hexadecimal("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    BOOST_TEST(hexadecimal("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    BOOST_TEST(hexadecimal("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
               "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    BOOST_TEST(hexadecimal(std::string(1'000'000, 'a')) ==
               "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

BOOST_AUTO_TEST_CASE(a_number_that_was_found_does_the_work_and_its_neighbours_do_not) {
    Work const work{"challenge", 10};
    auto const number = number_among(work, 0, 100'000);
    BOOST_REQUIRE(number.has_value());
    BOOST_TEST(is_done_by(work, std::to_string(*number)));
    BOOST_TEST(!number_among(work, 0, *number).has_value());
    BOOST_TEST(!is_done_by({"another", 10}, std::to_string(*number)));
    BOOST_TEST(!is_done_by({"challenge", most_work_bits}, std::to_string(*number)));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::tests
