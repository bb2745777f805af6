#include "core/protocol/messages.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;
using namespace huiyin::protocol;

BOOST_AUTO_TEST_SUITE(problem_document_tests)

BOOST_AUTO_TEST_CASE(a_problem_has_the_fields_of_rfc_9457_and_a_code) {
    BOOST_TEST(write_problem({.status = 404, .code = "case_not_found"}) ==
               R"({"type":"about:blank","title":"Not Found","status":404,"code":"case_not_found"})");
}

BOOST_AUTO_TEST_CASE(a_problem_is_read_as_it_was_written) {
    ProblemDocument const problem{
        .status = 422, .code = "invalid", .errors = {{"nature", "required"}, {"contact.phone", "too_long"}}};
    BOOST_TEST((read_problem(422, write_problem(problem)) == problem));
    ProblemDocument const refused{
        .status = 409, .code = "step_not_allowed", .allowed = {Step::Dispatch, Step::Merge}};
    BOOST_TEST((read_problem(409, write_problem(refused)) == refused));
}

BOOST_AUTO_TEST_CASE(nonsense_is_a_bad_answer_with_the_status_that_came) {
    for (auto const* body : {"", "<html>502 Bad Gateway</html>", "{}", "[]", "null", R"({"code":7})",
                             R"({"code":""})", R"({"code":"a","errors":{}})", R"({"code":"a","errors":[1]})",
                             R"({"code":"a","allowed":["fly"]})", R"({"code":"a","code":"b"})"})
        BOOST_TEST((read_problem(502, body) == ProblemDocument{.status = 502, .code = "bad_answer"}), body);
}

BOOST_AUTO_TEST_CASE(a_problem_may_hold_more_than_we_know) {
    auto const problem = read_problem(503, R"({"code":"busy","detail":"later","errors":[],"trace":[1]})");
    BOOST_TEST((problem == ProblemDocument{.status = 503, .code = "busy"}));
}

BOOST_AUTO_TEST_SUITE_END()
