#include "core/protocol/messages.h"
#include "tests/server/support/desk.h"

#include <boost/test/unit_test.hpp>

namespace huiyin::server::tests {

namespace {

using protocol::Method;

struct Fixture {
    MemoryStore store;
    Desk desk{store};

    bool is_listed(std::string_view problem_field, std::string_view code, Response const& response) {
        return response.body.find("{\"field\":\"" + std::string(problem_field) + "\",\"code\":\"" +
                                  std::string(code) + "\"}") != std::string::npos;
    }
    void is_replied() {
        desk.has_a_case();
        BOOST_TEST(desk.staff_takes(R"({"step":"dispatch","unit":"城管委"})").status == 200);
        BOOST_TEST(
            desk.staff_takes(R"({"step":"reply","reply":{"outcome":"resolved","text":"Done."}})").status ==
            200);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(api_tests, Fixture)

BOOST_AUTO_TEST_CASE(a_case_is_received_and_opened_with_number_and_code) {
    desk.has_a_case();
    Response const seen = desk.sees();
    BOOST_TEST(seen.status == 200);
    BOOST_TEST(field(seen, "number") == desk.number);
    BOOST_TEST(field(seen, "stage") == "received");
    BOOST_TEST(seen.header("Cache-Control").value() == "no-store");
}

BOOST_AUTO_TEST_CASE(the_receipt_says_where_the_case_is) {
    Response const receipt = desk.submits("key");
    BOOST_TEST(receipt.header("Location").value() == "/api/v1/cases/" + field(receipt, "number"));
    BOOST_TEST(field(receipt, "number").starts_with("HY20261119-000001-"));
}

BOOST_AUTO_TEST_CASE(number_and_code_are_read_forgivingly) {
    desk.has_a_case();
    for (char& character : desk.code)
        character = static_cast<char>(std::tolower(character));
    std::string const typed = "hy%20" + desk.number.substr(2);
    Response const seen =
        desk.sends(Method::Get, "/api/v1/cases/" + typed, {}, {{"x-access-code", desk.code}});
    BOOST_TEST(seen.status == 200);
}

BOOST_AUTO_TEST_CASE(the_same_key_and_body_is_the_same_201_again) {
    Response const first = desk.submits("key");
    desk.clock.now = opening + Duration::days(80);
    BOOST_TEST((desk.submits("key") == first));
    BOOST_TEST(desk.submits("other-key").body != first.body);
}

BOOST_AUTO_TEST_CASE(a_quoted_key_is_the_same_key) {
    Response const first = desk.submits("key");
    BOOST_TEST((desk.submits("\"key\"") == first));
}

BOOST_AUTO_TEST_CASE(the_same_key_with_another_body_is_refused) {
    desk.submits("key");
    Response const other = desk.submits("key", good_submission("Something else altogether."));
    BOOST_TEST(other.status == 422);
    BOOST_TEST(code_of(other) == "idempotency_key_reused");
}

BOOST_AUTO_TEST_CASE(without_a_usable_key_nothing_is_received) {
    BOOST_TEST(code_of(desk.sends(Method::Post, "/api/v1/cases", good_submission())) ==
               "idempotency_key_missing");
    for (std::string const& key : {std::string(), std::string("\"\""), std::string("two words"),
                                   std::string(65, 'k'), std::string("\"open"), std::string("ключ")}) {
        Response const response = desk.submits(key);
        BOOST_TEST(response.status == 400, key);
        BOOST_TEST(code_of(response) == "idempotency_key_missing", key);
    }
    BOOST_TEST(store.reader().value()->is_empty().value());
}

BOOST_AUTO_TEST_CASE(a_refused_body_uses_up_no_key) {
    BOOST_TEST(desk.submits("key", good_submission("short")).status == 422);
    BOOST_TEST(desk.submits("key").status == 201);
}

BOOST_AUTO_TEST_CASE(keys_are_kept_for_90_days) {
    Response const first = desk.submits("key");
    auto writer = std::move(store.writer()).value();
    auto const forget_at = [&](Instant now) {
        desk.clock.now = now;
        Change const change = forgetting_old_keys(desk.api->office());
        BOOST_TEST(perform(desk.api->office(), *writer, {&change}).front().status == 200);
    };
    forget_at(opening + Duration::days(90));
    BOOST_TEST((desk.submits("key") == first));
    forget_at(opening + Duration::days(90) + Duration::seconds(1));
    BOOST_TEST(field(desk.submits("key"), "number") != field(first, "number"));
}

BOOST_AUTO_TEST_CASE(all_problems_come_at_once_each_with_its_field) {
    Response const response =
        desk.submits("key", R"({"nature":"complaint","category":"nothing.such",)"
                            R"("district":"dongcheng","description":"short","visibility":"public_name"})");
    BOOST_TEST(response.status == 422);
    BOOST_TEST(response.header("Content-Type").value() == "application/problem+json");
    BOOST_TEST(is_listed("category", "unknown", response));
    BOOST_TEST(is_listed("description", "too_short", response));
    BOOST_TEST(is_listed("contact", "required", response));
}

BOOST_AUTO_TEST_CASE(malformed_and_unexpected_bodies_get_their_status) {
    auto const status_and_code = [&](std::string body) {
        Response const response = desk.submits("key", std::move(body));
        return std::to_string(response.status) + " " + code_of(response);
    };
    std::string const whole = good_submission();
    std::string const open = whole.substr(0, whole.size() - 1);
    BOOST_TEST(status_and_code("{") == "400 malformed_json");
    BOOST_TEST(status_and_code(open + R"(,"colour":"red"})") == "422 unknown_field");
    BOOST_TEST(status_and_code(open + R"(,"nature":"help"})") == "400 duplicate_key");
    BOOST_TEST(status_and_code(std::string(40, '[') + std::string(40, ']')) == "400 too_deep");
    BOOST_TEST(status_and_code("[]").starts_with("422"));
    BOOST_TEST(status_and_code(open + R"(,"address":5})").starts_with("422"));
    BOOST_TEST(status_and_code(open + R"(,"address":"\ud800"})").starts_with("400"));
    BOOST_TEST(status_and_code(open + R"(,"address":"a\u0000b"})").starts_with("422"));
    BOOST_TEST(status_and_code(open + ",\"address\":\"\xff\"}").starts_with("400"));
    BOOST_TEST(status_and_code(good_submission(std::string(4001, 'x'))).starts_with("422"));
    BOOST_TEST(status_and_code(good_submission(std::string(4000, 'x'))).starts_with("201"));
}

BOOST_AUTO_TEST_CASE(another_content_type_is_refused) {
    for (std::string const type : {"text/plain", "", "application/json; charset=gbk", "application/jsonx"}) {
        Response const response = desk.api->handle({Method::Post,
                                                    "/api/v1/cases",
                                                    {{"Content-Type", type}, {"Idempotency-Key", "k"}},
                                                    good_submission()});
        BOOST_TEST(response.status == 415, type);
    }
    Response const with_charset =
        desk.api->handle({Method::Post,
                          "/api/v1/cases",
                          {{"Content-Type", "Application/JSON; charset=\"UTF-8\""}, {"Idempotency-Key", "k"}},
                          good_submission()});
    BOOST_TEST(with_charset.status == 201);
}

BOOST_AUTO_TEST_CASE(texts_are_cleaned_before_they_are_checked_and_kept) {
    Response const receipt = desk.submits("key", good_submission(R"(  Cafe\u0301 noise\r\nevery night  )"));
    desk.number = field(receipt, "number"), desk.code = field(receipt, "access_code");
    BOOST_TEST(field(desk.sees(), "description") == R"(Café noise\nevery night)");
}

BOOST_AUTO_TEST_CASE(the_language_is_found_out_only_when_it_is_not_said) {
    auto const language_of = [&](std::string key, std::string body, std::vector<protocol::Header> headers) {
        headers.push_back({"Idempotency-Key", std::move(key)});
        Response const receipt =
            desk.sends(Method::Post, "/api/v1/cases", std::move(body), std::move(headers));
        desk.number = field(receipt, "number"), desk.code = field(receipt, "access_code");
        return field(desk.sees(), "language");
    };
    std::string const body = good_submission();
    std::string const open = body.substr(0, body.size() - 1);
    BOOST_TEST(language_of("1", body, {}) == "en");
    BOOST_TEST(language_of("2", body, {{"Accept-Language", "ko-KR"}}) == "en");
    BOOST_TEST(language_of("3", open + R"(,"language":"ar"})", {{"Accept-Language", "ko"}}) == "ar");
    std::string const says_nothing = good_submission("12 34 56 78 90 11 12");
    BOOST_TEST(language_of("4", says_nothing, {}) == "und");
    BOOST_TEST(language_of("5", says_nothing, {{"Accept-Language", "en;q=0.5, ko-KR"}}) == "ko-KR");
    BOOST_TEST(language_of("6", says_nothing, {{"Accept-Language", "\xff\xfe <x>"}}) == "und");
    BOOST_TEST(desk.staff_takes(R"({"step":"dispatch","unit":"Unit"})").status == 200);
}

BOOST_AUTO_TEST_CASE(a_case_in_a_language_that_no_desk_reads_needs_an_interpreter) {
    auto const is_flagged = [&](std::string key, std::string_view language) {
        std::string const body = good_submission();
        std::string const open = body.substr(0, body.size() - 1);
        Response const receipt =
            desk.submits(std::move(key), open + R"(,"language":")" + std::string(language) + "\"}");
        desk.number = field(receipt, "number"), desk.code = field(receipt, "access_code");
        constexpr std::string_view flag = R"("needs_interpreter":true)";
        bool const is_on_receipt = receipt.body.find(flag) != std::string::npos;
        BOOST_TEST((desk.sees().body.find(flag) != std::string::npos) == is_on_receipt);
        Response const listed = desk.staff_takes(R"({"step":"dispatch","unit":"城管委"})");
        BOOST_TEST((listed.body.find(flag) != std::string::npos) == is_on_receipt);
        return is_on_receipt;
    };
    BOOST_TEST(!is_flagged("1", "zh-Hant"));
    BOOST_TEST(!is_flagged("2", "EN-gb"));
    BOOST_TEST(!is_flagged("3", "ar"));
    BOOST_TEST(is_flagged("4", "kk"));
    BOOST_TEST(is_flagged("5", "und"));
}

BOOST_AUTO_TEST_CASE(telephone_numbers_are_kept_as_they_are_dialled_from_anywhere) {
    auto const submits = [&](std::string key, std::string_view contact) {
        return desk.submits(std::move(key), R"({"nature":"complaint","category":"environment.noise",)"
                                            R"("district":"dongcheng","visibility":"confidential",)"
                                            R"("description":"Drilling every night.","contact":)" +
                                                std::string(contact) + "}");
    };
    Response const taken = submits("1", R"({"phone":"１３８ ００１３ ８０００"})");
    BOOST_TEST(taken.status == 201);
    BOOST_TEST(field(taken, "phone") == "+8613800138000");
    desk.number = field(taken, "number");
    BOOST_TEST(field(desk.staff_takes(R"({"step":"dispatch","unit":"Unit"})"), "phone") == "+8613800138000");
    Response const refused = submits("2", R"({"phone":"12345","email":"nobody"})");
    BOOST_TEST(refused.status == 422);
    BOOST_TEST(refused.body.find(R"([{"field":"contact.phone","code":"invalid"},)"
                                 R"({"field":"contact.email","code":"invalid"}])") != std::string::npos);
    BOOST_TEST(is_listed("contact.phone", "too_long",
                         submits("3", R"({"phone":"+86 138 0013 8000 138 0013 8000 1"})")));
    BOOST_TEST(field(submits("4", R"({"email":"lin@example.org"})"), "phone").empty());
}

BOOST_AUTO_TEST_CASE(an_unknown_number_and_a_wrong_code_are_answered_alike) {
    desk.has_a_case();
    auto const asked = [&](std::string number, std::string code) {
        return desk.sends(Method::Get, "/api/v1/cases/" + number, {}, {{"X-Access-Code", std::move(code)}});
    };
    Response const wrong_code = asked(desk.number, wrong(desk.code));
    BOOST_TEST(wrong_code.status == 404);
    BOOST_TEST(code_of(wrong_code) == "case_not_found");
    BOOST_TEST((asked(CaseNumber::make({2026, 11, 19}, 99).text(), desk.code) == wrong_code));
    BOOST_TEST((asked("nonsense", desk.code) == wrong_code));
    BOOST_TEST((asked(desk.number, "") == wrong_code));
    BOOST_TEST((asked(desk.number, "nonsense") == wrong_code));
}

BOOST_AUTO_TEST_CASE(wrong_codes_are_limited_alike_for_cases_that_are_and_are_not) {
    desk.has_a_case();
    auto const statuses_of = [&](std::string const& number) {
        std::vector<int> statuses;
        for (int turn = 0; turn < WrongTries::free_tries + 1; ++turn)
            statuses.push_back(
                desk.sends(Method::Get, "/api/v1/cases/" + number, {}, {{"X-Access-Code", wrong(desk.code)}})
                    .status);
        return statuses;
    };
    auto const known = statuses_of(desk.number);
    auto const unknown = statuses_of(CaseNumber::make({2026, 11, 19}, 99).text());
    BOOST_TEST(known == unknown, boost::test_tools::per_element());
    BOOST_TEST(known.front() == 404);
    BOOST_TEST(known.back() == 429);
    Response const limited = desk.sees();
    BOOST_TEST(limited.status == 429);
    BOOST_TEST(limited.header("Retry-After").value() == "10");
    desk.clock.now = opening + WrongTries::first_wait;
    BOOST_TEST(desk.sees().status == 200);
}

BOOST_AUTO_TEST_CASE(who_tries_wrong_codes_keeps_out_nobody_but_themselves) {
    desk.has_a_case();
    Request const wrong_try{
        Method::Get, "/api/v1/cases/" + desk.number, {{"X-Access-Code", wrong(desk.code)}}, {}};
    auto const wait = [&] {
        while (desk.api->handle(wrong_try, "203.0.113.9").status == 404) {
        }
        Response const refused = desk.api->handle(wrong_try, "203.0.113.9");
        int const seconds = std::stoi(std::string(refused.header("Retry-After").value()));
        desk.clock.now = desk.clock.now + Duration::seconds(seconds);
        return seconds;
    };
    std::vector<int> waits;
    for (int turn = 0; turn < 6; ++turn)
        waits.push_back(wait());
    std::vector<int> const growing = {10, 20, 40, 80, 160, 300};
    BOOST_TEST(waits == growing, boost::test_tools::per_element());
    BOOST_TEST(desk.sees().status == 200);
}

BOOST_AUTO_TEST_CASE(an_address_that_tries_many_numbers_must_wait) {
    for (int turn = 1; turn <= WrongTries::most_for_an_address; ++turn)
        BOOST_REQUIRE_EQUAL(
            desk.sends(Method::Get, "/api/v1/cases/" + CaseNumber::make({2026, 1, 1}, turn).text()).status,
            404);
    BOOST_TEST(desk.sends(Method::Get, "/api/v1/cases/HY").status == 429);
    Request const other{Method::Get, "/api/v1/cases/HY", {}, {}};
    BOOST_TEST(desk.api->handle(other, "192.0.2.2").status == 404);
}

BOOST_AUTO_TEST_CASE(a_citizen_adds_a_message_and_withdraws) {
    desk.has_a_case();
    Response const added = desk.asks(Method::Post, "/messages", R"({"text":"It is louder now."})");
    BOOST_TEST(added.status == 201);
    BOOST_TEST(added.body.find("It is louder now.") != std::string::npos);
    BOOST_TEST(field(desk.asks(Method::Post, "/withdraw", "{}"), "stage") == "withdrawn");
    // Sent again because the answer was lost, it is one step.
    BOOST_TEST(field(desk.asks(Method::Post, "/withdraw"), "stage") == "withdrawn");
    BOOST_TEST(code_of(desk.asks(Method::Post, "/messages", R"({"text":"More."})")) == "message_closed");
}

BOOST_AUTO_TEST_CASE(what_was_answered_can_no_longer_be_withdrawn) {
    is_replied();
    Response const refused = desk.asks(Method::Post, "/withdraw");
    BOOST_TEST(refused.status == 409);
    BOOST_TEST(code_of(refused) == "not_withdrawable");
}

BOOST_AUTO_TEST_CASE(withdrawing_takes_no_fields) {
    desk.has_a_case();
    BOOST_TEST(code_of(desk.asks(Method::Post, "/withdraw", R"({"why":"because"})")) == "unknown_field");
    BOOST_TEST(field(desk.sees(), "stage") == "received");
}

BOOST_AUTO_TEST_CASE(feedback_opens_with_the_reply_and_closes_after_14_days) {
    constexpr auto good = R"({"contacted":"yes","resolved":"partly","satisfaction":"satisfied"})";
    is_replied();
    BOOST_TEST(desk.asks(Method::Put, "/feedback", R"({"contacted":"yes"})").status == 422);
    BOOST_TEST(desk.asks(Method::Put, "/feedback", good).status == 200);
    BOOST_TEST(desk.asks(Method::Put, "/feedback", good).status == 200);
    desk.clock.now = opening + Duration::days(16);
    BOOST_TEST(code_of(desk.asks(Method::Put, "/feedback", good)) == "feedback_closed");
}

BOOST_AUTO_TEST_CASE(a_case_is_reopened_with_a_reason_and_in_time) {
    desk.has_a_case();
    BOOST_TEST(code_of(desk.asks(Method::Post, "/reopen", R"({"reason":"Still loud."})")) ==
               "not_reopenable");
    BOOST_TEST(desk.staff_takes(R"({"step":"dispatch","unit":"城管委"})").status == 200);
    BOOST_TEST(desk.staff_takes(R"({"step":"reply","reply":{"outcome":"resolved","text":"Done."}})").status ==
               200);
    BOOST_TEST(desk.asks(Method::Post, "/reopen", R"({"reason":""})").status == 422);
    BOOST_TEST(field(desk.asks(Method::Post, "/reopen", R"({"reason":"Still loud."})"), "stage") ==
               "reopened");
}

BOOST_AUTO_TEST_CASE(a_wrong_code_moves_nothing) {
    desk.has_a_case();
    std::string const code = std::exchange(desk.code, wrong(desk.code));
    BOOST_TEST(code_of(desk.asks(Method::Post, "/withdraw")) == "case_not_found");
    BOOST_TEST(code_of(desk.asks(Method::Post, "/messages", R"({"text":"Hello."})")) == "case_not_found");
    desk.code = code;
    BOOST_TEST(field(desk.sees(), "stage") == "received");
}

BOOST_AUTO_TEST_CASE(staff_move_a_case_through_the_table_and_no_other_way) {
    desk.has_a_case();
    Response const refused = desk.staff_takes(R"({"step":"contact"})");
    BOOST_TEST(refused.status == 409);
    BOOST_TEST(code_of(refused) == "step_not_allowed");
    BOOST_TEST(refused.body.find("dispatch") != std::string::npos);
    BOOST_TEST(desk.staff_takes(R"({"step":"dispatch"})").status == 422);
    BOOST_TEST(desk.staff_takes(R"({"step":"withdraw"})").status != 200);
    BOOST_TEST(field(desk.staff_takes(R"({"step":"dispatch","unit":"城管委"})"), "stage") == "dispatched");
    BOOST_TEST(desk.sees().body.find("城管委") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_work_list_refuses_what_it_does_not_know) {
    desk.has_a_case();
    BOOST_TEST(desk.staff_takes(R"({"step":"dispatch","unit":"城管委"})").status == 200);
    auto const anna = desk.signed_in({"anna", "not used"});
    auto const list = [&](std::string const& query) {
        return desk.sends(Method::Get, "/api/v1/staff/cases?" + query, {}, {anna});
    };
    BOOST_TEST(list("stage=dispatched").body.find(desk.number) != std::string::npos);
    BOOST_TEST(list("stage=received").body.find(desk.number) == std::string::npos);
    for (std::string const query :
         {"stage=lost", "cursor=x", "limit=0", "limit=9999", "limit=-1", "limit=1x"})
        BOOST_TEST(list(query).status == 422, query);
}

BOOST_AUTO_TEST_CASE(the_catalog_speaks_the_language_asked_for) {
    auto const catalog = [&](std::string const& query, std::vector<protocol::Header> headers = {}) {
        return desk.sends(Method::Get, "/api/v1/catalog" + query, {}, std::move(headers));
    };
    Response const arabic = catalog("?lang=ar");
    BOOST_TEST(arabic.status == 200);
    BOOST_TEST(arabic.header("Content-Language").value() == "ar");
    BOOST_TEST(arabic.body.find("environment.noise") != std::string::npos);
    BOOST_TEST(catalog("", {{"Accept-Language", "tlh, zh-CN;q=0.8"}}).header("Content-Language").value() ==
               "zh-Hans");
    BOOST_TEST(catalog("?lang=xx").header("Content-Language").value() == "en");
    std::string const etag(arabic.header("ETag").value());
    Response const unchanged = catalog("?lang=ar", {{"If-None-Match", etag}});
    BOOST_TEST(unchanged.status == 304);
    BOOST_TEST(unchanged.body.empty());
    BOOST_TEST(catalog("?lang=en", {{"If-None-Match", etag}}).status == 200);
}

BOOST_AUTO_TEST_CASE(unknown_paths_and_methods_are_told_apart) {
    Response const unknown = desk.sends(Method::Get, "/api/v1/nothing");
    BOOST_TEST(unknown.status == 404);
    BOOST_TEST(code_of(unknown) == "not_found");
    BOOST_TEST(desk.sends(Method::Get, "/api/v1/cases/a/b").status == 404);
    BOOST_TEST(desk.sends(Method::Get, "/api/v1/cases/").status == 404);
    Response const wrong_method = desk.sends(Method::Delete, "/api/v1/cases/HY");
    BOOST_TEST(wrong_method.status == 405);
    BOOST_TEST(wrong_method.header("Allow").value() == "GET, HEAD");
    BOOST_TEST(desk.sends(Method::Get, "/api/v1/cases").header("Allow").value() == "POST");
}

BOOST_AUTO_TEST_CASE(head_answers_as_get_does_without_the_body) {
    desk.has_a_case();
    Response const head = desk.asks(Method::Head, "");
    BOOST_TEST(head.status == 200);
    BOOST_TEST(head.body.empty());
    BOOST_TEST(desk.sends(Method::Get, "/healthz").status == 200);
    BOOST_TEST(desk.sends(Method::Get, "/readyz").status == 200);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
