#include "server/api/passwords.h"
#include "server/api/second_factor.h"
#include "server/api/sessions.h"
#include "tests/server/support/desk.h"

#include <boost/test/unit_test.hpp>

namespace huiyin::server::tests {

namespace {

using protocol::Method;

/// RFC 6238, appendix B: the secret of its codes for SHA-1.
std::string const known_factor = "12345678901234567890";

struct Fixture {
    MemoryStore store;
    Desk desk{store};

    /// Most of what is asked here has nothing to do with the second factor.
    Fixture() { desk.api->office().city.second_factor.clear(); }

    /// Hashing takes its time, so it is done once.
    static std::string const& hash() {
        static std::string const made = hash_password("correct horse");
        return made;
    }

    void commits(auto const& work) {
        auto const writer = std::move(store.writer()).value();
        BOOST_REQUIRE(writer->begin());
        work(*writer);
        BOOST_REQUIRE(writer->commit());
    }
    void is_there(StaffMember const& member) {
        commits([&](CaseWriter& writer) { BOOST_REQUIRE(writer.put_staff(member)); });
    }
    StaffMember anna(Role role = Role::Dispatcher) {
        return {.name = "anna", .password_hash = hash(), .role = role};
    }
    StaffMember anna_with_app(Role role = Role::Dispatcher) {
        StaffMember member = anna(role);
        member.second_factor = desk.api->office().secret.sealed(known_factor, "anna");
        return member;
    }

    Response signs_in(std::string_view password = "correct horse", std::string_view code = {},
                      std::string_view name = "anna", std::string_view from = "192.0.2.1") {
        std::string const body = R"({"name":")" + std::string(name) + R"(","password":")" +
                                 std::string(password) + R"(","code":")" + std::string(code) + R"("})";
        return desk.api->handle(
            {Method::Post, "/api/v1/staff/sessions", {{"Content-Type", "application/json"}}, body}, from);
    }
    Response changes_password(std::string_view to, std::string_view password = "correct horse",
                              std::string_view code = {}) {
        std::string const body = R"({"name":"anna","password":")" + std::string(password) +
                                 R"(","new_password":")" + std::string(to) + R"(","code":")" +
                                 std::string(code) + R"("})";
        return desk.sends(Method::Post, "/api/v1/staff/password", body);
    }
    protocol::Header token_of(Response const& signed_in) {
        return {"Authorization", "Bearer " + field(signed_in, "token")};
    }
    Response asks(Method method, std::string target, protocol::Header const& token) {
        return desk.sends(method, std::move(target), {}, {token});
    }
    int lists(protocol::Header const& token) {
        return asks(Method::Get, "/api/v1/staff/cases?limit=1", token).status;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(staff_tests, Fixture)

BOOST_AUTO_TEST_CASE(codes_are_those_of_the_standard) {
    auto const at = [](std::int64_t seconds) { return Instant{seconds * 1000}; };
    BOOST_TEST(time_step_of(known_factor, "287082", at(59), 0).value() == 1);
    BOOST_TEST(time_step_of(known_factor, "081804", at(1'111'111'109), 0).value() == 37'037'036);
    BOOST_TEST(time_step_of(known_factor, "005924", at(1'234'567'890), 0).value() == 41'152'263);
    BOOST_TEST(time_step_of(known_factor, "279037", at(2'000'000'000), 0).has_value());
    // A step beside is forgiven, two are not.
    BOOST_TEST(time_step_of(known_factor, "287082", at(60), 0).value() == 1);
    BOOST_TEST(time_step_of(known_factor, "287082", at(29), 0).value() == 1);
    BOOST_TEST(!time_step_of(known_factor, "287082", at(90), 0).has_value());
    BOOST_TEST(!time_step_of(known_factor, "287082", at(59), 1).has_value());
    for (std::string const wrong : {"", "28708", "2870820", "287083", "28708 "})
        BOOST_TEST(!time_step_of(known_factor, wrong, at(59), 0).has_value(), wrong);
}

BOOST_AUTO_TEST_CASE(an_app_is_told_the_factor_once_as_all_apps_read_it) {
    BOOST_TEST(otpauth_uri("安 na", known_factor) == "otpauth://totp/Huiyin:%E5%AE%89%20na?"
                                                     "secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Huiyin");
    BOOST_TEST(new_second_factor().size() == 20U);
    BOOST_TEST(new_second_factor() != new_second_factor());
}

BOOST_AUTO_TEST_CASE(a_seal_opens_for_its_own_secret_and_purpose_only) {
    Secret const& secret = desk.api->office().secret;
    std::string const sealed = secret.sealed("factor", "anna");
    BOOST_TEST(secret.unsealed(sealed, "anna").value() == "factor");
    BOOST_TEST(sealed.find("factor") == std::string::npos);
    BOOST_TEST(!secret.unsealed(sealed, "bert").has_value());
    BOOST_TEST(!Secret(Secret::Bytes{8}).unsealed(sealed, "anna").has_value());
    BOOST_TEST(!secret.unsealed(sealed.substr(1), "anna").has_value());
    BOOST_TEST(!secret.unsealed("", "anna").has_value());
}

BOOST_AUTO_TEST_CASE(staff_sign_in_with_their_password_and_nobody_learns_which_names_there_are) {
    is_there(anna());
    Response const wrong_password = signs_in("wrong horse");
    BOOST_TEST(wrong_password.status == 401);
    BOOST_TEST((signs_in("correct horse", "", "nobody") == wrong_password));
    Response const right = signs_in();
    BOOST_TEST(right.status == 201);
    BOOST_TEST(field(right, "role") == "dispatcher");
    BOOST_TEST(lists(token_of(right)) == 200);
    is_there({.name = "anna", .password_hash = hash(), .is_disabled = true});
    BOOST_TEST((signs_in() == wrong_password));
}

BOOST_AUTO_TEST_CASE(a_code_counts_once) {
    desk.clock.now = Instant{1'111'111'109'000};
    is_there(anna_with_app());
    BOOST_TEST(code_of(signs_in("correct horse", "")) == "wrong_credentials");
    BOOST_TEST(code_of(signs_in("wrong horse", "081804")) == "wrong_credentials");
    BOOST_TEST(signs_in("correct horse", "081804").status == 201);
    BOOST_TEST(code_of(signs_in("correct horse", "081804")) == "wrong_credentials");
    desk.clock.now = desk.clock.now + Duration::seconds(2);
    BOOST_TEST(signs_in("correct horse", "050471").status == 201);
}

BOOST_AUTO_TEST_CASE(whoever_has_the_password_guesses_few_codes_from_however_many_addresses) {
    desk.clock.now = Instant{1'111'111'109'000};
    is_there(anna_with_app());
    for (int address = 1; address <= WrongTries::free_tries; ++address)
        BOOST_TEST(signs_in("correct horse", "000000", "anna", "192.0.2." + std::to_string(address)).status ==
                   401);
    BOOST_TEST(signs_in("correct horse", "081804", "anna", "203.0.113.1").status == 401);
    desk.clock.now = desk.clock.now + WrongTries::first_wait;
    BOOST_TEST(signs_in("correct horse", "050471", "anna", "203.0.113.1").status == 201);
}

BOOST_AUTO_TEST_CASE(an_admin_signs_in_with_a_second_factor_only) {
    is_there(anna(Role::Admin));
    BOOST_TEST(code_of(signs_in()) == "second_factor_missing");
    desk.clock.now = Instant{1'111'111'109'000};
    is_there(anna_with_app(Role::Admin));
    Response const right = signs_in("correct horse", "081804");
    BOOST_TEST(right.status == 201);
    BOOST_TEST(field(right, "role") == "admin");
}

BOOST_AUTO_TEST_CASE(the_city_says_who_else_needs_a_second_factor) {
    desk.api->office().city.second_factor = {Role::Dispatcher};
    is_there(anna());
    BOOST_TEST(code_of(signs_in()) == "second_factor_missing");
    is_there({.name = "anna", .password_hash = hash(), .role = Role::Interpreter});
    BOOST_TEST(signs_in().status == 201);
}

BOOST_AUTO_TEST_CASE(all_staff_need_a_second_factor_unless_the_city_says_otherwise) {
    desk.api->office().city = office_with(desk.clock).city;
    for (Role const role : {Role::Dispatcher, Role::Unit, Role::Interpreter, Role::Admin}) {
        is_there(anna(role));
        BOOST_TEST(code_of(signs_in()) == "second_factor_missing");
    }
}

BOOST_AUTO_TEST_CASE(a_stranger_who_guesses_waits_and_the_owner_does_not) {
    is_there(anna());
    for (int turn = 0; turn < WrongTries::free_tries; ++turn)
        BOOST_TEST(signs_in("guess", "", "anna", "203.0.113.9").status == 401);
    Response const limited = signs_in("correct horse", "", "anna", "203.0.113.9");
    BOOST_TEST(limited.status == 429);
    BOOST_TEST(limited.header("Retry-After").value() == "10");
    BOOST_TEST(signs_in("correct horse", "", "anna", "192.0.2.1").status == 201);
}

BOOST_AUTO_TEST_CASE(a_right_sign_in_forgives_the_wrong_ones_before) {
    is_there(anna());
    for (int round = 0; round < 2; ++round) {
        for (int turn = 1; turn < WrongTries::free_tries; ++turn)
            BOOST_TEST(signs_in("guess").status == 401);
        BOOST_TEST(signs_in().status == 201);
    }
}

BOOST_AUTO_TEST_CASE(a_session_ends_when_it_is_idle) {
    is_there(anna());
    auto const token = token_of(signs_in());
    for (int turn = 0; turn < 3; ++turn) {
        desk.clock.now = desk.clock.now + sessions::idle - Duration::seconds(1);
        BOOST_TEST(lists(token) == 200);
    }
    desk.clock.now = desk.clock.now + sessions::idle;
    BOOST_TEST(lists(token) == 401);
}

BOOST_AUTO_TEST_CASE(a_session_ends_after_half_a_day_however_busy_it_is) {
    is_there(anna());
    auto const token = token_of(signs_in());
    for (Instant const end = desk.clock.now + sessions::longest; desk.clock.now < end;
         desk.clock.now = desk.clock.now + Duration::minutes(20))
        BOOST_REQUIRE_EQUAL(lists(token), 200);
    BOOST_TEST(lists(token) == 401);
}

BOOST_AUTO_TEST_CASE(what_is_no_session_opens_nothing) {
    is_there(anna());
    auto const token = token_of(signs_in());
    std::string forged = token.value;
    forged.back() = forged.back() == 'A' ? 'E' : 'A';
    BOOST_TEST(lists({"Authorization", forged}) == 401);
    for (std::string const other : {"", "Bearer ", "Bearer .", "Bearer a.b.c", "Basic YTpi"})
        BOOST_TEST(lists({"Authorization", other}) == 401, other);
    BOOST_TEST(lists(token) == 200);
}

BOOST_AUTO_TEST_CASE(ones_sessions_are_listed_and_ended_one_by_one_or_all) {
    is_there(anna());
    is_there({.name = "bert", .password_hash = hash()});
    auto const first = token_of(signs_in());
    auto const second = token_of(signs_in());
    auto const third = token_of(signs_in());
    auto const berts = token_of(signs_in("correct horse", "", "bert"));
    Response const list = asks(Method::Get, "/api/v1/staff/sessions", first);
    BOOST_TEST(list.body.find(R"("id":1,)") != std::string::npos);
    BOOST_TEST(list.body.find(R"("id":4,)") == std::string::npos);
    BOOST_TEST(list.body.find(R"("is_current":true})") != std::string::npos);
    BOOST_TEST(asks(Method::Delete, "/api/v1/staff/sessions/2", first).status == 204);
    BOOST_TEST(asks(Method::Delete, "/api/v1/staff/sessions/4", first).status == 404);
    BOOST_TEST(asks(Method::Delete, "/api/v1/staff/sessions/2x", first).status == 404);
    BOOST_TEST(lists(second) == 401);
    Response const out = asks(Method::Delete, "/api/v1/staff/sessions/current", first);
    BOOST_TEST(out.status == 204);
    BOOST_TEST(out.header("Clear-Site-Data").value() == R"("cache")");
    BOOST_TEST(lists(first) == 401);
    BOOST_TEST(lists(third) == 200);
    BOOST_TEST(asks(Method::Delete, "/api/v1/staff/sessions", third).header("Clear-Site-Data").has_value());
    BOOST_TEST(lists(third) == 401);
    BOOST_TEST(lists(berts) == 200);
}

BOOST_AUTO_TEST_CASE(whoever_ends_other_sessions_has_just_signed_in) {
    is_there(anna());
    auto const old = token_of(signs_in());
    auto const lost = token_of(signs_in());
    desk.clock.now = desk.clock.now + sessions::fresh;
    for (std::string const target : {"/api/v1/staff/sessions", "/api/v1/staff/sessions/2"})
        BOOST_TEST(code_of(asks(Method::Delete, target, old)) == "sign_in_again", target);
    BOOST_TEST(lists(lost) == 200);
    auto const fresh = token_of(signs_in());
    BOOST_TEST(asks(Method::Delete, "/api/v1/staff/sessions/2", fresh).status == 204);
    BOOST_TEST(lists(lost) == 401);
    // Whoever goes may always go.
    BOOST_TEST(asks(Method::Delete, "/api/v1/staff/sessions/current", old).status == 204);
    BOOST_TEST(asks(Method::Delete, "/api/v1/staff/sessions", fresh).status == 204);
}

BOOST_AUTO_TEST_CASE(a_sign_in_ends_the_session_that_it_is_sent_with) {
    is_there(anna());
    auto const other = token_of(signs_in());
    auto const former = token_of(signs_in());
    auto const sent_with_it = [&](std::string const& password) {
        return desk.sends(Method::Post, "/api/v1/staff/sessions",
                          R"({"name":"anna","password":")" + password + "\"}", {former});
    };
    BOOST_TEST(sent_with_it("wrong horse").status == 401);
    BOOST_TEST(lists(former) == 200);
    Response const signed_in = sent_with_it("correct horse");
    BOOST_TEST(signed_in.status == 201);
    BOOST_TEST(lists(former) == 401);
    BOOST_TEST(lists(token_of(signed_in)) == 200);
    BOOST_TEST(lists(other) == 200);
}

BOOST_AUTO_TEST_CASE(short_stolen_and_close_passwords_are_refused) {
    City const& city = desk.api->office().city;
    auto const fault = [&](std::string_view password, std::string_view name = "anna") {
        return fault_of_password(password, name, city).value_or("");
    };
    for (std::string_view const password : {"", "1234567", "一二三四五六七"})
        BOOST_TEST(fault(password) == "too_short", password);
    for (std::string_view const password : {"12345678", "password1", "PassWord1", "iloveyou", "1qaz2wsx"})
        BOOST_TEST(fault(password) == "too_common", password);
    for (std::string_view const password :
         {"huiyin12345", "12345 Hotline!", "Dongcheng-2026", "anna@huiyin", "AnnaAnna99", "transport2026"})
        BOOST_TEST(fault(password) == "too_close", password);
    BOOST_TEST(fault("王小明王小明123", "王小明") == "too_close");
    BOOST_TEST(fault("AnnaAnna99", "bert") == "");
    for (std::string_view const password :
         {"correct horse", "七只灰鹭在河边吃早饭", "dongcheng seven grey herons"})
        BOOST_TEST(fault(password) == "", password);
}

BOOST_AUTO_TEST_CASE(whoever_changes_the_password_is_out_everywhere_else) {
    is_there(anna());
    is_there({.name = "bert", .password_hash = hash()});
    auto const first = token_of(signs_in());
    auto const berts = token_of(signs_in("correct horse", "", "bert"));
    Response const changed = changes_password("seven grey herons");
    BOOST_TEST(changed.status == 201);
    BOOST_TEST(lists(token_of(changed)) == 200);
    BOOST_TEST(lists(first) == 401);
    BOOST_TEST(lists(berts) == 200);
    BOOST_TEST(signs_in().status == 401);
    BOOST_TEST(signs_in("seven grey herons").status == 201);
}

BOOST_AUTO_TEST_CASE(a_new_password_is_held_against_the_rules_and_the_old_one) {
    is_there(anna());
    for (auto const& [password, fault] : {std::pair("short", "too_short"),
                                          {"qwertyuiop", "too_common"},
                                          {"anna 12345", "too_close"},
                                          {"correct horse", "unchanged"}}) {
        Response const refused = changes_password(password);
        BOOST_TEST(refused.status == 422);
        std::string const told = R"({"field":"new_password","code":")" + std::string(fault) + "\"}";
        BOOST_TEST(refused.body.find(told) != std::string::npos, refused.body);
    }
    BOOST_TEST(signs_in().status == 201);
}

BOOST_AUTO_TEST_CASE(a_wrong_old_password_counts_as_a_wrong_try) {
    is_there(anna());
    for (int turn = 0; turn < WrongTries::free_tries; ++turn)
        BOOST_TEST(code_of(changes_password("seven grey herons", "guess")) == "wrong_credentials");
    BOOST_TEST(changes_password("seven grey herons").status == 429);
    BOOST_TEST(signs_in().status == 429);
}

BOOST_AUTO_TEST_CASE(whoever_has_a_second_factor_needs_it_for_a_new_password) {
    desk.clock.now = Instant{1'111'111'109'000};
    is_there(anna_with_app());
    BOOST_TEST(changes_password("seven grey herons").status == 401);
    BOOST_TEST(changes_password("seven grey herons", "correct horse", "081804").status == 201);
    BOOST_TEST(changes_password("eight grey herons", "seven grey herons", "081804").status == 401);
    BOOST_TEST(signs_in("seven grey herons", "081804").status == 401);
}

BOOST_AUTO_TEST_CASE(a_first_password_opens_nothing_but_its_change) {
    StaffMember member = anna();
    member.first_password_until = desk.clock.now + passwords::first_life;
    is_there(member);
    BOOST_TEST(code_of(signs_in("wrong horse")) == "wrong_credentials");
    BOOST_TEST(code_of(signs_in()) == "password_to_be_changed");
    Response const changed = changes_password("seven grey herons");
    BOOST_TEST(lists(token_of(changed)) == 200);
    desk.clock.now = desk.clock.now + passwords::first_life;
    BOOST_TEST(signs_in("seven grey herons").status == 201);
}

BOOST_AUTO_TEST_CASE(a_first_password_is_random_and_ends_after_some_days) {
    BOOST_TEST(new_first_password().size() == 19U);
    BOOST_TEST(new_first_password() != new_first_password());
    StaffMember member = anna();
    member.first_password_until = desk.clock.now + passwords::first_life;
    is_there(member);
    desk.clock.now = desk.clock.now + passwords::first_life;
    BOOST_TEST(code_of(signs_in()) == "password_expired");
    BOOST_TEST(code_of(changes_password("seven grey herons")) == "password_expired");
}

BOOST_AUTO_TEST_CASE(an_admin_sees_who_there_is_and_keeps_somebody_out) {
    is_there(anna());
    auto const token = token_of(signs_in());
    auto const admin = desk.signed_in({.name = "管理员", .password_hash = "", .role = Role::Admin});
    Response const list = asks(Method::Get, "/api/v1/staff/members", admin);
    BOOST_TEST(list.body.find(R"({"name":"anna","role":"dispatcher","is_disabled":false,)"
                              R"("has_second_factor":false,"sessions":1})") != std::string::npos,
               list.body);
    BOOST_TEST(list.body.find(hash()) == std::string::npos);
    BOOST_TEST(asks(Method::Post, "/api/v1/staff/members/nobody/disable", admin).status == 404);
    BOOST_TEST(asks(Method::Post, "/api/v1/staff/members/anna/disable", admin).status == 204);
    BOOST_TEST(lists(token) == 401);
    BOOST_TEST(signs_in().status == 401);
}

BOOST_AUTO_TEST_CASE(a_member_who_was_disabled_is_out_also_while_the_session_is_kept) {
    is_there(anna());
    auto const token = token_of(signs_in());
    is_there({.name = "anna", .password_hash = hash(), .is_disabled = true});
    BOOST_TEST(lists(token) == 401);
}

BOOST_AUTO_TEST_CASE(a_step_says_who_took_it_to_staff_and_to_nobody_else) {
    desk.has_a_case();
    Response const taken = desk.staff_takes(R"({"step":"dispatch","unit":"城管委"})");
    BOOST_TEST(taken.body.find(R"("by":"anna")") != std::string::npos);
    BOOST_TEST(desk.sees().body.find("anna") == std::string::npos);
    BOOST_TEST(desk.asks(Method::Post, "/messages", R"({"text":"Thanks."})").body.find("anna") ==
               std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
