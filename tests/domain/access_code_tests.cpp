#include "core/domain/access_code.h"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace huiyin;

namespace {

using Secret = std::array<unsigned char, AccessCode::bytes>;

AccessCode code_of(Secret const& secret) { return AccessCode::from_bytes(secret); }

Secret const counting = {0x00, 0x44, 0x32, 0x14, 0xC7, 0x42, 0x54, 0xB6, 0x35, 0xCF};

} // namespace

BOOST_AUTO_TEST_SUITE(access_code_tests)

BOOST_AUTO_TEST_CASE(eighty_bits_become_sixteen_characters_in_groups_of_four) {
    BOOST_TEST(code_of(counting).plain() == "0123456789ABCDEF");
    BOOST_TEST(code_of(counting).shown() == "0123-4567-89AB-CDEF");
    Secret full;
    full.fill(0xFF);
    BOOST_TEST(code_of(full).shown() == "ZZZZ-ZZZZ-ZZZZ-ZZZZ");
}

BOOST_AUTO_TEST_CASE(every_bit_of_the_secret_counts) {
    std::set<std::string> seen{code_of(counting).plain()};
    for (std::size_t bit = 0; bit < 80; ++bit) {
        auto secret = counting;
        secret[bit / 8] ^= static_cast<unsigned char>(1U << bit % 8);
        BOOST_TEST(seen.insert(code_of(secret).plain()).second, bit);
    }
}

BOOST_AUTO_TEST_CASE(careless_typing_is_forgiven) {
    auto const code = code_of(counting);
    for (auto const* typed :
         {"0123-4567-89AB-CDEF", "0123456789abcdef", " o i23 4567 89ab cdef ", "Ol23–4567–89AB–CDEF",
          "０１２３－４５６７－８９ＡＢ－ＣＤＥＦ", "\u20680123-4567-89AB-CDEF\u2069", "٠١٢٣-٤٥٦٧-٨٩AB-CDEF"})
        BOOST_TEST((AccessCode::read(typed) == code), typed);
}

BOOST_AUTO_TEST_CASE(what_is_no_code_is_refused) {
    for (std::string const typed : {"", "0123-4567-89AB-CDE", "0123-4567-89AB-CDEFG", "0123-4567-89AB-CDEU",
                                    "0123-4567-89AB-CDE!", "0123-4567-89AB-CDE\xFF"})
        BOOST_TEST(!AccessCode::read(typed), typed);
    BOOST_TEST(!AccessCode::read(std::string(1'000'000, '0')));
}

BOOST_AUTO_TEST_SUITE_END()
