#include "core/protocol/messages.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;
using protocol::read_draft;
using protocol::write_draft;

namespace {

Draft const full_draft{.nature = Nature::Praise,
                       .category_top = "environment",
                       .category = {"environment.noise"},
                       .district = {"haidian"},
                       .address = " 3 Garden Road ",
                       .description = "half a sent",
                       .visibility = Visibility::PublicName,
                       .name = "林",
                       .phone = "1",
                       .email = "a@",
                       .keeps_contact = true,
                       .idempotency_key = "k-1",
                       .saved_at = {1'795'183'200'123}};

} // namespace

BOOST_AUTO_TEST_SUITE(draft_text_tests)

BOOST_AUTO_TEST_CASE(a_draft_is_read_as_it_was_written) {
    BOOST_TEST((read_draft(write_draft(full_draft)) == full_draft));
    BOOST_TEST((read_draft(write_draft({})) == Draft{}));
}

BOOST_AUTO_TEST_CASE(a_broken_or_foreign_draft_gives_nothing) {
    for (auto const* text : {"", "draft", "[]", "null", R"({"nature":"song"})", R"({"address":7})"})
        BOOST_TEST(!read_draft(text), text);
    auto const whole = write_draft(full_draft);
    for (std::size_t length = 0; length < whole.size(); ++length)
        BOOST_TEST_REQUIRE(!read_draft(whole.substr(0, length)));
}

BOOST_AUTO_TEST_CASE(a_draft_of_a_newer_program_keeps_what_we_know) {
    auto const draft = read_draft(R"({"description":"half","photos":[1,2]})");
    BOOST_TEST_REQUIRE(draft.has_value());
    BOOST_TEST(draft->description == "half");
}

BOOST_AUTO_TEST_SUITE_END()
