#include "core/domain/submission_key.h"

#include <boost/test/unit_test.hpp>

namespace huiyin {

namespace {

constexpr Instant noon{1'795'262'400'000};
constexpr std::string_view random_hex = "00112233445566778899aabbccddeeff";

} // namespace

BOOST_AUTO_TEST_SUITE(submission_key_tests)

BOOST_AUTO_TEST_CASE(a_key_is_a_uuid_of_version_7) {
    BOOST_TEST(submission_key(noon, 1, random_hex) == "01a1fdfa-4600-7001-8001-122334455667");
}

BOOST_AUTO_TEST_CASE(a_key_says_when_it_was_made) {
    BOOST_TEST(time_in(submission_key(noon, 0, random_hex)).value() == noon);
    BOOST_TEST(time_in("017f22e2-79b0-7cc3-98c4-dc0c0c07398f").value() == Instant{1'645'557'742'000});
}

BOOST_AUTO_TEST_CASE(keys_of_one_visit_differ) {
    BOOST_TEST(submission_key(noon, 1, random_hex) != submission_key(noon, 2, random_hex));
    BOOST_TEST(submission_key(noon, 1, random_hex) != submission_key(noon + Duration{1}, 1, random_hex));
}

BOOST_AUTO_TEST_CASE(other_forms_say_no_time) {
    for (std::string_view key :
         {"", "load-1", "017f22e2-79b0-4cc3-98c4-dc0c0c07398f", "017f22e2-79b0-7cc3-98c4-dc0c0c07398",
          "017f22e2-79b0-7cc3-98c4-dc0c0c07398g", "017f22e2-79b0-7cc3-98c4+dc0c0c07398f",
          "017f22e2-79b0-7cc3-98c4-dc0c0c07398f0"})
        BOOST_TEST(!time_in(key), key);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin
