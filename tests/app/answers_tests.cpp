#include "core/app/answers.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;
using namespace huiyin::app;

namespace {

/// The failure's code; "problems" or "accepted" otherwise.
std::string outcome(int status, std::string body) {
    auto const answer = receipt_in({.status = status, .body = std::move(body)});
    if (auto const* failed = std::get_if<screens::Failed>(&answer)) return failed->code;
    return std::holds_alternative<Problems>(answer) ? "problems" : "accepted";
}

std::string problem(std::string const& code) {
    return R"({"type":"about:blank","title":"x","status":409,"code":")" + code + R"("})";
}

} // namespace

BOOST_AUTO_TEST_SUITE(answers_tests)

BOOST_AUTO_TEST_CASE(no_answer_is_offline_or_slow) {
    BOOST_TEST(outcome(0, "") == "offline");
    BOOST_TEST(outcome(0, "timeout") == "slow");
}

BOOST_AUTO_TEST_CASE(nonsense_is_a_bad_answer_and_never_a_receipt) {
    for (std::string const body : {"", "null", "[]", "{}", "<html>", "{\"number\":1}", "\xFF\xFE"})
        BOOST_TEST(outcome(201, body) == "bad_answer", body);
    BOOST_TEST(outcome(302, "") == "bad_answer");
    for (int const status : {400, 403, 404, 409, 410, 422})
        BOOST_TEST(outcome(status, "<h1>Welcome to the Wi-Fi</h1>") == "bad_answer", status);
}

BOOST_AUTO_TEST_CASE(each_status_has_its_sentence) {
    BOOST_TEST(outcome(500, "nonsense") == "server");
    BOOST_TEST(outcome(503, problem("store_unavailable")) == "server");
    BOOST_TEST(outcome(404, problem("case_not_found")) == "not_found");
    BOOST_TEST(outcome(413, "") == "too_large");
    BOOST_TEST(outcome(429, "") == "too_many");
    BOOST_TEST(outcome(400, problem("malformed_json")) == "unreadable");
    BOOST_TEST(outcome(409, problem("step_not_allowed")) == "conflict");
    BOOST_TEST(outcome(409, problem("in_progress")) == "in_progress");
    BOOST_TEST(outcome(422, problem("idempotency_key_reused")) == "idempotency_key_reused");
}

BOOST_AUTO_TEST_CASE(problems_are_told_field_by_field) {
    BOOST_TEST(outcome(422, R"({"type":"about:blank","title":"x","status":422,"code":"invalid",
                                "errors":[{"field":"description","code":"too_short"}]})") == "problems");
}

BOOST_AUTO_TEST_SUITE_END()
